import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import { openDataFolder } from '../datafolder/index.ts';
import { filePath } from '../files/store.ts';
import { DB_FOLDER, readMigrations } from '../migrate/index.ts';
import { openDatabase } from '../postgres/index.ts';
import { drill } from './drill.ts';
import { backupBeforeMigrate, dailyBackup, makeBackup } from './make.ts';
import { restore } from './restore.ts';
import { backupStatus, listShelf } from './shelf.ts';
import { type FilledSource, fillSource, makeHome, measureAll, openFolder } from './testing.ts';

const PHRASE = '江南水乡二零一七';
const database = await testDatabase();
const { home, remove } = makeHome();
let source: FilledSource;
let file: string;
let target: string;
let n = 0;

beforeAll(async () => {
  source = await fillSource(await openFolder(home), database.ownerPool);
  file = join(home, '全部.sybackup');
  await makeBackup(source, PHRASE, file);
});
afterAll(remove);
beforeEach(() => {
  target = join(home, `恢复到 ${++n}`);
});

const bring = (path: string, passphrase = PHRASE, dataDir = target, dbFolder = DB_FOLDER) =>
  restore({ file: path, dataDir, passphrase, url: undefined, dbFolder });

/** The keys of the machine out of reach, as on another machine. */
async function onAnotherMachine<T>(work: () => Promise<T>): Promise<T> {
  renameSync(join(home, 'keys'), join(home, 'keys-away'));
  try {
    return await work();
  } finally {
    rmSync(join(home, 'keys'), { recursive: true, force: true });
    renameSync(join(home, 'keys-away'), join(home, 'keys'));
  }
}

test('a new machine needs file and pass phrase and then holds the same rows, sums and papers', async () => {
  await onAnotherMachine(async () => {
    const report = await bring(file);
    expect(report).toMatchObject({ installation: source.folder.id, files: { count: 1, damaged: [] } });
    const folder = await openDataFolder(target);
    expect(folder.id).toBe(source.folder.id);
    expect(folder.keys.open(source.folder.keys.seal('340000199001011234'))).toBe('340000199001011234');
    const restored = await openDatabase({ folder, purpose: 'command', url: undefined });
    expect(await measureAll(restored.ownerPool)).toEqual(await measureAll(source.ownerPool));
    await restored.close();
    const paper = filePath(target, source.paperSha256);
    expect(readFileSync(paper)).toEqual(readFileSync(filePath(source.folder.paths.root, source.paperSha256)));
  });
});

test('keys, indexes, rights and comments are those of a database made by the migrations', async () => {
  await bring(file);
  const restored = await openDatabase({
    folder: await openDataFolder(target),
    purpose: 'command',
    url: undefined,
  });
  const shape = `select conname as name, pg_get_constraintdef(oid) as is from pg_constraint
                  where connamespace = 'public'::regnamespace and contype <> 'n'
    union all select indexname, indexdef from pg_indexes where schemaname = 'public'
    union all select table_name || ' ' || grantee, string_agg(privilege_type::text, ' ' order by privilege_type)
      from information_schema.role_table_grants where grantee = 'shuangyong_app' group by 1
    union all select 'schema', string_agg(name || sha256, ' ' order by number) from schema_migration
    union all select 'comments', count(*)::text from pg_description where objoid::regclass::text = 'paid_line'
    order by 1, 2`;
  const { rows } = await restored.ownerPool.query(shape);
  expect(rows).toEqual((await source.ownerPool.query(shape)).rows);
  await restored.close();
});

test('a practice township comes back as a practice township', async () => {
  const marked = join(source.folder.paths.root, 'installation.json');
  const before = readFileSync(marked, 'utf8');
  writeFileSync(marked, JSON.stringify({ ...JSON.parse(before), sample: true }));
  const practice = join(home, 'practice.sybackup');
  await makeBackup(source, PHRASE, practice);
  writeFileSync(marked, before);
  await bring(practice);
  expect(JSON.parse(readFileSync(join(target, 'installation.json'), 'utf8'))).toEqual({
    ...JSON.parse(before),
    sample: true,
  });
});

