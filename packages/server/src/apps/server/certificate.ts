import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { refuse } from '../../kernel/refusal.ts';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** SHA-256, in pairs: what a colleague compares on his screen before he trusts it. */
  readonly fingerprint: string;
}

const YEARS = 5;
const DAY_MS = 86_400_000;

/** Where a data folder keeps the certificate made for it. */
export function certificateFiles(dataDir: string): { readonly cert: string; readonly key: string } {
  const folder = join(dataDir, 'tls');
  return { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
}

/** Makes a certificate for the names and addresses of this machine, once; a second call answers the one there is. */
export async function makeCertificate(dataDir: string, host?: string): Promise<Certificate> {
  const files = certificateFiles(dataDir);
  if (existsSync(files.cert) && existsSync(files.key)) return readCertificate(files.cert, files.key);
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
  return readCertificate(files.cert, files.key);
}

/** Reads a certificate and its key. Refuses what cannot be read or does not belong together. */
export function readCertificate(certFile: string, keyFile: string): Certificate {
  const cert = readPem(certFile);
  const key = readPem(keyFile);
  try {
    return { cert, key, fingerprint: new X509Certificate(cert).fingerprint256 };
  } catch {
    return refuse('certificate', `${certFile} 不是证书（PEM）。`);
  }
}

function readPem(file: string): string {
  if (!existsSync(file)) refuse('certificate', `没有这个文件：${file}`);
  return readFileSync(file, 'utf8');
}

function namesOfMachine(host: string | undefined) {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const ips = new Set([
    '127.0.0.1',
    ...addresses.filter(({ family }) => family === 'IPv4').map(({ address }) => address),
  ]);
  const names = new Set(['localhost', hostname()]);
  if (host && /^\d+(\.\d+){3}$/.test(host) && host !== '0.0.0.0') ips.add(host);
  else if (host && !/^[\d.:]+$/.test(host)) names.add(host);
  return [
    ...[...names].map((value) => ({ type: 2 as const, value })),
    ...[...ips].map((ip) => ({ type: 7 as const, ip })),
  ];
}
