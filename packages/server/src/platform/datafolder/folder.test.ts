import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keyFolders, newKeyPair, openDataFolder } from './index.ts';

let home: string;
let data: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'shuangyong 数据-'));
  data = join(home, '双拥 台账');
  vi.stubEnv('SHUANGYONG_KEYS', join(home, 'keys'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

test('a new data folder has a place for everything', async () => {
  const { paths, isNew } = await openDataFolder(data);
  expect(isNew).toBe(true);
  expect(readdirSync(paths.root).sort()).toEqual(
    ['backups', 'files', 'inbox', 'installation.json', 'logs', 'run'].sort(),
  );
});

test('opened again it is the same installation and reads what it sealed', async () => {
  const first = await openDataFolder(data);
  const sealed = first.keys.seal('张三');
  const second = await openDataFolder(data);
  expect(second.isNew).toBe(false);
  expect(second.id).toBe(first.id);
  expect(second.keys.open(sealed)).toBe('张三');
});

test('the keys lie outside the data folder and only their owner reads them', async () => {
  const { id } = await openDataFolder(data);
  const [folder = ''] = keyFolders(id);
  expect(folder.startsWith(data)).toBe(false);
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
});

test('without its keys a data folder does not open, and no new keys are made', async () => {
  const { id } = await openDataFolder(data);
  rmSync(join(home, 'keys'), { recursive: true });
  await expect(openDataFolder(data)).rejects.toMatchObject({ code: 'keys_missing' });
  expect(existsSync(keyFolders(id)[0] ?? '')).toBe(false);
});

test('keys of another installation are not taken', async () => {
  const ours = await openDataFolder(data);
  const other = await openDataFolder(join(home, 'other'));
  cpSync(keyFolders(other.id)[0] ?? '', keyFolders(ours.id)[0] ?? '', { recursive: true });
  await expect(openDataFolder(data)).rejects.toMatchObject({ code: 'keys_wrong' });
});

test("somebody's documents are not made into a data folder", async () => {
  rmSync(data, { recursive: true, force: true });
  writeFileSync(join(home, 'letter.txt'), '');
  await expect(openDataFolder(home)).rejects.toMatchObject({ code: 'data_folder_foreign' });
});

test('a file, or a place below one, is no data folder', async () => {
  const file = join(home, 'letter.txt');
  writeFileSync(file, '');
  await expect(openDataFolder(file)).rejects.toMatchObject({ code: 'data_folder_foreign' });
  await expect(openDataFolder(join(file, 'data'))).rejects.toMatchObject({
    code: 'data_folder_not_writable',
  });
});

test('a damaged or newer installation.json is refused', async () => {
  const { paths } = await openDataFolder(data);
  const file = join(paths.root, 'installation.json');
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.slice(0, 20));
  await expect(openDataFolder(data)).rejects.toMatchObject({ code: 'data_folder_damaged' });
  writeFileSync(file, whole.replace('"format": 1', '"format": 2'));
  await expect(openDataFolder(data)).rejects.toMatchObject({ code: 'data_folder_newer' });
});

test('a restored installation keeps its id and keys, in an empty folder only', async () => {
  const seed = { id: '3f2a4f6e-7f0e-4b7b-9d55-2f4c8f0a1b2c', keyPair: newKeyPair() };
  const restored = await openDataFolder(data, seed);
  expect(restored.id).toBe(seed.id);
  expect(restored.keyPair).toEqual(seed.keyPair);
  await expect(openDataFolder(data, seed)).rejects.toMatchObject({ code: 'data_folder_not_empty' });
});

test('ten programs opening one new folder at once see one installation', async () => {
  const opened = await Promise.all(Array.from({ length: 10 }, () => openDataFolder(data)));
  expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
});
