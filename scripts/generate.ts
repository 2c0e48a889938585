// npm run generate: db/types.gen.ts from the migrations, contract/openapi.json from the routes, the screens' types
// from the contract. With --check nothing is written; it names what is out of date and ends with 1.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { contractText } from '../packages/server/src/apps/http/contract.ts';
import { migrate } from '../packages/server/src/platform/migrate/index.ts';
import { makePool, type Target } from '../packages/server/src/platform/postgres/index.ts';
import { startTestServer } from '../packages/server/src/testing/server.ts';
import { PROJECT } from './formatted.ts';

const FILES = {
  db: 'db/types.gen.ts',
  contract: 'contract/openapi.json',
  screens: 'packages/web/src/api/schema.gen.ts',
} as const;

// What the pool's parsers give: safe integers, and text for everything a float or a Date would spoil.
const MAPPING = {
  int8: 'number',
  numeric: 'string',
  timestamptz: 'string',
  bytea: 'Buffer',
  jsonb: 'unknown',
};

/** Types of the tables, read from a fresh database with every migration. */
async function databaseTypes(): Promise<string> {
  const server = await startTestServer();
  try {
    const pool = makePool(server.owner, { max: 1 });
    await migrate(pool).finally(() => pool.end());
    return introspect(server.owner);
  } finally {
    await server.close();
  }
}

function introspect({ host, port, user, password, database }: Target): string {
  const url = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const folder = mkdtempSync(join(tmpdir(), 'shuangyong-types-'));
  const out = join(folder, 'types.ts');
  const bin = join(PROJECT, 'node_modules/kysely-codegen/dist/cli/bin.js');
  const flags = ['--dialect', 'postgres', '--date-parser', 'string', '--exclude-pattern', 'schema_migration'];
  try {
    const types = ['--type-mapping', JSON.stringify(MAPPING)];
    execFileSync(process.execPath, [bin, ...flags, ...types, '--url', url, '--out-file', out], {
      cwd: PROJECT,
    });
    return readFileSync(out, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Types of the HTTP contract for the screens. */
export async function screenTypes(contract: string): Promise<string> {
  const types = astToString(await openapiTS(JSON.parse(contract)));
  return `/** Generated from contract/openapi.json by npm run generate; not edited by hand. */\n${types}`;
}

export async function generateAll(): Promise<Readonly<Record<string, string>>> {
  const contract = contractText();
  return {
    [FILES.db]: await databaseTypes(),
    [FILES.contract]: contract,
    [FILES.screens]: await screenTypes(contract),
  };
}

/** Files that are not what would be generated now. */
export function outOfDate(fresh: Readonly<Record<string, string>>): readonly string[] {
  const held = (name: string) =>
    existsSync(join(PROJECT, name)) ? readFileSync(join(PROJECT, name), 'utf8') : '';
  return Object.keys(fresh).filter((name) => held(name) !== fresh[name]);
}

if (import.meta.main) {
  const fresh = await generateAll();
  const late = outOfDate(fresh);
  const isCheck = process.argv.includes('--check');
  for (const name of late) {
    if (!isCheck) writeFileSync(join(PROJECT, name), fresh[name] ?? '');
    process.stderr.write(`${name} ${isCheck ? 'is out of date: npm run generate' : 'written'}\n`);
  }
  if (isCheck && late.length > 0) process.exitCode = 1;
}
