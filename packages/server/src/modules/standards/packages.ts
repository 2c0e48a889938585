import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import type { LocalPackage } from './files.ts';

export type PackageState = 'entered' | 'adopted' | 'returned' | 'withdrawn';
export type PackageOrigin = 'typed' | 'pasted' | 'file' | 'derived';

/** The package code under which an office adopts the rates that the product derived by a checked rule. */
export const DERIVED = 'derived-rates';

export interface PackagePlace {
  readonly countyId: number;
  readonly divisionId: string;
}

/** A package an office entered, with the last word about it. */
export interface EnteredPackage {
  readonly id: string;
  readonly divisionId: string;
  readonly code: string;
  readonly title: string;
  readonly origin: PackageOrigin;
  readonly body: LocalPackage;
  readonly state: PackageState;
  readonly history: readonly PackageEvent[];
}

export interface PackageEvent {
  readonly state: PackageState;
  readonly at: string;
  readonly officeDay: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly paperId: string | null;
  readonly reason: string | null;
}

/**
 * Packages that hold at a place: entered at the county, or at the township itself; newest first. The body stays as
 * it was entered.
 */
export async function listPackages(db: Db, place: PackagePlace): Promise<readonly EnteredPackage[]> {
  const { rows } =
    await sql<EnteredPackage>`select p.id, p.division_id as "divisionId", p.code, p.title, p.origin,
      p.body, (array_agg(e.state order by e.seq desc))[1] as state,
      jsonb_agg(jsonb_build_object('state', e.state, 'at', e.at, 'officeDay', e.office_day, 'actorId', e.actor_id,
        'actorName', e.actor_name, 'paperId', e.paper_id, 'reason', e.reason) order by e.seq) as history
    from law_package p join law_package_event e on e.county_id = p.county_id and e.package_id = p.id
    join division d on d.county_id = p.county_id and d.id = p.division_id
    where p.county_id = ${place.countyId} and (p.division_id = ${place.divisionId} or d.level = 'county')
    group by p.county_id, p.id order by min(e.at) desc, p.id desc`.execute(db);
  return rows;
}

async function addEvent(
  db: Db,
  ctx: Ctx,
  countyId: number,
  packageId: string,
  event: { state: PackageState; seq: number; paperId?: string | undefined; reason?: string | undefined },
): Promise<void> {
  await db
    .insertInto('law_package_event')
    .values({
      county_id: countyId,
      package_id: packageId,
      seq: event.seq,
      state: event.state,
      at: new Date().toISOString(),
      office_day: ctx.today,
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      paper_id: event.paperId ?? null,
      reason: event.reason ?? null,
    })
    .execute();
}

function logged(db: Db, ctx: Ctx, place: PackagePlace, action: string, id: string, code: string) {
  const { countyId, divisionId } = place;
  const about = { recordKind: 'lawPackage', recordId: id, detail: { code } };
  return recordEvent(db, ctx, { countyId, divisionId, action, ...about });
}

export interface NewPackage {
  readonly body: LocalPackage;
  readonly origin: PackageOrigin;
  readonly paperId?: string | undefined;
}

/**
 * Enters a package; it counts for nothing until a second person adopts it. Refuses `package_exists` for a code that
 * is waiting or adopted here.
 */
export async function enterPackage(
  db: Db,
  ctx: Ctx,
  place: PackagePlace,
  { body, origin, paperId }: NewPackage,
): Promise<EnteredPackage> {
  const standing = (await listPackages(db, place)).find(
    ({ code, state }) => code === body.package && (state === 'entered' || state === 'adopted'),
  );
  if (standing)
    refuse('package_exists', `标准包「${body.package}」已录入，换一个代号，或先退回、撤下原来那份。`);
  const id = newId();
  const text = JSON.stringify(body);
  await db
    .insertInto('law_package')
    .values({
      county_id: place.countyId,
      id,
      division_id: place.divisionId,
      code: body.package,
      title: body.title,
      origin,
      body: text,
      content_hash: createHash('sha256').update(text).digest(),
    })
    .execute();
  await addEvent(db, ctx, place.countyId, id, { state: 'entered', seq: 1, paperId });
  await logged(db, ctx, place, 'law.enter', id, body.package);
  return getPackage(db, place, id);
}

/** One package that holds at the place, or NotFound. */
export async function getPackage(db: Db, place: PackagePlace, id: string): Promise<EnteredPackage> {
  return (await listPackages(db, place)).find((one) => one.id === id) ?? raise();
}

function raise(): never {
  throw new NotFound();
}

const NEXT: Readonly<Record<'adopted' | 'returned' | 'withdrawn', PackageState>> = {
  adopted: 'entered',
  returned: 'entered',
  withdrawn: 'adopted',
};

const WORDS: Readonly<Record<PackageState, string>> = {
  entered: '待采用',
  adopted: '已采用',
  returned: '已退回',
  withdrawn: '已撤下',
};

export interface Decision {
  readonly state: 'adopted' | 'returned' | 'withdrawn';
  readonly reason?: string | undefined;
  readonly paperId?: string | undefined;
}

/** Whether a person entered the package himself. */
export function enteredBy({ history }: EnteredPackage, actorId: string): boolean {
  return history.some((one) => one.state === 'entered' && one.actorId === actorId);
}

// Whoever entered a package may take it back while it waits: nothing rests on it yet.
function refuseStep(standing: EnteredPackage, decision: Decision, own: boolean): void {
  const { state, code } = standing;
  const takesBack = decision.state === 'withdrawn' && state === 'entered' && own;
  if (state !== NEXT[decision.state] && !takesBack)
    refuse('package_state', `标准包「${code}」${WORDS[state]}，不能这样办。请刷新后再看。`);
  if (decision.state !== 'adopted' && !decision.reason?.trim()) refuse('reason_missing', '请写理由。');
  if (decision.state === 'adopted' && own)
    refuse('same_person', '录入的人不能自己采用，请另一位来核对并采用。');
}

/**
 * Writes what was decided about a package: adopted or returned while it waits, withdrawn while it counts, or taken
 * back by whoever entered it. Refuses `package_elsewhere` for one entered at another place (the county's from a
 * township), `same_person` when whoever entered it would adopt it, `package_state` when it is not at that step, and
 * asks a reason for 退回 and 撤下.
 */
export async function recordDecision(
  db: Db,
  ctx: Ctx,
  place: PackagePlace,
  id: string,
  decision: Decision,
): Promise<EnteredPackage> {
  // Append-only tables cannot be locked by row: two decisions at once take turns on the package's name instead.
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 20))`.execute(db);
  const standing = await getPackage(db, place, id);
  if (standing.divisionId !== place.divisionId)
    refuse('package_elsewhere', '这份标准是县里录入的，全县都用。请由县里办理。');
  refuseStep(standing, decision, enteredBy(standing, ctx.actor.id));
  await addEvent(db, ctx, place.countyId, id, { ...decision, seq: standing.history.length + 1 });
  await logged(db, ctx, place, `law.${decision.state}`, id, standing.code);
  return getPackage(db, place, id);
}
