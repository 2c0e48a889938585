import { type Day, type Month, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { confirmDay, countConfirmations, unconfirmedIn } from '../registry/index.ts';
import type { Draft } from './draft.ts';
import { type Finding, findingOf } from './finding.ts';
import { namesOf } from './queries.ts';

interface KeptPlace {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** What the office keeps beside the roll: how much was looked at, and what was found. */
export interface Kept {
  readonly confirmations: number;
  readonly batches: number;
  readonly findings: readonly Finding[];
}

const bare = { expectedFen: null, actualFen: null, source: null, payments: [] } as const;

interface Years {
  readonly first: number;
  readonly last: number;
  readonly today: string;
}

/** Confirmations whose day has passed, of townships that keep them, and whose hands a batch went through. */
export async function checkKept(db: Db, keys: Keys, place: KeptPlace, years: Years): Promise<Kept> {
  const findings: Finding[] = [];
  let confirmations = 0;
  for (const { divisionId, year } of await keptYears(db, place, years)) {
    const own = { countyId: place.countyId, divisionIds: [divisionId] };
    const until = await confirmDay(db, { countyId: place.countyId, divisionId }, year);
    if (until >= years.today) continue;
    const { due, found } = await unconfirmed(db, keys, own, until);
    confirmations += due;
    findings.push(...found);
  }
  const hands = await handsOf(db, keys, place, years);
  return { confirmations, batches: hands.batches, findings: [...findings, ...hands.found] };
}

/** Townships and years in which anything was confirmed at all. Uses confirmation_division. */
async function keptYears(db: Db, { countyId, divisionIds }: KeptPlace, { first, last }: Years) {
  const { rows } = await sql<{
    divisionId: string;
    year: number;
  }>`select distinct division_id as "divisionId", year
    from confirmation where county_id = ${countyId} and division_id = any(${divisionIds})
      and year between ${first} and ${last} order by 2, 1`.execute(db);
  return rows;
}

async function unconfirmed(db: Db, keys: Keys, place: KeptPlace, until: Day) {
  const [count] = await countConfirmations(db, place, until);
  if (count === undefined) return { due: 0, found: [] };
  const names = await namesOf(db, place.countyId, [...(await unconfirmedIn(db, place, until))]);
  const year = Number(until.slice(0, 4));
  const reason = `${year} 年度确认到 ${until} 还没有见到本人、视频或亲属代为确认。`;
  const draft: Draft = {
    ...{ code: 'unconfirmed', severity: 'look', from: monthOf(year, 1), to: monthOf(year, 12), reason },
    ...bare,
  };
  return { due: count.due, found: [...names.values()].map((who) => findingOf(draft, who, keys)) };
}

interface Hand {
  readonly batchId: string;
  readonly number: string;
  readonly month: Month;
  readonly name: string;
  readonly did: string;
}

/**
 * Batches of some years, and of each whoever made it and set his hand to it again in the same round: by pass code
 * under the same user, or on paper under the maker's own name.
 */
async function handsOf(db: Db, keys: Keys, { countyId, divisionIds }: KeptPlace, { first, last }: Years) {
  const [from, to] = [monthOf(first, 1), monthOf(last, 12)];
  const scope = sql`b.county_id = ${countyId} and b.division_id = any(${divisionIds}) and b.pay_month between ${from} and ${to}`;
  const { rows } =
    await sql<Hand>`select distinct b.id as "batchId", b.number, b.pay_month as month, m.actor_name as name,
      case e.state when 'reviewed' then '复核' else '批准' end as did
    from batch b join batch_event m on m.county_id = b.county_id and m.batch_id = b.id and m.state in ('opened', 'submitted')
    join batch_event e on e.county_id = b.county_id and e.batch_id = b.id and e.round = m.round
      and e.state in ('reviewed', 'approved')
      and case e.method when 'pass_code' then e.actor_id = m.actor_id else e.signer = m.actor_name end
    where ${scope} order by 2, 5`.execute(db);
  const counted = await sql<{ n: number }>`select count(*)::int as n from batch b where ${scope} and exists (
    select from batch_event e where e.county_id = b.county_id and e.batch_id = b.id
      and e.state in ('reviewed', 'approved'))`.execute(db);
  return { batches: counted.rows[0]?.n ?? 0, found: rows.map((row) => handFinding(row, keys)) };
}

function handFinding({ batchId, number, month, name, did }: Hand, keys: Keys): Finding {
  const reason = `${number} 由${name}制作，又由${name}${did}。`;
  const draft: Draft = {
    ...{ code: 'same_hands', severity: 'must', from: month, to: month, reason },
    ...bare,
  };
  return findingOf(draft, { id: null, name, identitySealed: null }, keys, batchId);
}
