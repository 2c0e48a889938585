import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedPackages, THIRD_PARTY_PAGE, thirdPartyPage } from '../scripts/third-party.ts';
import { ROOT } from './tree.ts';

const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');

/** Licences under which a package may come with the product. */
const ACCEPTED =
  /\b(MIT|ISC|0BSD|BSD-\d-Clause|Apache-2\.0|Unlicense|Zlib|BlueOak-1\.0\.0|CC0-1\.0|LGPL-3\.0-or-later)\b/;

/** Packages whose author stated no licence, each looked at: `buffers` comes with exceljs through unzipper and binary. */
const UNSTATED = ['buffers'];

const notAccepted = (lockText: string) =>
  shippedPackages(lockText)
    .filter(({ name, licence }) => !ACCEPTED.test(licence ?? '') && !UNSTATED.includes(name))
    .map(({ name, licence }) => `${name}: ${licence ?? 'none stated'}`);

const planted = (entry: Readonly<Record<string, unknown>>) => {
  const read = JSON.parse(lock) as { packages: Record<string, unknown> };
  return JSON.stringify({ packages: { ...read.packages, 'node_modules/planted': entry } });
};

test('THIRD-PARTY.md says what package-lock.json ships', () => {
  expect(readFileSync(join(ROOT, THIRD_PARTY_PAGE), 'utf8')).toBe(thirdPartyPage(lock));
});

test('every shipped package comes under a licence we accept', () => {
  expect(notAccepted(lock)).toEqual([]);
});

test('a new shipped package and a licence we do not accept: the gate fires', () => {
  const text = planted({ version: '1.0.0', license: 'AGPL-3.0-only' });
  expect(notAccepted(text)).toEqual(['planted: AGPL-3.0-only']);
  expect(thirdPartyPage(text)).toContain('planted');
});

test('a package of development is not shipped', () => {
  const text = planted({ version: '1.0.0', license: 'MIT', dev: true });
  expect(shippedPackages(text).map(({ name }) => name)).not.toContain('planted');
});
