import { type Command, CommanderError } from 'commander';

const WORDS: Readonly<Record<string, string>> = {
  'commander.help': '没有写要做什么',
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '少了参数',
  'commander.optionMissingArgument': '选项后面少了值',
  'commander.missingMandatoryOptionValue': '少了必填的选项',
  'commander.excessArguments': '多了参数',
  'commander.invalidArgument': '选项的值不对',
  'commander.conflictingOption': '选项互相矛盾',
};

/** Wrong usage in Chinese, with the piece commander names in quotes. */
export function usageWords(error: CommanderError): string {
  const piece = /'([^']+)'/.exec(error.message)?.[1];
  const what = WORDS[error.code] ?? error.message.replace(/^error: /, '');
  return `${what}${piece && WORDS[error.code] ? `：${piece}` : ''}。看用法：shuangyong --help`;
}

/** Makes a command and everything below it throw instead of ending the process, and speak Chinese. */
export function prepare(command: Command): void {
  command.exitOverride();
  command.configureOutput({ outputError: () => {} });
  command.helpOption('-h, --help', '显示用法');
  command.helpCommand(false);
  command.configureHelp({ styleTitle: (title) => TITLES[title] ?? title });
  for (const sub of command.commands) prepare(sub);
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** True for what ends well: `--help`, `--version`. */
export function isHelp(error: CommanderError): boolean {
  return error.exitCode === 0;
}

export { CommanderError };
