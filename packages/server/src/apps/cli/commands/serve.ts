import type { Command } from 'commander';
import { serve } from '../../server/serve.ts';
import { cliPort } from '../arguments.ts';
import type { CliCommand } from '../command.ts';

interface Options {
  readonly port?: number;
  readonly open: boolean;
  readonly host?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly makeCert?: boolean;
}

/** The options of `serve`, which `npm start` takes too. */
export function withServeOptions(command: Command): Command {
  return command
    .option('--port <port>', '端口（不写是 8017）', cliPort)
    .option('--no-open', '不打开浏览器')
    .option('--host <address>', '让别的机器也能访问：本机地址，须有证书')
    .option('--cert <file>', '证书（PEM）')
    .option('--key <file>', '证书的私钥（PEM）')
    .option('--make-cert', '生成自签证书并显示指纹');
}

export const serveCommand: CliCommand = {
  name: 'serve',
  register(program, cli) {
    withServeOptions(program.command('serve'))
      .description('启动网页')
      .action((options: Options) =>
        cli.withoutData(async ({ dataDir }) => {
          const { json } = program.opts<{ json?: boolean }>();
          const stream = json ? process.stderr : process.stdout;
          await serve({ dataDir, ...options, say: (sentence) => void stream.write(`${sentence}\n`) });
          return { json: { stopped: true }, text: '已停止。' };
        }),
      );
  },
};
