import { type IdentityNumber, identityBirthDay, identitySex } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import { refuseOverlap } from './overlap.ts';
import type { Place } from './place.ts';
import { namePinyin, projectPerson } from './project.ts';
import { spellKind } from './sheets.ts';

interface Entered {
  readonly name: string;
  readonly identity_sealed: Buffer | null;
  readonly identity_hash: Buffer | null;
  readonly person_id: string | null;
}

async function entered(db: Db, place: Place, kind: KindDef, id: string): Promise<Entered> {
  const { rows } = await sql<Entered>`select name, identity_sealed, identity_hash, person_id
    from ${sql.table(kind.table)} where county_id = ${place.countyId} and id = ${id}`.execute(db);
  const row = rows[0];
  if (!row) throw new NotFound();
  return row;
}

async function holderOf(db: Db, { countyId, divisionId }: Place, hash: Buffer) {
  return db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('county_id', '=', countyId)
    .where('division_id', '=', divisionId)
    .where('identity_hash', '=', hash)
    .executeTakeFirst();
}

async function create(db: Db, ctx: Ctx, place: Place, row: Entered, sealed: Buffer): Promise<void> {
  const number = ctx.keys.open(sealed) as IdentityNumber;
  const { initials, whole } = namePinyin(row.name);
  await db
    .insertInto('person')
    .values({
      county_id: place.countyId,
      id: newId(),
      division_id: place.divisionId,
      identity_sealed: sealed,
      identity_hash: row.identity_hash,
      name: row.name,
      name_initials: initials,
      name_pinyin: whole,
      sex: identitySex(number),
      born_on: identityBirthDay(number),
      recorded_at: new Date(ctx.now).toISOString(),
      recorded_by: ctx.actor.name,
    })
    // Somebody may be entering the same number at this moment: there is still only one person.
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'division_id', 'identity_hash'])
        .where('identity_hash', 'is not', null)
        .doNothing(),
    )
    .execute();
}

/** Whether anything that counts stands under the person: a registration left by an import taken back has nothing. */
async function isNamed(db: Db, { countyId }: Place, personId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from spell s where s.county_id = ${countyId} and s.person_id = ${personId}
      and s.voided_at is null
    union all select 1 from paid_line l where l.county_id = ${countyId} and l.person_id = ${personId}
      and l.voided_at is null limit 1`.execute(db);
  return rows.length > 0;
}

async function rename(db: Db, { countyId }: Place, personId: string, name: string): Promise<void> {
  const { initials, whole } = namePinyin(name);
  await db
    .updateTable('person')
    .set({ name, name_initials: initials, name_pinyin: whole })
    .where('county_id', '=', countyId)
    .where('id', '=', personId)
    .execute();
}

function refuseOtherName(known: string): never {
  const reason = `这个身份证号在册的是「${known}」。请核对原件；名字登记错了，请先在他的档案里更正。`;
  return refuse('cells_invalid', reason, { problems: [{ field: 'name', code: 'id_two_names', reason }] });
}

/**
 * Gives a record of a kind that makes its people (the roll, paid lines) its person, as the import does: the one of
 * that number in the township, else a new one. Refuses a number that stands under another name. Answers the person.
 */
export async function enrol(
  db: Db,
  ctx: Ctx,
  place: Place,
  kind: KindDef,
  id: string,
): Promise<string | null> {
  const row = await entered(db, place, kind, id);
  const { identity_sealed: sealed, identity_hash: hash } = row;
  if (!sealed || !hash) return row.person_id;
  if (!(await holderOf(db, place, hash))) await create(db, ctx, place, row, sealed);
  const holder = await holderOf(db, place, hash);
  if (!holder || holder.id === row.person_id) return row.person_id;
  if (holder.name !== row.name) {
    if (await isNamed(db, place, holder.id)) refuseOtherName(holder.name);
    await rename(db, place, holder.id, row.name);
  }
  await sql`update ${sql.table(kind.table)} set person_id = ${holder.id}, person_link = 'number'
    where county_id = ${place.countyId} and id = ${id}`.execute(db);
  return holder.id;
}

/** The person of that number in the township, made one where there is none: for money drawn by somebody off the roll. */
export async function personByNumber(
  db: Db,
  ctx: Ctx,
  place: Place,
  name: string,
  number: string,
): Promise<string> {
  const hash = ctx.keys.fingerprint(number);
  const known = await holderOf(db, place, hash);
  if (known) return known.id;
  const sealed = ctx.keys.seal(number);
  const row = { name, identity_sealed: sealed, identity_hash: hash, person_id: null };
  await create(db, ctx, place, row, sealed);
  const made = await holderOf(db, place, hash);
  if (!made) throw new NotFound();
  return made.id;
}

/**
 * After a right was entered, made void or restored: it has its person, and the person's own line follows. Refuses one
 * that overlaps another of the same category.
 */
export async function settleRight(db: Db, ctx: Ctx, place: Place, id: string): Promise<string | null> {
  const { person_id: known } = await entered(db, place, spellKind, id);
  // A right keeps the person it has: his number is corrected on purpose only (`renumber`).
  const personId = known ?? (await enrol(db, ctx, place, spellKind, id));
  await refuseOverlap(db, place.countyId, id);
  if (personId) await projectPerson(db, place.countyId, personId);
  return personId;
}

/**
 * Refuses a number that is another person's: giving it to this one would make one of two. A right that belongs to
 * the other is made void here and entered there; one person registered twice is merged.
 */
export async function refuseTakenNumber(db: Db, place: Place, personId: string, hash: Buffer): Promise<void> {
  const holder = await holderOf(db, place, hash);
  if (!holder || holder.id === personId) return;
  const reason = `这个身份证号在册的是「${holder.name}」，不能改给别人。同一个人登记了两次，请到「疑似重复」合并；待遇登记错了人，请作废后到他名下新增。`;
  refuse('cells_invalid', reason, { problems: [{ field: 'identity', code: 'identity_taken', reason }] });
}

/** The person's own number follows a correction of it in his rights. Refuses as {@link refuseTakenNumber}. */
export async function renumber(
  db: Db,
  ctx: Ctx,
  place: Place,
  personId: string,
  number: string,
): Promise<void> {
  const hash = ctx.keys.fingerprint(number);
  await refuseTakenNumber(db, place, personId, hash);
  await db
    .updateTable('person')
    .set({ identity_sealed: ctx.keys.seal(number), identity_hash: hash })
    .where('county_id', '=', place.countyId)
    .where('id', '=', personId)
    .execute();
}
