import { type Day, fen, monthOf, yuanDisplay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { ruralSixty } from '../benefits/index.ts';
import { budgetsOf } from '../disbursement/index.ts';
import type { Draft } from './draft.ts';
import { type Finding, findingOf } from './finding.ts';
import type { BookPlace } from './paid-book.ts';
import { type Named, namesOf } from './queries.ts';
import type { Years } from './run.ts';

/** Tests beside the payments themselves: how much each looked at, and what they found. */
export interface Beside {
  readonly proxies: number;
  readonly veterans: number;
  readonly budgets: number;
  readonly findings: readonly Finding[];
}

const bare = { expectedFen: null, actualFen: null, source: null, payments: [], severity: 'look' } as const;
const yearOnly = { from: null, to: null } as const;

/** Accounts of others, veterans who turned 60, and budgets, in some years. */
export async function checkBeside(db: Db, keys: Keys, place: BookPlace, years: Years): Promise<Beside> {
  const proxies = await proxiesOf(db, keys, place, years);
  const sixty = await sixtyOf(db, keys, place, years);
  const budgets = await overBudgets(db, keys, place, years);
  return {
    ...{ proxies: proxies.looked, veterans: sixty.looked, budgets: budgets.looked },
    findings: [...proxies.found, ...sixty.found, ...budgets.found],
  };
}

interface Found {
  readonly looked: number;
  readonly found: readonly Finding[];
}

interface Proxy extends Named {
  readonly account: string;
  readonly holder: string;
  readonly relation: string | null;
  readonly isProved: boolean;
  readonly lines: number;
}

/** Accounts that money of these years was sent to and that belong to somebody else than who it is for. */
async function proxiesOf(
  db: Db,
  keys: Keys,
  { countyId, divisionIds }: BookPlace,
  { first, last }: Years,
): Promise<Found> {
  const { rows } = await sql<Proxy>`select p.id, p.name, p.identity_sealed as "identitySealed",
      a.id || '-' || a.version as account, a.holder_name as holder, a.relation, count(*)::int as lines,
      exists (select from paper f where f.county_id = a.county_id and f.id = a.paper_id
        and f.voided_at is null) as "isProved"
    from batch b join pay_line l on l.county_id = b.county_id and l.batch_id = b.id
      and l.division_id = any(${divisionIds}::uuid[])
    join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version
      and a.holder = 'other'
    join person p on p.county_id = l.county_id and p.id = l.person_id
    where b.county_id = ${countyId} and b.pay_month between ${monthOf(first, 1)} and ${monthOf(last, 12)}
      and exists (select from line_event e where e.county_id = l.county_id and e.line_id = l.id
        and e.state in ('in_file', 'paid'))
    group by p.county_id, p.id, p.name, p.identity_sealed, a.county_id, a.id, a.version, a.holder_name, a.relation,
      a.paper_id order by p.id, a.id, a.version`.execute(db);
  const found = rows
    .filter(({ isProved }) => !isProved)
    .map(({ account, holder, relation, ...who }) => {
      const kin = relation === null ? '' : `（${relation}）`;
      const reason = `钱进了${holder}${kin}的账户，没有委托书或代领证明。请补上，或换成本人账户。`;
      return findingOf({ ...bare, ...yearOnly, code: 'proxy_unproved', reason }, who, keys, account);
    });
  return { looked: rows.length, found };
}

/** Rural veterans of 60 and more who are on the roll for nothing that is paid. */
async function sixtyOf(db: Db, keys: Keys, place: BookPlace, { last, today }: Years): Promise<Found> {
  const end = `${last}-12-31`;
  const { looked, people } = await ruralSixty(db, place, (end < today ? end : today) as Day);
  const names = await namesOf(
    db,
    place.countyId,
    people.map(({ id }) => id),
  );
  const found = people.flatMap(({ id, day }) => {
    const who = names.get(id);
    if (who === undefined) return [];
    const reason = `${day} 满 60 岁，农村户籍，没有登记农村籍退役士兵的待遇。领退休金或职工养老金的不享受，写明后选「不属实」。`;
    return [findingOf({ ...bare, ...yearOnly, code: 'sixty_unregistered', reason }, who, keys)];
  });
  return { looked, found };
}

const yuan = (amount: number) => `${yuanDisplay(fen(amount))} 元`;

/** Budgets of which more was spent than they hold. */
async function overBudgets(db: Db, keys: Keys, place: BookPlace, { first, last }: Years): Promise<Found> {
  let looked = 0;
  const found: Finding[] = [];
  for (let year = first; year <= last; year += 1)
    for (const { divisionId, what, budgetFen, spentFen } of await budgetsOf(db, place, year)) {
      looked += 1;
      if (spentFen <= budgetFen) continue;
      const reason = `${year} 年${what} ${yuan(budgetFen)}，已支出 ${yuan(spentFen)}，超 ${yuan(spentFen - budgetFen)}。`;
      const months = { from: monthOf(year, 1), to: monthOf(year, 12) };
      const draft: Draft = { ...bare, ...months, code: 'over_budget', reason };
      const money = { expectedFen: budgetFen, actualFen: spentFen };
      const who = { id: null, name: what, identitySealed: null };
      found.push(findingOf({ ...draft, ...money }, who, keys, divisionId));
    }
  return { looked, found };
}
