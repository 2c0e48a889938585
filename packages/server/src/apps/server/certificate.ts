import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { shanghaiDay } from '@shuangyong/values';
import { refuse } from '../../kernel/refusal.ts';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** SHA-256, in pairs: what a colleague compares on his screen before he trusts it. */
  readonly fingerprint: string;
  /** Last day on which browsers take it, as written in the office. */
  readonly until: string;
}

export interface MadeCertificate extends Certificate {
  /** The public part, for colleagues who take it into their browsers. */
  readonly file: string;
  /** Why there is a new one though there was one before; null where the old one still serves, or there was none. */
  readonly renewed: string | null;
}

const YEARS = 5;
const DAY_MS = 86_400_000;
/** So many days before its end a certificate is made anew when the server starts. */
const EARLY_DAYS = 30;

/** Where a data folder keeps the certificate made for it. */
export function certificateFiles(dataDir: string): { readonly cert: string; readonly key: string } {
  const folder = join(dataDir, 'tls');
  return { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
}

/** Addresses under which other machines of the office reach this one. */
export const addressesOfMachine = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

/**
 * A certificate for the names and addresses of this machine, made once: a second call answers the one there is, unless
 * it ends soon or does not name where the server is to listen.
 */
export async function makeCertificate(dataDir: string, host?: string): Promise<MadeCertificate> {
  const files = certificateFiles(dataDir);
  const isThere = existsSync(files.cert) && existsSync(files.key);
  const renewed = isThere ? whyRenew(files.cert, host) : null;
  if (!isThere || renewed !== null) await writeNew(dataDir, files, host);
  return { ...readCertificate(files.cert, files.key), file: files.cert, renewed };
}

const EVERYWHERE = ['0.0.0.0', '::'];

const names = (cert: X509Certificate, host: string): boolean =>
  (isIP(host) === 0 ? cert.checkHost(host) : cert.checkIP(host)) !== undefined;

function whyRenew(certFile: string, host: string | undefined): string | null {
  const cert = new X509Certificate(readPem(certFile));
  if (Date.parse(cert.validTo) - Date.now() < EARLY_DAYS * DAY_MS) return '原来的快到期了';
  const wanted = host === undefined ? [] : EVERYWHERE.includes(host) ? addressesOfMachine() : [host];
  const missing = wanted.find((one) => !names(cert, one));
  return missing === undefined ? null : `原来的不包括 ${missing}`;
}

async function writeNew(
  dataDir: string,
  files: ReturnType<typeof certificateFiles>,
  host: string | undefined,
): Promise<void> {
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: hostname() }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + YEARS * 365 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: namesOfMachine(host) },
    ],
  });
  mkdirSync(join(dataDir, 'tls'), { recursive: true, mode: 0o700 });
  writeFileSync(files.key, made.private, { mode: 0o600 });
  writeFileSync(files.cert, made.cert);
}

/** Reads a certificate and its key. Refuses what cannot be read, does not belong together, or is over. */
export function readCertificate(certFile: string, keyFile: string): Certificate {
  const cert = readPem(certFile);
  const key = readPem(keyFile);
  const { fingerprint256: fingerprint, validTo } = checked(certFile, cert, keyFile, key);
  const until = shanghaiDay(Date.parse(validTo));
  if (Date.parse(validTo) < Date.now())
    refuse('certificate', `${certFile} 到 ${until} 已过期，浏览器不再认。请换一张，或用 --make-cert 重做。`);
  return { cert, key, fingerprint, until };
}

function checked(certFile: string, cert: string, keyFile: string, key: string): X509Certificate {
  const read = attempt(() => new X509Certificate(cert), `${certFile} 不是证书（PEM）。`);
  const own = attempt(() => createPrivateKey(key), `${keyFile} 不是没有口令的私钥（PEM）。`);
  if (!read.checkPrivateKey(own))
    refuse('certificate', `${keyFile} 不是 ${certFile} 的私钥，请核对是不是一对。`);
  return read;
}

function attempt<T>(work: () => T, words: string): T {
  try {
    return work();
  } catch {
    return refuse('certificate', words);
  }
}

function readPem(file: string): string {
  if (!existsSync(file)) refuse('certificate', `没有这个文件：${file}`);
  return readFileSync(file, 'utf8');
}

function namesOfMachine(host: string | undefined) {
  const ips = new Set(['127.0.0.1', ...addressesOfMachine()]);
  const hosts = new Set(['localhost', hostname()]);
  if (host && isIP(host) === 0) hosts.add(host);
  else if (host && !EVERYWHERE.includes(host)) ips.add(host);
  return [
    ...[...hosts].map((value) => ({ type: 2 as const, value })),
    ...[...ips].map((ip) => ({ type: 7 as const, ip })),
  ];
}
