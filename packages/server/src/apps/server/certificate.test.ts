import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { certificateFiles, makeCertificate, readCertificate } from './certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'shuangyong-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

test('a certificate is made once, names where it serves, and its key is the owner’s alone', async () => {
  const made = await makeCertificate(at('one'), '127.0.0.2');
  const cert = new X509Certificate(made.cert);
  expect(cert.checkIP('127.0.0.2')).toBe('127.0.0.2');
  expect(cert.checkHost('localhost')).toBe('localhost');
  expect(made.fingerprint).toBe(cert.fingerprint256);
  expect(statSync(certificateFiles(at('one')).key).mode & 0o777).toBe(0o600);
  const again = await makeCertificate(at('one'), '127.0.0.2');
  expect([again.fingerprint, again.renewed]).toEqual([made.fingerprint, null]);
});

test('another address makes another one, and says why', async () => {
  const first = await makeCertificate(at('two'), '127.0.0.2');
  const second = await makeCertificate(at('two'), '10.20.30.40');
  expect(second.renewed).toBe('原来的不包括 10.20.30.40');
  expect(second.fingerprint).not.toBe(first.fingerprint);
  expect(new X509Certificate(second.cert).checkIP('10.20.30.40')).toBe('10.20.30.40');
  const named = await makeCertificate(at('two'), 'office.example');
  expect(new X509Certificate(named.cert).checkHost('office.example')).toBe('office.example');
});

test('a key of another certificate, a text that is neither, and no file are refused in words', async () => {
  await makeCertificate(at('three'));
  await makeCertificate(at('four'));
  const [three, four] = [certificateFiles(at('three')), certificateFiles(at('four'))];
  expect(() => readCertificate(three.cert, four.key)).toThrow('不是一对');
  writeFileSync(at('text.pem'), '不是证书');
  expect(() => readCertificate(at('text.pem'), three.key)).toThrow('不是证书');
  expect(() => readCertificate(three.cert, at('text.pem'))).toThrow('不是没有口令的私钥');
  expect(() => readCertificate(at('none.pem'), three.key)).toThrow('没有这个文件');
});
