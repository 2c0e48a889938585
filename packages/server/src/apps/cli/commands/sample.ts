import { makeSample, SAMPLE_PASS_CODE } from '../../sample.ts';
import type { CliCommand } from '../command.ts';

export const sampleCommand: CliCommand = {
  name: 'sample',
  register(program, cli) {
    program
      .command('sample')
      .description('把样例乡镇放进一个单独的数据文件夹（--data）')
      .action(() =>
        cli.withoutData(async ({ dataDir }) => {
          const imports = await makeSample(dataDir);
          const text = [
            `样例已放进 ${dataDir}（练习，不是真数据）：`,
            ...imports.map(({ file, number }) => `  ${file}　回执 ${number}`),
            `打开：shuangyong serve --data ${dataDir}　练习用户的口令都是 ${SAMPLE_PASS_CODE}`,
          ].join('\n');
          return { json: { dataDir, imports }, text };
        }),
      );
  },
};
