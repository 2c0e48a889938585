import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { matchesPerson } from '../registry/index.ts';
import { type BatchHead, type BatchPlace, findBatch } from './batch-find.ts';
import { type DifferenceReason, partsOf } from './batch-previous.ts';
import { type BatchView, viewBatch } from './exception.ts';
import { lineRows, toldLine } from './line-list.ts';

export interface LinesAsked {
  readonly filter: 'all' | 'changed' | 'held' | 'returned';
  readonly reason?: DifferenceReason | undefined;
  /** As in the list of people: a part of the name, pinyin initials, the tail of the number, the whole number. */
  readonly text?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

interface ShortLine {
  readonly id: string;
  readonly personId: string;
  readonly fen: number;
  readonly state: string | null;
}

async function shortLines(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  text: string | undefined,
): Promise<readonly ShortLine[]> {
  const { countyId, divisionIds } = place;
  const chosen = text ? await matchesPerson(db, ctx.keys, { countyId, divisionIds }, text) : sql`true`;
  const { rows } = await sql<ShortLine>`select l.id, l.person_id as "personId", l.fen, e.state
    from pay_line l join person p on p.county_id = l.county_id and p.id = l.person_id
    left join lateral (select state from line_event x where x.county_id = l.county_id and x.line_id = l.id
      order by x.seq desc limit 1) e on true
    where l.county_id = ${countyId} and l.batch_id = ${batch.id} and ${chosen} order by l.ordinal`.execute(
    db,
  );
  return rows;
}

/** Where a line stands: what must be dealt with, what wants a reason or is held, what changed, the rest. */
const [RED, AMBER, CHANGED, SAME] = [0, 1, 2, 3];

/** Exceptions by line, once for all lines: a batch may have as many of them as lines. */
function oddOf({ exceptions }: BatchView): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { severity, lineId, lineIds } of exceptions) {
    const rank = severity === 'red' ? RED : AMBER;
    for (const id of lineId === null ? (lineIds ?? []) : [lineId])
      ranks.set(id, Math.min(rank, ranks.get(id) ?? rank));
  }
  return ranks;
}

function reasonsOf({ personId }: ShortLine, { now, previous }: BatchView): ReadonlySet<DifferenceReason> {
  const parts = partsOf(now.get(personId), previous?.shares.get(personId), previous?.source === 'import');
  return new Set(parts.map(({ reason }) => reason));
}

interface RankedLine extends ShortLine {
  readonly rank: number;
}

function rankedLine(
  line: ShortLine,
  view: BatchView,
  odd: ReadonlyMap<string, number>,
  { filter, reason }: LinesAsked,
): readonly RankedLine[] {
  const reasons = reasonsOf(line, view);
  const rank = odd.get(line.id) ?? (line.state === 'held' ? AMBER : reasons.size > 0 ? CHANGED : SAME);
  const isReturned = line.state === 'returned' || line.state === 'taken_back';
  const isAsked =
    filter === 'all' ||
    (filter === 'changed' && rank < SAME) ||
    (filter === 'held' && line.state === 'held') ||
    (filter === 'returned' && isReturned);
  return isAsked && (reason === undefined || reasons.has(reason)) ? [{ ...line, rank }] : [];
}

/** A page of a batch's lines, by what is asked: exceptions first, then what changed, each in the order of the roll. */
export async function listLines(db: Db, ctx: Ctx, place: BatchPlace, ref: string, asked: LinesAsked) {
  const batch = await findBatch(db, place, ref);
  const view = await viewBatch(db, ctx, place, batch);
  const odd = oddOf(view);
  const short = await shortLines(db, ctx, place, batch, asked.text);
  const all = short
    .flatMap((line) => rankedLine(line, view, odd, asked))
    .sort((one, other) => one.rank - other.rank);
  const page = all.slice(asked.offset, asked.offset + asked.limit).map(({ id }) => id);
  const rows = page.length === 0 ? [] : await lineRows(db, place.countyId, batch.id, page);
  const told = new Map(rows.map((row) => [row.id, toldLine(row, ctx.keys, view)]));
  return {
    total: all.length,
    totalFen: all.reduce((sum, line) => sum + line.fen, 0),
    lines: page.flatMap((id) => told.get(id) ?? []),
  };
}
