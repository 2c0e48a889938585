import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NotFound, Refusal, refuse } from '../../../kernel/refusal.ts';
import { getReport, printedOf, reportPaper, signReport } from '../../../modules/reporting/index.ts';
import { requireWritable } from '../../../platform/files/writable.ts';
import type { Place } from '../../../platform/http/index.ts';
import { INDICATORS } from '../../figures.ts';
import { KINDS } from '../../kinds.ts';
import { cliYear } from '../arguments.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';

interface Options {
  readonly division: string;
  readonly year: number;
  readonly out: string;
  readonly sign?: boolean;
}

const catalogue = { kinds: KINDS, indicators: INDICATORS };

function township(place: Place): Place {
  return place.level === 'township' ? place : refuse('not_a_township', '年度总结按乡镇写，请给乡镇的代码。');
}

async function sign({ write, place, isUser }: CliSession, { division, year }: Options): Promise<void> {
  if (!isUser) refuse('pass_code_missing', '签发要有 --as 和本人口令（环境变量 SHUANGYONG_PASSCODE）。');
  await write(async (tx, ctx) => {
    const at = township(await place(tx, division));
    if (!ctx.may('report.sign', at.code)) throw new NotFound();
    await signReport(tx, ctx, at, year, catalogue, { fresh: true });
  });
}

async function runReport(session: CliSession, options: Options): Promise<CommandResult> {
  await requireWritable(options.out);
  const failure = options.sign ? await sign(session, options).catch((error: unknown) => error) : undefined;
  if (failure !== undefined && !(failure instanceof Refusal && failure.code === 'unsourced')) throw failure;
  const file = resolve(options.out);
  const { printed, bytes } = await session.read(async (tx) => {
    const at = township(await session.place(tx, options.division));
    const report = await getReport(tx, at, options.year, catalogue);
    return { printed: printedOf(report), bytes: await reportPaper(tx, at, report, catalogue) };
  });
  await writeFile(file, bytes);
  const refusals = failure ? [{ code: failure.code, message: failure.message }] : [];
  const text = `已写出 ${file}：数 ${printed.figures.length} 个，人工 ${printed.typed.length} 个，没有来源 ${printed.unbound.length} 个。`;
  return { json: { file, ...printed }, text, refusals };
}

export const reportCommand: CliCommand = {
  name: 'report',
  register(program, cli) {
    program
      .command('report')
      .description('总结和报表')
      .command('annual')
      .description('年度双拥工作总结（docx）')
      .requiredOption('--division <code>', '乡镇的行政区划代码')
      .requiredOption('--year <year>', '年度', cliYear)
      .requiredOption('--out <file>', '写到哪里')
      .option('--sign', '签发（要 --as）')
      .action((options: Options) => cli.withData((session) => runReport(session, options)));
  },
};