test('nothing of it can be read in the file', () => {
  const bytes = readFileSync(file);
  for (const text of ['练习镇', 'paid_line', source.folder.keyPair.dataKey.toString('base64')]) {
    expect(bytes.includes(text)).toBe(false);
  }
});

test('a wrong pass phrase is refused and leaves nothing behind, not even keys', async () => {
  await onAnotherMachine(async () => {
    await expect(bring(file, '江南水乡二零一八')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    await expect(bring(file, '')).rejects.toMatchObject({ code: 'passphrase_missing' });
    expect(existsSync(target)).toBe(false);
    expect(existsSync(join(home, 'keys'))).toBe(false);
  });
});

test.each([undefined, '', '一二三四五六七'])('a pass phrase of %j is refused', async (phrase) => {
  const out = join(home, 'short.sybackup');
  await expect(makeBackup(source, phrase, out)).rejects.toMatchObject({
    code: phrase ? 'passphrase_short' : 'passphrase_missing',
  });
  expect(existsSync(out)).toBe(false);
});

test.each([10, 262_180, 700_000])('cut off after %i bytes it is refused', async (size) => {
  const cut = join(home, 'cut.sybackup');
  cpSync(file, cut);
  truncateSync(cut, size);
  await expect(bring(cut)).rejects.toMatchObject({ code: 'backup_damaged' });
  expect(existsSync(target)).toBe(false);
});

test.each([30, 400, 5_000, 600_000])(
  'byte %i changed, it is refused before anything is made',
  async (place) => {
    const changed = join(home, 'changed.sybackup');
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 4, place);
    writeFileSync(changed, bytes);
    await expect(bring(changed)).rejects.toMatchObject({ code: 'backup_damaged' });
    expect(existsSync(target)).toBe(false);
  },
);

test('another file is no backup, and a missing one is said to be missing', async () => {
  const other = join(home, 'other.xlsx');
  writeFileSync(other, 'PK\u0003\u0004 something else');
  await expect(bring(other)).rejects.toMatchObject({ code: 'not_a_backup' });
  await expect(bring(join(home, 'nowhere'))).rejects.toMatchObject({ code: 'backup_place' });
});

test('a folder with anything in it is refused and not touched', async () => {
  mkdirSync(target);
  writeFileSync(join(target, '别人的.txt'), 'x');
  await expect(bring(file)).rejects.toMatchObject({ code: 'data_folder_not_empty' });
  expect(readdirSync(target)).toEqual(['别人的.txt']);
  await expect(bring(file, PHRASE, source.folder.paths.root)).rejects.toMatchObject({
    code: 'data_folder_not_empty',
  });
});

test('a backup of a newer schema is refused; an older one is brought up to date', async () => {
  const older = join(home, 'db-older');
  const newer = join(home, 'db-newer');
  for (const folder of [older, newer]) cpSync(DB_FOLDER, folder, { recursive: true });
  const last = readMigrations().at(-1)?.name ?? '';
  rmSync(join(older, 'migrations', last));
  await expect(bring(file, PHRASE, target, older)).rejects.toMatchObject({ code: 'backup_newer' });
  expect(existsSync(target)).toBe(false);
  const text = `alter table paid_line add column doubled_fen bigint;
                update paid_line set doubled_fen = amount_fen - 1`;
  writeFileSync(join(newer, 'migrations/9999_doubled.sql'), text);
  await bring(file, PHRASE, target, newer);
  const restored = await openDatabase({
    folder: await openDataFolder(target),
    purpose: 'command',
    url: undefined,
  });
  const { rows } = await restored.pool.query(
    'select count(*) as lines, sum(amount_fen - doubled_fen)::bigint as difference from paid_line',
  );
  expect(rows).toEqual([{ lines: 300, difference: 300 }]);
  await restored.close();
});

