import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '@shuangyong/values';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { addPaper, linkPaper } from '../../modules/archive/index.ts';
import { sealEvents } from '../../modules/audit/index.ts';
import { visitKind } from '../../modules/care/index.ts';
import { publicityKind } from '../../modules/records/index.ts';
import { makeBackup } from '../../platform/backup/index.ts';
import { openDataFolder } from '../../platform/datafolder/index.ts';
import { filePath, storeFile } from '../../platform/files/store.ts';
import { changeRecord, insertRecord } from '../../platform/records/write.ts';
import { type TestTown, testContext, testDatabase, testTown } from '../../testing/index.ts';
import { verdictText, verifyAll } from './index.ts';

const { pool, ownerPool, keys } = await testDatabase();
const db = openKysely(pool);
const ctx = testContext(keys);
const home = mkdtempSync(join(tmpdir(), 'shuangyong-verify-'));
process.env.SHUANGYONG_KEYS = join(home, 'keys');
const dataDir = join(home, 'data');
afterAll(() => rmSync(home, { recursive: true, force: true }));

const verify = () =>
  verifyAll({ db, dataDir, clock: { now: Date.now, today: () => day('2018-01-05'), isSet: true } }, (work) =>
    db.transaction().setIsolationLevel('repeatable read').execute(work),
  );

let town: TestTown;
let visitId: string;
let sha256: string;
let personId: string;

beforeAll(async () => {
  mkdirSync(dataDir, { mode: 0o711 });
  await openDataFolder(dataDir);
  town = await testTown(db);
  const { countyId, divisionId, villageId } = town;
  personId = newId();
  await pool.query(
    `insert into person (county_id, id, division_id, name, recorded_at, recorded_by) values ($1, $2, $3, '张某', now(), '王某')`,
    [countyId, personId, divisionId],
  );
  const cells = { visited_on: '2017-08-01', name: '张某', mode: '上门' };
  visitId = await insertRecord(db, ctx, visitKind, town, cells, { person_id: personId, person_link: 'name' });
  await changeRecord(
    db,
    ctx,
    visitKind,
    { countyId, id: visitId },
    1,
    { ...cells, mode: '电话' },
    { reason: '记错' },
  );
  await insertRecord(db, ctx, publicityKind, town, {
    placed_on: '2017-07-20',
    publicity_type: '横幅',
    village_id: villageId,
    quantity: 2,
    measure: '条',
  });
  const file = await storeFile(dataDir, randomBytes(5_000));
  sha256 = file.sha256;
  const input = { title: '走访照片', signedOn: '2017-08-01', paperClass: '照片', fileName: 'a.jpg' };
  const paper = await addPaper(db, ctx, town, input, file);
  await linkPaper(db, ctx, town, paper.id, 'visit', visitId);
  await pool.query(
    `insert into import_log (county_id, id, division_id, year, file_name, sha256, counts, imported_at, imported_by)
     values ($1, $2, $3, 2017, 'a.xlsx', '\\x00', '{"活动":{"read":3,"created":1,"updated":1,"unchanged":0,"refused":1}}', now(), '王某')`,
    [countyId, newId(), divisionId],
  );
  const signingId = newId();
  await ownerPool.query(
    `insert into signing (county_id, id, division_id, year, as_of, body, body_hash, signed_at, signed_on, signed_by, signed_by_id, method)
     values ($1, $2, $3, 2017, '2017-12-31', '{}', '\\x00', now(), '2018-01-05', '刘某', 'u', 'pass_code')`,
    [countyId, signingId, divisionId],
  );
  for (const [n, id] of [visitId, villageId].entries()) {
    await ownerPool.query(`insert into signing_item values ($1, $2, 'D01', 'visit', $3, $4, '1')`, [
      ...[countyId, signingId, id, n + 1],
    ]);
  }
  await ownerPool.query(
    `insert into signing_figure select $1, $2, 'D01', '走访', '2', '次', 2, 0, sha256(convert_to(
       (select string_agg('visit ' || record_id || ' ' || version || ' 1', E'\n' order by record_id::text collate "C")
          from signing_item), 'UTF8'))`,
    [countyId, signingId],
  );
  await sealEvents(db);
});

beforeEach(async () => {
  expect((await verify()).findings).toEqual([]);
});

