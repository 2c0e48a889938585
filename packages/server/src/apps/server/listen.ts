import { createServer as createHttp, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { Refusal } from '../../kernel/refusal.ts';
import type { App } from '../http/mount.ts';
import type { Certificate } from './certificate.ts';

export interface Address {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly certificate: Certificate | undefined;
}

export interface Listening {
  readonly port: number;
  /** Takes no new request, gives the running ones two seconds. */
  close(): Promise<void>;
}

const GRACE_MS = 2_000;

/** Listens. Refuses a port that is taken and an address that is not this machine's. */
export function listen(app: App, { host, port, certificate }: Address): Promise<Listening> {
  const listener = getRequestListener(app.fetch);
  const server = certificate
    ? createHttps({ cert: certificate.cert, key: certificate.key }, listener)
    : createHttp(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(wordsOf(error, host, port)));
    server.listen(port, host, () => {
      const bound = (server.address() as AddressInfo).port;
      resolve({ port: bound, close: () => close(server) });
    });
  });
}

async function close(
  server: Pick<Server, 'close' | 'closeIdleConnections' | 'closeAllConnections'>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, sleep(GRACE_MS, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}

function wordsOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    const other = `要另开一个，请加 --port ${port + 1}。`;
    return new Refusal('port_taken', `端口 ${port} 已被占用：可能已经在运行。${other}`);
  }
  if (error.code === 'EACCES')
    return new Refusal('port_denied', `不能使用端口 ${port}，请用 1024 以上的端口。`);
  const isForeign = error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND';
  return isForeign ? new Refusal('host_unknown', `${host} 不是这台机器的地址。`) : error;
}
