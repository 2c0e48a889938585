import { type Day, parseIsoDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { StoredFile } from '../../platform/files/store.ts';
import { changeRecord, insertRecord } from '../../platform/records/write.ts';
import { recordEvent } from '../audit/index.ts';
import { findPaper, findPaperByHash } from './queries.ts';
import { paperKind } from './sheets.ts';

export interface Place {
  readonly countyId: number;
  readonly divisionId: string;
}

export interface PaperInput {
  readonly title: string;
  readonly signedOn: string;
  readonly paperClass: string;
  readonly documentNo?: string | undefined;
  readonly originalAt?: string | undefined;
  readonly fileName?: string | undefined;
}

function checkedDay(ctx: Ctx, text: string): Day {
  const day = parseIsoDay(text) ?? refuse('date_invalid', '日期读不出，请写成 2017-07-28。');
  if (day > ctx.today) refuse('date_order', '材料的日期晚于今天，请核对。');
  return day;
}

async function keepFileRow(db: Db, countyId: number, file: StoredFile, name: string): Promise<void> {
  await db
    .insertInto('stored_file')
    .values({
      county_id: countyId,
      sha256: Buffer.from(file.sha256, 'hex'),
      size_bytes: file.size,
      media_type: file.mediaType,
      file_name: name,
    })
    .onConflict((conflict) => conflict.columns(['county_id', 'sha256']).doNothing())
    .execute();
}

/**
 * Takes a paper in: its file is already stored by hash. The same file again in this township is the paper that is
 * there. Refuses a day that does not exist or lies ahead, and a paper with neither file nor place of the original.
 */
export async function addPaper(db: Db, ctx: Ctx, place: Place, input: PaperInput, file?: StoredFile) {
  const signedOn = checkedDay(ctx, input.signedOn);
  if (!file && !input.originalAt) refuse('paper_empty', '请选文件，或写明原件在哪里（几盒几件）。');
  const known = file && (await findPaperByHash(db, place.countyId, place.divisionId, file.sha256));
  if (known) return { id: known.id, already: known };
  if (file) await keepFileRow(db, place.countyId, file, input.fileName ?? input.title);
  const cells = {
    title: input.title,
    signed_on: signedOn,
    paper_class: input.paperClass,
    document_no: input.documentNo ?? null,
    original_at: input.originalAt ?? null,
    file_path: input.fileName ?? null,
  };
  const hash = { file_sha256: file ? Buffer.from(file.sha256, 'hex') : null };
  const id = await insertRecord(db, ctx, paperKind, place, cells, hash);
  await recordEvent(db, ctx, { ...place, action: 'paper.add', recordKind: 'paper', recordId: id });
  return { id, already: undefined };
}

/**
 * Puts the file into a paper that is there without one; the paper as it was is kept. Refuses `paper_has_file` when it
 * has one, and `paper_elsewhere` when this very file is another paper of the township.
 */
export async function fillPaper(
  db: Db,
  ctx: Ctx,
  place: Place,
  paperId: string,
  file: StoredFile,
  name: string,
): Promise<void> {
  const paper = await findPaper(db, place.countyId, paperId);
  if (!paper || paper.divisionId !== place.divisionId) throw new NotFound();
  if (paper.sha256) refuse('paper_has_file', `《${paper.title}》已经有文件。要换，请作废这一份再收新的。`);
  const known = await findPaperByHash(db, place.countyId, place.divisionId, file.sha256);
  if (known) refuse('paper_elsewhere', `这个文件已是《${known.title}》。请核对，或把那一份挂上。`);
  await keepFileRow(db, place.countyId, file, name);
  const at = { countyId: place.countyId, id: paperId };
  const why = { reason: '放进文件', paperId };
  await changeRecord(db, ctx, paperKind, at, paper.version, { file_path: name }, why);
  await sql`update paper set file_sha256 = ${Buffer.from(file.sha256, 'hex')}, file_missing = false
    where county_id = ${place.countyId} and id = ${paperId}`.execute(db);
  await recordEvent(db, ctx, { ...place, action: 'paper.fill', recordKind: 'paper', recordId: paperId });
}

/** Hangs a paper on a record; hanging it twice is the same as once. Refuses a paper of another township as not found. */
export async function linkPaper(
  db: Db,
  ctx: Ctx,
  place: Place,
  paperId: string,
  kind: string,
  recordId: string,
) {
  const paper = await findPaper(db, place.countyId, paperId);
  if (!paper || paper.divisionId !== place.divisionId) throw new NotFound();
  await sql`insert into evidence (county_id, id, division_id, paper_id, record_kind, record_id, origin, linked_at, linked_by)
    values (${place.countyId}, ${newId()}, ${place.divisionId}, ${paperId}, ${kind}, ${recordId}, 'screen',
      ${new Date(ctx.now).toISOString()}, ${ctx.actor.name})
    on conflict (county_id, record_kind, record_id, paper_id) where removed_at is null do nothing`.execute(
    db,
  );
  await recordEvent(db, ctx, {
    ...place,
    action: 'paper.link',
    recordKind: kind,
    recordId,
    detail: { paperId },
  });
}

/** Takes a paper off a record. The link stays in the table with who and when. */
export async function unlinkPaper(
  db: Db,
  ctx: Ctx,
  place: Place,
  paperId: string,
  kind: string,
  recordId: string,
) {
  const { numAffectedRows } = await sql`update evidence set removed_at = ${new Date(ctx.now).toISOString()},
      removed_by = ${ctx.actor.name}
    where county_id = ${place.countyId} and division_id = ${place.divisionId} and paper_id = ${paperId}
      and record_kind = ${kind} and record_id = ${recordId} and removed_at is null`.execute(db);
  if (!numAffectedRows) throw new NotFound();
  await recordEvent(db, ctx, {
    ...place,
    action: 'paper.unlink',
    recordKind: kind,
    recordId,
    detail: { paperId },
  });
}
