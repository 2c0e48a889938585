import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { FrozenItem } from './items.ts';
import { type Annex, annexSchema, type Draft, draftSchema, type FigureNumber } from './text/index.ts';

export interface ReportPlace {
  readonly countyId: number;
  readonly divisionId: string;
  readonly code: string;
  readonly name: string;
}

export interface SavedDraft {
  readonly draft: Draft;
  readonly version: number;
  readonly state: 'draft' | 'sent' | 'signed';
  readonly savedAt: string;
  readonly savedBy: string;
  readonly sentAt: string | null;
  readonly sentBy: string | null;
}

/** A draft given back, by whom and why. */
export interface Returned {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

export interface Signing {
  readonly id: string;
  readonly draft: Draft;
  /** The annex as it was signed. */
  readonly annex: Annex;
  readonly asOf: string;
  readonly signedOn: string;
  readonly signedBy: string;
  readonly method: 'pass_code' | 'paper';
}

export interface FrozenFigure {
  readonly code: string;
  readonly name: string;
  readonly value: FigureNumber;
}

/** The saved draft of a year. `lock` holds it until the command ends, so that two people cannot both send it. */
export async function findDraft(
  db: Db,
  place: ReportPlace,
  year: number,
  lock = false,
): Promise<SavedDraft | undefined> {
  const query = db
    .selectFrom('report_draft')
    .selectAll()
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('year', '=', year);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (
    row && {
      draft: draftSchema.parse(row.body),
      version: row.version,
      state: row.state as SavedDraft['state'],
      savedAt: row.saved_at,
      savedBy: row.saved_by,
      sentAt: row.sent_at,
      sentBy: row.sent_by,
    }
  );
}

/** Whether there is a text of that year at all. */
export async function hasDraft(db: Db, place: ReportPlace, year: number): Promise<boolean> {
  return (await findDraft(db, place, year)) !== undefined;
}

/** The last time the draft was given back since it was sent, as the log has it. */
export async function findReturn(
  db: Db,
  place: ReportPlace,
  year: number,
  sentAt: string | null,
): Promise<Returned | undefined> {
  if (sentAt === null) return undefined;
  const { rows } =
    await sql<Returned>`select at, actor_name as by, coalesce(detail ->> 'reason', '') as reason
    from audit_event where county_id = ${place.countyId} and division_id = ${place.divisionId}
      and record_kind = 'report' and record_id = ${String(year)} and action = 'report.return' and at >= ${sentAt}
    order by at desc limit 1`.execute(db);
  return rows[0];
}

/** Keeps what somebody wrote as a new version of the draft of its year. */
export async function saveDraftRow(db: Db, ctx: Ctx, place: ReportPlace, draft: Draft): Promise<void> {
  const saved = {
    body: JSON.stringify(draft),
    state: 'draft',
    saved_at: new Date(ctx.now).toISOString(),
    saved_by: ctx.actor.name,
  };
  await db
    .insertInto('report_draft')
    .values({
      county_id: place.countyId,
      division_id: place.divisionId,
      year: draft.year,
      version: 1,
      ...saved,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'division_id', 'year'])
        .doUpdateSet({ ...saved, version: sql`report_draft.version + 1` }),
    )
    .execute();
}

/** Moves a draft on: sent, given back or signed, with the text it has then. Who wrote it last stays as it is. */
export async function moveDraft(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  draft: Draft,
  state: SavedDraft['state'],
): Promise<void> {
  const sent = { sent_at: new Date(ctx.now).toISOString(), sent_by: ctx.actor.name };
  await db
    .updateTable('report_draft')
    .set({ body: JSON.stringify(draft), state, version: sql`version + 1`, ...(state === 'sent' ? sent : {}) })
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('year', '=', draft.year)
    .execute();
}

/** The newest signing of a year. */
export async function findSigning(db: Db, place: ReportPlace, year: number): Promise<Signing | undefined> {
  const row = await db
    .selectFrom('signing')
    .selectAll()
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('year', '=', year)
    .orderBy('signed_at', 'desc')
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      draft: draftSchema.parse(row.body),
      annex: annexSchema.parse(row.body),
      asOf: row.as_of,
      signedOn: row.signed_on,
      signedBy: row.signed_by,
      method: row.method as Signing['method'],
    }
  );
}

/** Values as they were frozen at the signing. */
export async function frozenFigures(db: Db, countyId: number, signingId: string): Promise<FrozenFigure[]> {
  const rows = await db
    .selectFrom('signing_figure')
    .select(['code', 'name', 'value'])
    .where('county_id', '=', countyId)
    .where('signing_id', '=', signingId)
    .orderBy('code')
    .execute();
  return rows.map(({ code, name, value }) => ({ code, name, value: value as FigureNumber }));
}

/** The records that were frozen behind some figures, by code. */
export async function frozenItems(
  db: Db,
  countyId: number,
  signingId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly FrozenItem[]>> {
  const { rows } = await sql<
    FrozenItem & { code: string }
  >`select code, record_kind as kind, record_id as id, version,
      contribution from signing_item
    where county_id = ${countyId} and signing_id = ${signingId} and code = any(${codes})`.execute(db);
  const byCode = new Map<string, FrozenItem[]>();
  for (const { code, ...item } of rows) {
    const items = byCode.get(code);
    if (items) items.push(item);
    else byCode.set(code, [item]);
  }
  return byCode;
}

/** Names of the township's villages. */
export async function villageNames(db: Db, place: ReportPlace): Promise<string[]> {
  const rows = await db
    .selectFrom('village')
    .select('name')
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('voided_at', 'is', null)
    .execute();
  return rows.map((row) => row.name);
}

/** Years whose signed summary froze one of these records. */
export async function signedYearsOf(
  db: Db,
  countyId: number,
  divisionId: string,
  kind: string,
  ids: readonly string[],
) {
  const { rows } = await sql<{
    year: number;
    signedOn: string;
  }>`select distinct s.year, s.signed_on as "signedOn"
    from signing_item i join signing s on s.county_id = i.county_id and s.id = i.signing_id
    where i.county_id = ${countyId} and s.division_id = ${divisionId} and i.record_kind = ${kind}
      and i.record_id = any(${ids}) order by s.year`.execute(db);
  return rows;
}

/** Full names of people on the roll: the text is asked about one that is printed. */
export async function peopleNames(
  db: Db,
  countyId: number,
  divisionIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select distinct name from person
    where county_id = ${countyId} and division_id = any(${divisionIds}) and length(name) > 1`.execute(db);
  return rows.map((row) => row.name);
}
