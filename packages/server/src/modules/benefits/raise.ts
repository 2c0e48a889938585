import { type Month, monthOfDay, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type BatchPlace, type NewAccrual, netKey, PENSIONS, underWay } from '../disbursement/index.ts';
import { lawOf, listPackages } from '../standards/index.ts';
import { workersOf } from './accrue-work.ts';
import { linesNow } from './money-effect.ts';

/** What rates that changed after months were posted would add to those months, or take from them. */
export interface Raise {
  /** First and last month concerned. */
  readonly from: string;
  readonly to: string;
  readonly people: number;
  readonly moreFen: number;
  /** Not negative. */
  readonly lessFen: number;
  readonly months: readonly { readonly month: string; readonly people: number; readonly fen: number }[];
  /** Documents adopted since the ledger was last run, the newest first. */
  readonly documents: readonly { readonly title: string; readonly adoptedOn: string }[];
  /** The month in which it is paid, and its batch that is still under way. */
  readonly month: string;
  readonly open: { readonly id: string; readonly number: string; readonly state: string } | null;
  /** The month itself was not paid yet: its batch takes the rest along. */
  readonly withMonth: boolean;
}

interface Town {
  readonly law: string;
  readonly through: Month;
  readonly ranAt: string;
  /** Sum of what everybody's facts stand at: the same as before means the same people. */
  readonly facts: number;
}

async function townOf(db: Db, { countyId, divisionId }: BatchPlace): Promise<Town | undefined> {
  const { rows } = await sql<Town>`select encode(t.law_hash, 'hex') as law, t.through_month as through,
      coalesce((select max(r.at) from ledger_run r where r.county_id = t.county_id
        and r.division_id = t.division_id), '-infinity')::text as "ranAt",
      (select coalesce(sum(p.facts_seq), 0)::bigint from person p where p.county_id = t.county_id
        and p.division_id = t.division_id) as facts
    from ledger_town t where t.county_id = ${countyId} and t.division_id = ${divisionId}
      and t.law_hash is not null and t.through_month is not null`.execute(db);
  return rows[0];
}

async function headsOf(db: Db, { countyId, divisionId }: BatchPlace): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('ledger_head')
    .select('person_id')
    .where('county_id', '=', countyId)
    .where('division_id', '=', divisionId)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** What the last answers rest on: the first page asks again and again. */
const known = new Map<string, readonly NewAccrual[]>();
const MOST_KNOWN = 50;

async function differences(
  db: Db,
  place: BatchPlace,
  town: Town,
  lawHash: string,
): Promise<readonly NewAccrual[]> {
  const { countyId, divisionId } = place;
  const key = [countyId, divisionId, lawHash, town.law, town.through, town.facts, town.ranAt].join(' ');
  const found = known.get(key);
  if (found !== undefined) return found;
  const at = { countyId, divisionId };
  const workers = await workersOf(db, at, await headsOf(db, place));
  const lines = await linesNow(db, at, workers, town.through);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, lines);
  return lines;
}

function monthsOf(lines: readonly NewAccrual[]): Raise['months'] {
  const byMonth = new Map<Month, { readonly ids: Set<string>; fen: number }>();
  for (const { month, personId, fen } of lines) {
    const sum = byMonth.get(month) ?? { ids: new Set<string>(), fen: 0 };
    sum.ids.add(personId);
    sum.fen += fen;
    byMonth.set(month, sum);
  }
  return [...byMonth]
    .sort(([one], [other]) => one - other)
    .map(([month, { ids, fen }]) => ({ month: monthText(month), people: ids.size, fen }));
}

/** What each right's month comes to. */
function netOf(lines: readonly NewAccrual[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(netKey(line), (sums.get(netKey(line)) ?? 0) + line.fen);
  return sums;
}

async function documentsSince(db: Db, place: BatchPlace, ranAt: string): Promise<Raise['documents']> {
  const packages = await listPackages(db, place);
  return packages.flatMap(({ title, state, history }) => {
    const adopted = history.filter((event) => event.state === 'adopted').pop();
    const isNew = adopted !== undefined && Date.parse(adopted.at) >= Date.parse(ranAt);
    return state === 'adopted' && isNew ? [{ title, adoptedOn: adopted.officeDay }] : [];
  });
}

/** Whether the pensions of a month went out, or are on their way, in some batch. */
async function hasBatch(db: Db, { countyId, divisionId }: BatchPlace, month: Month): Promise<boolean> {
  const { rows } = await sql<{
    has: boolean;
  }>`select exists (select from batch b where b.county_id = ${countyId}
    and b.division_id = ${divisionId} and b.kind = ${PENSIONS} and b.pay_month = ${month}
    and (select e.state from batch_event e where e.county_id = b.county_id and e.batch_id = b.id
      order by e.seq desc limit 1) <> 'cancelled') as has`.execute(db);
  return rows[0]?.has === true;
}

/**
 * Rates that were announced late, for months that are posted already: whom they concern, month by month, nothing
 * being posted. The dead and those who moved are in it with the months that were theirs. Null where the law of the
 * place is the one the ledger was last run by, or moves no posted month.
 */
export async function raiseOf(db: Db, ctx: Ctx, place: BatchPlace): Promise<Raise | null> {
  const town = await townOf(db, place);
  if (town === undefined) return null;
  const { hash } = await lawOf(db, place);
  if (hash === town.law) return null;
  const all = await differences(db, place, town, hash);
  const nets = netOf(all);
  // Another fund for the same money is two lines and changes nothing for anybody.
  const lines = all.filter((line) => nets.get(netKey(line)) !== 0);
  const months = monthsOf(lines);
  const [first, last] = [months[0], months[months.length - 1]];
  if (first === undefined || last === undefined) return null;
  const sum = (of: (fen: number) => boolean) =>
    [...nets.values()].reduce((total, fen) => (of(fen) ? total + fen : total), 0);
  const month = monthOfDay(ctx.today);
  const open = (await underWay(db, place, { kind: PENSIONS, month })) ?? null;
  return {
    ...{ from: first.month, to: last.month, people: new Set(lines.map(({ personId }) => personId)).size },
    ...{ moreFen: sum((fen) => fen > 0), lessFen: 0 - sum((fen) => fen < 0), months },
    documents: await documentsSince(db, place, town.ranAt),
    ...{ month: monthText(month), open, withMonth: !(await hasBatch(db, place, month)) },
  };
}
