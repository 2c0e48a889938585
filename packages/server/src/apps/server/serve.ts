import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../kernel/refusal.ts';
import { hasUsers, type User } from '../../modules/access/index.ts';
import { openDataFolder } from '../../platform/datafolder/index.ts';
import { stopJobs } from '../../platform/jobs/index.ts';
import { createApp } from '../http/app.ts';
import { makeOneTime } from '../http/one-time.ts';
import { collectRoutes } from '../http/routes.ts';
import { openRuntime, PROJECT_FOLDER } from '../runtime.ts';
import { findSampleClerk, openSampleFolder, sampleFolderOf } from '../sample.ts';
import { startSealer } from '../sealer.ts';
import { openBrowser } from './browser.ts';
import {
  addressesOfMachine,
  type Certificate,
  type MadeCertificate,
  makeCertificate,
  readCertificate,
} from './certificate.ts';
import { startDaily } from './daily.ts';
import { listen } from './listen.ts';

export const DEFAULT_PORT = 8017;
const LOCAL = ['127.0.0.1', 'localhost', '::1'];

export interface ServeOptions {
  readonly dataDir: string;
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly makeCert?: boolean | undefined;
  /** Opens the browser when it listens. */
  readonly open: boolean;
  /** Where sentences for the one who started it go. */
  readonly say: (sentence: string) => void;
}

export interface RunningServer {
  /** Where it is, with the one-time sign-in as `#token=` when there is nobody yet. */
  readonly url: string;
  readonly isNew: boolean;
  close(): Promise<void>;
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly certificate: Certificate | MadeCertificate | undefined;
}

/** `serve`: prints where it is, serves until a signal, and leaves nothing running. Answers the exit code. */
export async function serve(options: ServeOptions): Promise<number> {
  const { say } = options;
  const place = await placeOf(options);
  if (place.certificate) tellCertificate(place.certificate, say);
  if (options.makeCert && options.host === undefined && options.port === undefined) {
    const [own = '本机地址'] = addressesOfMachine();
    say(`证书已备好。请再运行：serve --make-cert --host ${own}`);
    return 0;
  }
  const stopped = whenStopped();
  const server = await startServer(options.dataDir, place);
  try {
    say(`双拥台账已启动：${server.url}`);
    if (server.isNew) say('这个链接只在设好第一个用户之前有效，请不要转发。');
    say('停止请按 Ctrl+C。');
    if (options.open) openBrowser(server.url);
    await stopped;
  } finally {
    await server.close();
  }
  return 0;
}

/** What a colleague needs before he trusts it; whoever starts the server tells him. */
function tellCertificate(certificate: Certificate | MadeCertificate, say: ServeOptions['say']): void {
  if ('renewed' in certificate && certificate.renewed !== null)
    say(`重做了证书：${certificate.renewed}。同事要重新核对指纹。`);
  say(`证书指纹（SHA-256）${certificate.fingerprint}`);
  const file = 'file' in certificate ? `，证书文件 ${certificate.file}` : '';
  say(`证书用到 ${certificate.until}${file}`);
}

/** Opens a data folder and listens; everything a running program consists of. */
export async function startServer(dataDir: string, place: Place): Promise<RunningServer> {
  const open = await openRuntime(dataDir, 'serve');
  const { runtime } = open;
  // Nobody else has this database now: whatever still runs was cut off with the program that ran it.
  const stopped = await stopJobs(runtime.db);
  if (stopped > 0) runtime.log.write('jobs_stopped', { count: stopped });
  const sealer = startSealer(runtime);
  const daily = runtime.isSample ? undefined : startDaily(open.installation);
  const samples: RunningServer[] = [];
  const stopAll = async () => {
    for (const sample of samples) await sample.close();
    await daily?.stop();
    await runtime.looks.flush();
    await sealer.stop();
    await open.close();
  };
  try {
    const clerk = runtime.isSample ? await findSampleClerk(runtime.db) : undefined;
    const oneTime = makeOneTime(clerk);
    const openSample = async () => {
      const known =
        samples[0] ??
        (await startServer(await openSampleFolder(sampleFolderOf(dataDir)), { ...place, port: 0 }));
      if (samples.length === 0) samples.push(known);
      return known.url;
    };
    const app = createApp({
      runtime,
      routes: collectRoutes(runtime),
      oneTime,
      webFolder: webFolder(),
      isSecure: place.certificate !== undefined,
      hostNames: place.certificate ? undefined : ['127.0.0.1', 'localhost', '[::1]'],
      openSample: runtime.isSample ? undefined : openSample,
    });
    const listening = await listen(app, place);
    const isNew = !(await hasUsers(runtime.db));
    runtime.log.write('serving', { port: listening.port, isSecure: place.certificate !== undefined });
    const url = addressOf(place, listening.port, isNew || clerk ? oneTime.token : undefined, clerk);
    const close = async () => {
      await listening.close();
      await stopAll();
    };
    return { url, isNew, close };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Where to listen and with which certificate. Refuses an address others can reach without one. */
async function placeOf(options: ServeOptions): Promise<Place> {
  const { dataDir, host = '127.0.0.1', port = DEFAULT_PORT } = options;
  const certificate = await certificateOf(options);
  if (!certificate && !LOCAL.includes(host)) {
    refuse(
      'certificate_needed',
      `别的机器能访问 ${host}，必须加密。请加 --cert 和 --key，或先运行 serve --make-cert（数据文件夹 ${dataDir}）。`,
    );
  }
  return { host, port, certificate };
}

async function certificateOf({
  dataDir,
  cert,
  key,
  makeCert,
  host,
}: ServeOptions): Promise<Certificate | MadeCertificate | undefined> {
  if ((cert === undefined) !== (key === undefined)) refuse('certificate', '--cert 和 --key 要一起给。');
  if (cert !== undefined && key !== undefined) return readCertificate(cert, key);
  if (!makeCert) return undefined;
  await openDataFolder(dataDir);
  return makeCertificate(dataDir, host);
}

function addressOf(place: Place, port: number, token: string | undefined, clerk: User | undefined): string {
  const scheme = place.certificate ? 'https' : 'http';
  const host =
    place.host === '0.0.0.0' ? '127.0.0.1' : place.host.includes(':') ? `[${place.host}]` : place.host;
  const page = token && !clerk ? 'start' : '';
  return `${scheme}://${host}:${port}/${page}${token ? `#token=${token}` : ''}`;
}

function webFolder(): string | undefined {
  const folder = join(PROJECT_FOLDER, 'packages/web/dist');
  return existsSync(join(folder, 'index.html')) ? folder : undefined;
}

function whenStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