/** Changes something behind the product's back, verifies, and puts it back. */
async function planted(change: string, undo: string): Promise<readonly string[]> {
  const client = await ownerPool.connect();
  try {
    await client.query(`set session_replication_role = replica; ${change}`);
    return (await verify()).findings.map(({ code }) => code);
  } finally {
    await client.query(`${undo}; reset session_replication_role`).finally(() => client.release());
  }
}

test('what was written by the product is found as it was written, and counted', async () => {
  const verdict = await verify();
  expect(verdict).toMatchObject({ ok: true, findings: [] });
  expect(verdict.checked).toMatchObject({ papers: 1, records: 4, evidence: 1, people: 1, imports: 1 });
  expect(verdict.checked.events).toBeGreaterThan(1);
  expect(verdictText(verdict)).toMatch('全部一致');
});

test('a paper altered by one byte is found, and one that is gone', async () => {
  const path = filePath(dataDir, sha256);
  const bytes = readFileSync(path);
  writeFileSync(path, Buffer.concat([bytes.subarray(0, 4_999), Buffer.of((bytes[4_999] ?? 0) ^ 1)]));
  const altered = await verify();
  rmSync(path);
  const missing = await verify();
  writeFileSync(path, bytes);
  expect(altered.findings).toMatchObject([{ code: 'file_altered', sha256 }]);
  expect(altered.findings[0]?.message).toBe('《走访照片》与入库时不一致。请从备份恢复这一份。');
  expect(missing.findings).toMatchObject([{ code: 'file_missing', sha256 }]);
  expect(missing.ok).toBe(false);
});

const KEEP = (table: string) => `drop table if exists kept; create table kept as select * from ${table}`;
const BACK = (table: string) =>
  `delete from ${table}; insert into ${table} select * from kept; drop table kept`;

test.each([
  ['a record taken away under its evidence', 'visit', 'delete from visit', 'evidence_record_missing'],
  ['a paper taken away', 'paper', 'delete from paper', 'evidence_paper_missing'],
  [
    'a link to another record',
    'evidence',
    'update evidence set record_id = paper_id',
    'evidence_record_missing',
  ],
  [
    'a link to a kind nobody knows',
    'evidence',
    `update evidence set record_kind = 'x'`,
    'evidence_record_missing',
  ],
  ['a stored file forgotten', 'stored_file', 'delete from stored_file', 'paper_file_unknown'],
  ['a person taken away', 'person', 'delete from person', 'person_missing'],
  ['a record given to nobody', 'visit', 'update visit set person_id = division_id', 'person_missing'],
  ['a record from no import', 'visit', 'update visit set import_id = division_id', 'import_missing'],
  ['a record in no village', 'publicity', 'update publicity set village_id = division_id', 'village_missing'],
  [
    'an import with other counts',
    'import_log',
    `update import_log set counts = jsonb_set(counts, '{活动,read}', '4')`,
    'import_counts',
  ],
  ['an old version taken away', 'record_history', 'delete from record_history', 'history_gap'],
  ['a change without its old version', 'visit', 'update visit set version = version + 1', 'history_gap'],
  [
    'a frozen record exchanged',
    'signing_item',
    `update signing_item set contribution = '2' where version = 1`,
    'frozen_changed',
  ],
  [
    'a frozen record taken away',
    'signing_item',
    'delete from signing_item where version = 1',
    'frozen_changed',
  ],
  ['a line of the log altered', 'audit_event', `update audit_event set actor_name = '赵某'`, 'log_altered'],
  ['a line of the log taken away', 'audit_event', 'delete from audit_event', 'log_missing'],
  ['a seal taken away', 'audit_seal', 'delete from audit_seal where seq = 1', 'log_gap'],
])('%s is found', async (_, table, change, code) => {
  const codes = await planted(`${KEEP(table)}; ${change}`, BACK(table));
  expect(codes).toContain(code);
});

test('the end of the log cut off, seals and all, is found by the backup that remembers it', async () => {
  const folder = await openDataFolder(dataDir);
  await makeBackup({ folder, ownerPool }, '江南水乡二零一七');
  expect((await verify()).checked.backups).toBe(1);
  const last = '(select max(seq) from audit_seal)';
  const codes = await planted(
    `create table kept as select * from audit_event; create table seals as select * from audit_seal;
     delete from audit_event where id = (select event_id from audit_seal where seq = ${last});
     delete from audit_seal where seq = ${last}`,
    `delete from audit_seal; insert into audit_seal select * from seals;
     delete from audit_event; insert into audit_event select * from kept; drop table kept; drop table seals`,
  );
  expect(codes).toEqual(['log_cut']);
});
