import { Command } from 'commander';
import { VERSION } from '../runtime.ts';
import { COMMANDS } from './commands.ts';
import { type GlobalOptions, makeCli, type Output } from './run.ts';
import { CommanderError, isHelp, prepare, usageWords } from './usage.ts';

/** Builds the whole command line; `output` is where it speaks. */
export function buildProgram(output: Output): Command {
  const program = new Command('shuangyong')
    .description('双拥台账：台账一次录入，年报的每个数都能点回记录和材料')
    .version(VERSION, '-v, --version', '显示版本')
    .option('--data <dir>', '数据文件夹', './data')
    .option('--json', '标准输出只打一份 JSON')
    .option('--as <user>', '以这个用户的身份办理，口令放在 SHUANGYONG_PASSCODE');
  const cli = makeCli(() => program.opts<GlobalOptions>(), output);
  for (const command of COMMANDS) command.register(program, cli);
  prepare(program);
  return program;
}

/** Runs one command line. Exit code 0 done, 1 refused, 2 wrong usage. */
export async function main(args: readonly string[], output: Output): Promise<void> {
  try {
    await buildProgram(output).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (isHelp(error)) return;
    output.err(`${usageWords(error)}\n`);
    output.exit(2);
  }
}

if (import.meta.main) {
  // Whoever read the output (`| head`) may be gone: what is left to say goes nowhere, and that is no fault.
  let isRead = true;
  process.stdout.on('error', () => {
    isRead = false;
  });
  process.stderr.on('error', () => undefined);
  await main(process.argv.slice(2), {
    out: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
    isRead: () => isRead,
    err: (text) => void process.stderr.write(text),
    exit: (code) => {
      process.exitCode = code;
    },
  });
}
