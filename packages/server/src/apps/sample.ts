import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../kernel/db.ts';
import { refuse } from '../kernel/refusal.ts';
import { createUser, findUserByName, hasUsers, type User } from '../modules/access/index.ts';
import { getDivision } from '../modules/divisions/index.ts';
import { importWorkbook, openFileSource } from '../modules/imports/index.ts';
import { runCommand } from './command.ts';
import { KINDS } from './kinds.ts';
import { type AppRuntime, isSampleFolder, openRuntime, PROJECT_FOLDER } from './runtime.ts';
import { adoptSampleLaw } from './sample-law.ts';
import { sealOnce } from './sealer.ts';
import { OPERATOR } from './visitor.ts';

/** What went into the sample: one entry a workbook. */
export interface SampleImport {
  readonly file: string;
  readonly number: string;
  readonly sheets: unknown;
  readonly refused: number;
}

const FOLDER = join(PROJECT_FOLDER, 'examples/sample');
/** For practice only: the sample holds nothing real, and everybody may try all three hands. */
export const SAMPLE_PASS_CODE = 'lianxi-2017';
const CLERK = '王练习';
const USERS: readonly (readonly [string, readonly string[]])[] = [
  [CLERK, ['经办', '管理']],
  ['赵练习', ['复核']],
  ['刘练习', ['批准']],
];

/** The sample's folder beside the office's own. */
export function sampleFolderOf(dataDir: string): string {
  return `${dataDir}-sample`;
}

/** Makes the sample there unless it is there, and answers its folder. */
export async function openSampleFolder(dataDir: string): Promise<string> {
  if (!isFilled(dataDir)) await makeSample(dataDir);
  return dataDir;
}

/**
 * Fills a data folder of its own with the sample township: its workbooks through the usual import, three users.
 * Run again it changes nothing. Refuses a folder that holds an office's own data.
 */
export async function makeSample(dataDir: string): Promise<readonly SampleImport[]> {
  refuseRealData(dataDir);
  const { runtime, close } = await openRuntime(dataDir, 'command');
  try {
    // Marked before anything is in it: whatever happens on the way, it is never taken for real data.
    mark(runtime.dataDir, { sample: true });
    const imports = [];
    for (const file of workbooks()) imports.push(await importOne(runtime, file));
    if (await addUsers(runtime))
      await adoptSampleLaw(runtime, await firstTownship(runtime.db), SAMPLE_PASS_CODE);
    await sealOnce(runtime);
    mark(runtime.dataDir, { sampleFilled: true });
    return imports;
  } finally {
    await close();
  }
}

/** The clerk of the sample, as whom its link signs in. */
export async function findSampleClerk(db: Db): Promise<User | undefined> {
  return findUserByName(db, CLERK);
}

const installationFile = (dataDir: string) => join(dataDir, 'installation.json');

function readMarks(dataDir: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(installationFile(dataDir), 'utf8'));
}

function mark(dataDir: string, marks: Readonly<Record<string, boolean>>): void {
  const text = `${JSON.stringify({ ...readMarks(dataDir), ...marks }, null, 2)}\n`;
  writeFileSync(`${installationFile(dataDir)}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${installationFile(dataDir)}.new`, installationFile(dataDir));
}

function isFilled(dataDir: string): boolean {
  return existsSync(installationFile(dataDir)) && readMarks(dataDir).sampleFilled === true;
}

function refuseRealData(dataDir: string): void {
  if (!existsSync(installationFile(dataDir)) || isSampleFolder(dataDir)) return;
  refuse('data_folder_real', `${dataDir} 里是本单位的数据，样例要放在另一个文件夹：--data 另一个文件夹。`);
}

function workbooks(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.xlsx'))
    .sort();
}

async function importOne(runtime: AppRuntime, name: string): Promise<SampleImport> {
  const files = await openFileSource(join(FOLDER, 'papers'));
  try {
    const input = { file: join(FOLDER, name), fileName: name, kinds: KINDS, dataDir: runtime.dataDir, files };
    const result = await runCommand(runtime, OPERATOR.caller, (tx, ctx) => importWorkbook(tx, ctx, input));
    return { file: name, number: result.number, sheets: result.sheets, refused: result.errors.length };
  } finally {
    await files.close();
  }
}

/** False when they are there already. */
async function addUsers(runtime: AppRuntime): Promise<boolean> {
  if (await hasUsers(runtime.db)) return false;
  const code = await firstTownship(runtime.db);
  for (const [name, roles] of USERS)
    await runCommand(runtime, OPERATOR.caller, async (tx, ctx) => {
      const division = await getDivision(tx, code);
      await createUser(tx, ctx, { name, roles, passCode: SAMPLE_PASS_CODE, division });
    });
  return true;
}

async function firstTownship(db: Db): Promise<string> {
  const row = await db
    .selectFrom('division')
    .select('code')
    .where('level', '=', 'township')
    .orderBy('code')
    .executeTakeFirstOrThrow();
  return row.code;
}
