import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type Draft, draftSchema, type FigureNumber } from './text/index.ts';

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
  readonly sentBy: string | null;
}

export interface Signing {
  readonly id: string;
  readonly draft: Draft;
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
      sentBy: row.sent_by,
    }
  );
}

/** Writes the draft of a year as a new version. */
export async function saveDraftRow(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  draft: Draft,
  state: SavedDraft['state'],
): Promise<void> {
  const saved = {
    body: JSON.stringify(draft),
    state,
    saved_at: new Date(ctx.now).toISOString(),
    saved_by: ctx.actor.name,
  };
  const sent = state === 'sent' ? { sent_at: saved.saved_at, sent_by: ctx.actor.name } : {};
  await db
    .insertInto('report_draft')
    .values({
      county_id: place.countyId,
      division_id: place.divisionId,
      year: draft.year,
      version: 1,
      ...saved,
      ...sent,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'division_id', 'year'])
        .doUpdateSet({ ...saved, ...sent, version: sql`report_draft.version + 1` }),
    )
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
