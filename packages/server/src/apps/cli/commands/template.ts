import { resolve } from 'node:path';
import { writeImportTemplate } from '../../../modules/imports/index.ts';
import { KINDS } from '../../kinds.ts';
import type { CliCommand } from '../command.ts';

export const templateCommand: CliCommand = {
  name: 'template',
  register(program, cli) {
    program
      .command('template')
      .description('写一份空白导入表')
      .requiredOption('--out <file>', '写到哪里')
      .action(({ out }: { out: string }) =>
        cli.withoutData(async () => {
          const file = resolve(out);
          await writeImportTemplate(KINDS, file);
          return { json: { file }, text: `空白表写到了 ${file}` };
        }),
      );
  },
};