test('a failure in the middle leaves no folder, no keys and no server', async () => {
  const broken = join(home, 'db-broken');
  cpSync(DB_FOLDER, broken, { recursive: true });
  writeFileSync(join(broken, 'migrations/9999_broken.sql'), 'select 1/0 from paid_line');
  await onAnotherMachine(async () => {
    await expect(bring(file, PHRASE, target, broken)).rejects.toThrow('division by zero');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(join(home, 'keys'))).toEqual([]);
  });
});

test('the daily backup is made once a day, without anybody, and opens on this machine or by the pass phrase', async () => {
  const made = await dailyBackup(source);
  expect(made).toMatchObject({ hasPassphrase: true, files: { count: 1 } });
  expect(await dailyBackup(source)).toBeUndefined();
  const path = made?.path ?? '';
  expect(await drill(source.folder, path)).toMatchObject({
    people: 0,
    text: '试恢复成功：人数、金额、文件一致。',
  });
  await onAnotherMachine(async () => {
    await expect(bring(path, '')).rejects.toMatchObject({ code: 'passphrase_missing' });
    expect((await bring(path)).rows).toBe(made?.rows);
  });
});

test('where no pass phrase was ever used a backup opens on its own machine only', async () => {
  const folder = await openDataFolder(join(home, '另一处'));
  const made = await backupBeforeMigrate(folder, database.ownerPool);
  expect(made.hasPassphrase).toBe(false);
  expect((await bring(made.path, '')).rows).toBe(made.rows);
  await onAnotherMachine(async () => {
    await expect(bring(made.path, PHRASE, join(home, 'x'))).rejects.toMatchObject({
      code: 'backup_of_other_machine',
    });
  });
});

test('who knows a later pass phrase cannot open what was made under the one before', async () => {
  const later = join(home, 'later.sybackup');
  await makeBackup(source, '另外一句口令记在纸上', later);
  await onAnotherMachine(async () => {
    await expect(bring(file, '另外一句口令记在纸上')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    await bring(later, '另外一句口令记在纸上');
  });
});

test('a drill leaves nothing behind and refuses a spoilt backup', async () => {
  const run = readdirSync(source.folder.paths.run);
  const spoilt = join(home, 'spoilt.sybackup');
  const bytes = readFileSync(file);
  bytes[300_000] = (bytes[300_000] ?? 0) ^ 1;
  writeFileSync(spoilt, bytes);
  await expect(drill(source.folder, spoilt, PHRASE)).rejects.toMatchObject({ code: 'backup_damaged' });
  expect((await drill(source.folder, file, PHRASE)).fen).toBe(String(9_007_199_254_740_991n - 45_149n));
  expect(readdirSync(source.folder.paths.run)).toEqual(run);
});

test('a paper gone from the disk does not keep the rest from being saved, and is named', async () => {
  const path = filePath(source.folder.paths.root, source.paperSha256);
  const bytes = readFileSync(path);
  const out = join(home, 'damaged.sybackup');
  for (const spoil of [() => rmSync(path), () => writeFileSync(path, 'other')]) {
    spoil();
    const report = await makeBackup(source, PHRASE, out);
    expect(report.files.damaged).toEqual([source.paperSha256]);
    const restored = await bring(out, PHRASE, `${target}-${spoil.toString().length}`);
    expect(restored.files.damaged).toEqual([source.paperSha256]);
    writeFileSync(path, bytes);
  }
});

test('the shelf lists what is there and the status says how old it is', async () => {
  const made = await makeBackup(source, PHRASE);
  const [newest] = await listShelf(source.folder.paths.backups);
  expect(newest).toMatchObject({ kind: 'manual', bytes: made.bytes });
  expect(await backupStatus(source.folder)).toMatchObject({ lastBackupAt: newest?.madeAt, warning: null });
  const in9Days = Date.now() + 9 * 86_400_000;
  expect((await backupStatus(source.folder, in9Days)).warning).toMatch('还没有备份到备份盘过');
});
