import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';

interface Item {
  readonly line: string;
  readonly batch_kind: string;
  readonly person: string;
  readonly fen: number;
  readonly kind: string;
  readonly ref: string;
  readonly month: number;
  readonly accrual_person: string;
  readonly first: boolean;
}

interface Step {
  readonly line: string;
  readonly state: string;
  readonly code: string | null;
  readonly day: string;
}

const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
const yuan = (fen: number) => (fen / 100).toFixed(2);

/** Who a registration stands for; no chain of merges is longer than one here. */
async function owners(db: Db): Promise<(id: string) => string> {
  const { rows } = await sql<{ id: string; into: string }>`select person_id as id, merged_into as into
    from person_alias where undone_at is null`.execute(db);
  const known = new Map(rows.map(({ id, into }) => [id, into]));
  return (id) => known.get(id) ?? id;
}

async function read(db: Db) {
  const items =
    await sql<Item>`select i.line_id as line, b.kind as batch_kind, l.person_id as person, i.fen, a.kind,
      a.ref, a.month, a.person_id as accrual_person, a.seq = 1 and a.component = 'base' as first
    from line_item i join pay_line l on l.id = i.line_id join batch b on b.id = l.batch_id
    join accrual a on a.id = i.accrual_id`.execute(db);
  const steps = await sql<Step>`select line_id as line, state, code, on_day::text as day from line_event
    order by line_id, seq`.execute(db);
  const recovered = await sql<{
    id: string;
    kind: string;
    fen: number;
    day: string;
    person: string;
    right: string;
    month: number;
    line: string | null;
  }>`select r.id, r.kind, r.fen, r.on_day::text as day, a.person_id as person, a.kind as right, a.month,
      (select i.line_id from line_item i where i.recovery_id = r.id) as line
    from recovery r join claim c on c.id = r.claim_id join accrual a on a.id = c.accrual_id
    where r.kind in ('cash', 'offset') and r.id not in (select undoes from recovery where undoes is not null)`.execute(
    db,
  );
  const due = await sql<{
    person: string;
    kind: string;
    month: number;
    fen: number;
  }>`select person_id as person, kind,
      month, sum(fen)::bigint as fen from accrual where ref = '' and cause <> 'opening' group by 1, 2, 3`.execute(
    db,
  );
  return { items: items.rows, steps: steps.rows, recovered: recovered.rows, due: due.rows };
}

async function imported(db: Db, year: number) {
  const lines = await sql<{
    person: string | null;
    fen: number;
    id: string;
  }>`select person_id as person, id::text,
      case item when '扣回' then -abs(amount_fen) else amount_fen end as fen from paid_line
    where voided_at is null and extract(year from paid_on) = ${year} and item not in ('优待金', '慰问金', '丧葬补助')`.execute(
    db,
  );
  const merits = await sql<{ fen: number; person: string | null; id: string }>`select amount_fen as fen,
      person_id as person, id::text from benefit_record
    where voided_at is null and benefit_type = '立功奖励' and extract(year from carried_on) = ${year}`.execute(
    db,
  );
  return { lines: lines.rows, merits: merits.rows };
}

/**
 * Figures of money of one year counted again from the tables, line by line, by plain loops: what was imported and
 * what batches paid. Reads to the end of the year, and shares nothing with the product's statements.
 */
export async function recountMoney(db: Db, year: number): Promise<Record<string, unknown>> {
  const owner = await owners(db);
  const { items, steps, recovered, due } = await read(db);
  const { lines, merits } = await imported(db, year);
  const inYear = (day: string | undefined) => day?.slice(0, 4) === String(year);
  const paidOn = new Map<string, string>();
  for (const { line, state, day } of steps) {
    if (state === 'paid') paidOn.set(line, day);
    if (state === 'taken_back') paidOn.delete(line);
  }
  const pensions = items.filter(({ batch_kind }) => batch_kind === '抚恤补助');
  const now = pensions.filter(({ line }) => inYear(paidOn.get(line)));
  const back = recovered.filter(({ kind, day, line }) =>
    inYear(kind === 'cash' ? day : paidOn.get(line ?? '')),
  );
  const payees = [
    ...lines.filter(({ fen }) => fen > 0).map(({ person, id }) => (person ? owner(person) : id)),
  ];
  const minus = lines.filter(({ fen }) => fen < 0);
  const key = (person: string, kind: string, month: number) => `${owner(person)} ${kind} ${month}`;
  const balance = new Map<string, number>();
  const add = (at: string, fen: number) => balance.set(at, (balance.get(at) ?? 0) + fen);
  for (const one of pensions)
    if (paidOn.has(one.line)) add(key(one.accrual_person, one.kind, one.month), one.fen);
  for (const one of recovered)
    if (one.kind === 'cash' || paidOn.has(one.line ?? ''))
      add(key(one.person, one.right, one.month), -one.fen);
  for (const one of due) add(key(one.person, one.kind, one.month), -one.fen);
  const wrong = new Set<string>();
  const late = new Set<string>();
  for (const one of now) {
    if (balance.get(key(one.accrual_person, one.kind, one.month)) !== 0) wrong.add(one.line);
    if (one.first && one.month < monthOf(paidOn.get(one.line) ?? '')) late.add(one.line);
  }
  const paidLines = new Set(now.map(({ line }) => line));
  const caught = steps.filter(
    ({ state, code, day }) =>
      state === 'held' && inYear(day) && /^(hold|answered|facts_changed)$/.test(code ?? ''),
  );
  const awards = items.filter(
    ({ line, batch_kind }) => batch_kind === '立功奖励' && inYear(paidOn.get(line)),
  );
  const ratio = (num: number) => (paidLines.size === 0 ? null : { num, den: paidLines.size });
  const F01 = new Set([...payees, ...now.map(({ person }) => owner(person))]).size;
  const doubled = (one: (typeof merits)[number]) =>
    awards.some(
      (award) => award.fen === one.fen && one.person !== null && owner(one.person) === owner(award.person),
    );
  return {
    F01,
    F02: yuan(
      sum(lines.map(({ fen }) => fen)) + sum(now.map(({ fen }) => fen)) - sum(back.map(({ fen }) => fen)),
    ),
    F04: ratio(paidLines.size - late.size),
    F05: ratio(paidLines.size - wrong.size),
    F06: new Set(caught.map(({ line }) => line)).size,
    'F07.people': new Set([
      ...minus.map(({ person, id }) => (person ? owner(person) : id)),
      ...back.map(({ person }) => owner(person)),
    ]).size,
    'F07.amount': yuan(sum(back.map(({ fen }) => fen)) - sum(minus.map(({ fen }) => fen))),
    G04: yuan(
      sum(awards.map(({ fen }) => fen)) + sum(merits.filter((one) => !doubled(one)).map(({ fen }) => fen)),
    ),
  };
}
