import { verdictText, verifyAll } from '../../verify/index.ts';
import type { CliCommand } from '../command.ts';

export const verifyCommand: CliCommand = {
  name: 'verify',
  register(program, cli) {
    program
      .command('verify')
      .description('核对材料原件、日志链和记录之间的关系')
      .action(() =>
        cli.withData(async ({ runtime, read }) => {
          const verdict = await verifyAll(runtime, read);
          const refusals = verdict.findings.map(({ code, message }) => ({ code, message }));
          return { json: verdict, text: verdictText(verdict), refusals };
        }),
      );
  },
};
