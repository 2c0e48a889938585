import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Cells } from '../../platform/contract/kind.ts';
import { type ChangeReason, changeRecord } from '../../platform/records/write.ts';
import { cellsForRight, type Span } from './change-rules.ts';
import { renumber } from './enrol.ts';
import { refuseOverlap } from './overlap.ts';
import { registrationsOf } from './person.ts';
import type { Place } from './place.ts';
import { projectPerson } from './project.ts';
import { spellKind } from './sheets.ts';

export interface RightRow extends Span {
  readonly id: string;
  readonly version: number;
  readonly person_id: string | null;
  readonly division_id: string;
}

const COLUMNS = ['id', 'version', 'person_id', 'division_id', 'from_month', 'stop_month'] as const;

/** The right of that number in the county. Throws NotFound. */
export async function getRight(db: Db, countyId: number, id: string): Promise<RightRow> {
  const right = await db
    .selectFrom('spell')
    .select(COLUMNS)
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!right) throw new NotFound();
  return right;
}

/** Rights that stand of these registrations, held until the command ends. */
export async function standingRights(
  db: Db,
  countyId: number,
  personIds: readonly string[],
): Promise<RightRow[]> {
  const { rows } = await sql<RightRow>`select ${sql.join(COLUMNS.map((name) => sql.ref(name)))} from spell
    where county_id = ${countyId} and person_id = any(${personIds}) and voided_at is null order by id for update`.execute(
    db,
  );
  return rows;
}

async function change(db: Db, ctx: Ctx, countyId: number, right: RightRow, cells: Cells, why: ChangeReason) {
  await changeRecord(db, ctx, spellKind, { countyId, id: right.id }, right.version, cells, why);
}

/** A person has one name and one number: what is corrected in one of his rights is corrected in all. */
async function changeSiblings(
  db: Db,
  ctx: Ctx,
  place: Place,
  right: RightRow,
  cells: Cells,
  why: ChangeReason,
) {
  if (!right.person_id) return;
  const shared = Object.fromEntries(
    Object.entries(cells).filter(([field]) => field === 'name' || field === 'identity'),
  );
  if (Object.keys(shared).length === 0) return;
  for (const sibling of await standingRights(db, place.countyId, [right.person_id]))
    if (sibling.id !== right.id) await change(db, ctx, place.countyId, sibling, shared, why);
  if (typeof shared.identity === 'string') await renumber(db, ctx, place, right.person_id, shared.identity);
}

const DECIDE_OVERLAP: readonly string[] = ['category', 'from_month', 'stop_month', 'died_on'];

/** Corrects a right, in what belongs to the person his other rights too, and makes the person's line again. */
export async function applyCorrection(
  db: Db,
  ctx: Ctx,
  place: Place,
  right: RightRow,
  cells: Cells,
  why: ChangeReason,
): Promise<void> {
  await change(db, ctx, place.countyId, right, cells, why);
  await changeSiblings(db, ctx, place, right, cells, why);
  if (DECIDE_OVERLAP.some((field) => field in cells)) await refuseOverlap(db, place.countyId, right.id);
  if (right.person_id) await projectPerson(db, place.countyId, right.person_id);
}

/** Carries a death, a move or a stop out in every right it touches, merged registrations included; answers those. */
export async function applyEvent(
  db: Db,
  ctx: Ctx,
  place: Place,
  personId: string,
  cells: Cells,
  why: ChangeReason,
): Promise<readonly string[]> {
  const ids = await registrationsOf(db, place.countyId, personId);
  const touched: string[] = [];
  for (const right of await standingRights(db, place.countyId, ids)) {
    const own = cellsForRight(cells, right);
    if (own === undefined) continue;
    await change(db, ctx, place.countyId, right, own, why);
    touched.push(right.id);
  }
  for (const id of ids) await projectPerson(db, place.countyId, id);
  return touched;
}
