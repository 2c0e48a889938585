import { PASSPHRASE_VARIABLE, restore } from '../../../platform/backup/index.ts';
import type { CliCommand } from '../command.ts';

export const restoreCommand: CliCommand = {
  name: 'restore',
  register(program, cli) {
    program
      .command('restore <file>')
      .description('从备份恢复到一个空的数据文件夹（备份口令放在环境变量 SHUANGYONG_PASSPHRASE）')
      .action((file: string) =>
        cli.withoutData(async ({ dataDir }) => {
          const passphrase = process.env[PASSPHRASE_VARIABLE];
          const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);
          const report = await restore({ file, dataDir, passphrase, say });
          const { madeAt, rows, files } = report;
          const text = `恢复完成（备份于 ${madeAt}）：${rows} 行，材料原件 ${files.count} 份，行数、金额、文件与备份一致。`;
          return { json: { ...report, fen: Number(report.fen) }, text };
        }),
      );
  },
};
