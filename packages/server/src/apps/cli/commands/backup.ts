import { sql } from 'kysely';
import { assert } from '../../../kernel/refusal.ts';
import { recordEvent } from '../../../modules/audit/index.ts';
import { makeBackup, PASSPHRASE_VARIABLE } from '../../../platform/backup/index.ts';
import { requireWritable } from '../../../platform/files/writable.ts';
import type { CliCommand, CliSession } from '../command.ts';

export const backupCommand: CliCommand = {
  name: 'backup',
  register(program, cli) {
    program
      .command('backup')
      .description('备份整个数据文件夹（备份口令放在环境变量 SHUANGYONG_PASSPHRASE，至少 8 个字符）')
      .requiredOption('--out <file>', '写到哪里')
      .action((options: { out: string }) =>
        cli.withData(async (session) => {
          await requireWritable(options.out);
          const { source } = session.runtime;
          assert(source, 'a command has a data folder');
          const { path, ...report } = await makeBackup(source, process.env[PASSPHRASE_VARIABLE], options.out);
          await noteInLog(session, { rows: report.rows, files: report.files.count });
          return {
            json: { file: path, ...report, fen: Number(report.fen) },
            text: textOf(path, report.rows, report.files),
          };
        }),
      );
  },
};

// A backup holds every county of the data folder.
async function noteInLog({ write }: CliSession, detail: Readonly<Record<string, number>>): Promise<void> {
  await write(async (tx, ctx) => {
    const { rows } = await sql<{ countyId: number }>`
      select distinct county_id as "countyId" from division order by 1`.execute(tx);
    for (const { countyId } of rows) await recordEvent(tx, ctx, { countyId, action: 'backup.make', detail });
  });
}

function textOf(path: string, rows: number, files: { count: number; damaged: readonly string[] }): string {
  const done = `备份完成：${path}，${rows} 行，材料原件 ${files.count} 份。请记住口令，没有口令谁也打不开。`;
  const damaged = files.damaged.length;
  return damaged === 0 ? done : `${done}\n有 ${damaged} 份原件缺失或损坏，没有备份到，请运行 verify 查看。`;
}
