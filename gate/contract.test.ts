import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contractText } from '../packages/server/src/apps/http/contract.ts';
import { screenTypes } from '../scripts/generate.ts';
import { ROOT } from './tree.ts';

const held = (name: string) => readFileSync(join(ROOT, name), 'utf8');

test('contract/openapi.json is what the routes say', () => {
  expect(held('contract/openapi.json')).toBe(contractText());
});

test('the types of the screens are what the contract says, and a changed contract changes them', async () => {
  const contract = contractText();
  expect(held('packages/web/src/api/schema.gen.ts')).toBe(await screenTypes(contract));
  expect(await screenTypes(contract.replace('needsStart', 'planted'))).not.toBe(await screenTypes(contract));
});
