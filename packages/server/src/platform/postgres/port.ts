import { createServer } from 'node:net';
import { refuse } from '../../kernel/refusal.ts';

/** A port of this machine on which nobody listens. Refuses `no_port`. */
export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : undefined;
      probe.close(() => (port ? resolve(port) : reject(refuse('no_port', '没有可用的端口。'))));
    });
  });
}
