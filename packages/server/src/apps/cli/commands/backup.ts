import { verifyChain } from '../../../modules/audit/index.ts';
import { makeBackup, PASSPHRASE_VARIABLE, restore } from '../../../platform/backup/index.ts';
import { openInstallation } from '../../../platform/installation/index.ts';
import type { CliCommand } from '../command.ts';
import { checkFiles } from '../verify.ts';

export const backupCommand: CliCommand = {
  name: 'backup',
  register(program, cli) {
    program
      .command('backup')
      .description('备份整个数据文件夹（口令短语放在环境变量 SHUANGYONG_PASSPHRASE）')
      .requiredOption('--out <file>', '写到哪里')
      .action((options: { out: string }) =>
        cli.withoutData(async ({ dataDir }) => {
          const installation = await openInstallation({ dataDir, purpose: 'command' });
          try {
            const report = await makeBackup(installation, process.env[PASSPHRASE_VARIABLE], options.out);
            return {
              json: report,
              text: `备份完成：${report.path}，${report.tables} 张表 ${report.rows} 行。`,
            };
          } finally {
            await installation.close();
          }
        }),
      );
  },
};

export const restoreCommand: CliCommand = {
  name: 'restore',
  register(program, cli) {
    program
      .command('restore <file>')
      .description('从备份恢复到一个空的数据文件夹')
      .action((file: string) =>
        cli.withoutData(async ({ dataDir }) => {
          const report = await restore({ file, dataDir, passphrase: process.env[PASSPHRASE_VARIABLE] });
          return { json: report, text: '恢复完成：行数、金额、文件与备份一致。' };
        }),
      );
  },
};

export const verifyCommand: CliCommand = {
  name: 'verify',
  register(program, cli) {
    program
      .command('verify')
      .description('核对材料散列和日志链')
      .action(() =>
        cli.withData(async ({ runtime, read }) => {
          const chain = await verifyChain(runtime.db, runtime.clock.now());
          const files = await read((tx) => checkFiles(tx, runtime.dataDir));
          const findings = [...chain.findings, ...files.findings];
          const json = { ok: findings.length === 0, findings, checked: { papers: files.checked } };
          const text =
            findings.length === 0
              ? `核对 ${files.checked} 份材料和日志链，一致。`
              : `有 ${findings.length} 处不一致。`;
          return { json, text, failed: findings.length > 0 };
        }),
      );
  },
};
