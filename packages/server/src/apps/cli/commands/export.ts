import { resolve } from 'node:path';
import { NotFound, refuse } from '../../../kernel/refusal.ts';
import { getDivisionById } from '../../../modules/divisions/index.ts';
import { exportSheets, noteExport } from '../../../modules/imports/index.ts';
import { requireWritable } from '../../../platform/files/writable.ts';
import { writeSheets } from '../../../platform/workbook/index.ts';
import { KINDS } from '../../kinds.ts';
import { cliYear } from '../arguments.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';

interface Options {
  readonly division: string;
  readonly year: number;
  readonly out: string;
  readonly fullIds?: boolean;
  readonly reason?: string;
}

async function exportWorkbook(session: CliSession, options: Options): Promise<CommandResult> {
  const { division, year } = options;
  const full = options.fullIds === true;
  const reason = options.reason?.trim() || null;
  if (full && reason === null) refuse('reason_needed', '导出完整号码要写理由：--full-ids --reason 理由。');
  const file = resolve(options.out);
  await requireWritable(file);
  const place = await session.write(async (tx, ctx) => {
    const at = await session.place(tx, division);
    if (!ctx.may('exports.write', at.code)) throw new NotFound();
    if (at.level !== 'township') refuse('not_a_township', '台账按乡镇导出，请给乡镇的代码。');
    await noteExport(tx, ctx, at, { full, kinds: KINDS.length, reason });
    return at;
  });
  await session.read(async (tx, ctx) => {
    const at = await getDivisionById(tx, place.countyId, place.divisionId);
    await writeSheets(await exportSheets(tx, ctx, at, year, KINDS, { full }), file);
  });
  const text = `台账写到了 ${file}${full ? '' : '，身份证号、账号、电话是遮住的'}`;
  return { json: { file, division: place.code, year, full }, text };
}

export const exportCommand: CliCommand = {
  name: 'export',
  register(program, cli) {
    program
      .command('export')
      .description('一个乡镇的台账，按导入表的样子')
      .requiredOption('--division <code>', '乡镇的行政区划代码')
      .requiredOption('--year <year>', '年度', cliYear)
      .requiredOption('--out <file>', '写到哪里')
      .option('--full-ids', '身份证号、账号、电话写完整（要 --reason，记入日志）')
      .option('--reason <text>', '导出完整号码的理由')
      .action((options: Options) => cli.withData((session) => exportWorkbook(session, options)));
  },
};
