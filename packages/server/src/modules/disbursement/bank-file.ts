import { Writable } from 'node:stream';
import { fen, monthText, yuanText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { readStoredFile, type StoredFile, storeFile } from '../../platform/files/store.ts';
import { writeSheets } from '../../platform/workbook/index.ts';
import { BANK_LAYOUTS, type BankLayout, type BankRow, type LayoutCode } from './bank-layout.ts';
import { fixedText } from './bank-text.ts';
import type { BatchHead } from './batch-find.ts';

/** A file that went to the bank or came from it. */
export interface BankFile {
  readonly id: string;
  readonly direction: 'out' | 'in';
  readonly layout: string;
  readonly name: string;
  readonly rows: number;
  readonly totalFen: number;
  readonly sha256: string;
  readonly by: string;
  readonly on: string;
}

/** What the bank is told of these lines, in the order of the batch. Accounts are opened for this alone. */
export async function bankRows(
  db: Db,
  ctx: Ctx,
  countyId: number,
  batch: BatchHead,
  lineIds: readonly string[],
): Promise<readonly BankRow[]> {
  const { rows } = await sql<{
    id: string;
    ordinal: number;
    holder: string;
    bank: string | null;
    sealed: Buffer;
    fen: number;
  }>`select l.id, l.ordinal, a.holder_name as holder, a.bank_name as bank, a.account_sealed as sealed, l.fen
    from unnest(${lineIds}::uuid[]) as t(id) join pay_line l on l.county_id = ${countyId} and l.id = t.id
    join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version
    order by l.ordinal`.execute(db);
  const remark = `${monthText(batch.payMonth)} ${batch.kind}`;
  return rows.map(({ id, ordinal, holder, bank, sealed, fen: amount }) => ({
    ...{ no: id, ordinal, holder, bank: bank ?? '', remark },
    ...{ account: ctx.keys.open(sealed), yuan: yuanText(fen(amount)) },
  }));
}

async function bookOf(layout: BankLayout, rows: readonly BankRow[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const columns = layout.columns.map(({ header, kind }) => ({ header, kind }));
  const values = rows.map((row) => layout.columns.map(({ of }) => row[of]));
  await writeSheets([{ name: '代发明细', columns, rows: values }], out);
  return Buffer.concat(chunks);
}

/** The bytes of a bank's file. */
export async function bankBytes(
  code: LayoutCode,
  rows: readonly BankRow[],
  totalFen: number,
): Promise<Buffer> {
  const layout: BankLayout = BANK_LAYOUTS[code];
  if (layout.format === 'xlsx') return bookOf(layout, rows);
  return fixedText(layout.columns, rows, yuanText(fen(totalFen)));
}

export interface NewBankFile {
  readonly direction: 'out' | 'in';
  readonly layout: string;
  readonly name: string;
  readonly rows: number;
  readonly totalFen: number;
  readonly bytes: Uint8Array;
}

async function keepFile(db: Db, countyId: number, file: StoredFile, name: string): Promise<void> {
  await db
    .insertInto('stored_file')
    .values({
      ...{ county_id: countyId, sha256: Buffer.from(file.sha256, 'hex'), size_bytes: file.size },
      ...{ media_type: file.mediaType, file_name: name },
    })
    .onConflict((conflict) => conflict.columns(['county_id', 'sha256']).doNothing())
    .execute();
}

/** Stores the bytes and only then the row that names them. */
export async function keepBankFile(
  db: Db,
  ctx: Ctx,
  countyId: number,
  batchId: string,
  dataDir: string,
  file: NewBankFile,
): Promise<BankFile> {
  const { direction, layout, name, rows, totalFen, bytes } = file;
  const stored = await storeFile(dataDir, bytes);
  await keepFile(db, countyId, stored, name);
  const id = newId();
  await db
    .insertInto('bank_file')
    .values({
      ...{ county_id: countyId, id, batch_id: batchId, direction, layout, file_name: name, rows },
      ...{ file_sha256: Buffer.from(stored.sha256, 'hex'), total_fen: totalFen, office_day: ctx.today },
      ...{ actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: new Date(ctx.now).toISOString() },
    })
    .execute();
  const { sha256 } = stored;
  return { id, direction, layout, name, rows, totalFen, sha256, by: ctx.actor.name, on: ctx.today };
}

/** Files of a batch, the oldest first. */
export async function filesOf(db: Db, countyId: number, batchId: string): Promise<readonly BankFile[]> {
  const { rows } = await sql<BankFile>`select id, direction, layout, file_name as name, rows,
      total_fen as "totalFen", encode(file_sha256, 'hex') as sha256, actor_name as by, office_day as on
    from bank_file where county_id = ${countyId} and batch_id = ${batchId} order by at, id`.execute(db);
  return rows;
}

/** The bytes of a file as they were stored. Refuses `file_lost` where the folder does not have them any more. */
export async function bytesOf(dataDir: string, { sha256, name }: BankFile): Promise<Buffer> {
  const bytes = await readStoredFile(dataDir, sha256);
  return bytes ?? refuse('file_lost', `数据文件夹里找不到「${name}」的原件，请从备份恢复。`);
}
