import { type Day, day as dayOf, daysBetween } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { UNREACHABLE } from '../registry/index.ts';

export interface HomeScope {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
  readonly year: number;
  readonly today: Day;
  /** Who may adopt a standard entered at this very place, where the caller is one. */
  readonly adopter?: { readonly id: string; readonly divisionId: string } | undefined;
}

/** Something to be done by a day. Nobody ticks it off: it goes when the fact it waits for is there. */
export interface Task {
  readonly key: string;
  readonly dueOn: Day;
  readonly daysLeft: number;
  readonly text: string;
  readonly note: string;
  readonly href: string;
  readonly action: string;
  /** The rule that made it, in words. */
  readonly rule: string;
  readonly delayedBecause: string | null;
}

/** A task before its day is put off: what a rule answers. */
export interface TaskRow {
  readonly key: string;
  readonly due: string;
  readonly text: string;
  readonly note: string;
  readonly href: string;
  readonly action: string;
  readonly rule: string;
}

function inScope(scope: HomeScope, alias: string): RawBuilder<boolean> {
  const t = sql.ref(alias);
  return sql`${t}.county_id = ${scope.countyId} and ${t}.division_id = any(${scope.divisionIds})`;
}

/** The day by which a year's summary should be with whoever signs it. */
const reportDueOn = (year: number) => `${year + 1}-01-10`;

function resolutions(scope: HomeScope): RawBuilder<unknown> {
  return sql`select 'meeting:' || m.id as key, m.due_on::text as due, m.resolution as text, coalesce(m.responsible, '') as note,
      '/ledger/r/meeting/' || m.id as href, '填完成日期' as action, '会议议定事项的完成时限' as rule
    from meeting m where ${inScope(scope, 'm')} and m.voided_at is null and m.resolution is not null
      and m.due_on is not null and m.done_on is null`;
}

function holds(scope: HomeScope): RawBuilder<unknown> {
  const isProved = sql`c.paper_id is not null`;
  const isLost = sql`h.reason = ${UNREACHABLE}`;
  return sql`select 'hold:' || h.id, coalesce(h.due_on, h.held_on)::text,
      p.name || ' ' || h.reason || case when h.change_id is null then '' when ${isProved} then '，证明已到'
        else '，缺证明' end, h.held_on || ' 起缓发',
      case when ${isProved} then '/people/changes?id=' || c.id
        when ${isLost} then '/people/confirm?who=' || h.person_id else '/people/' || h.person_id end,
      case when ${isProved} then '核实' when ${isLost} then '再联系' when h.change_id is null then '打开'
        else '上传证明' end, '登记之日起 30 天内核实'
    from hold h join person p on p.county_id = h.county_id and p.id = h.person_id
    left join change_request c on c.county_id = h.county_id and c.id = h.change_id
    where ${inScope(scope, 'h')} and h.released_at is null`;
}

function changes(scope: HomeScope): RawBuilder<unknown> {
  return sql`select 'changes', min(c.asked_on)::text, '变更待核 ' || count(*) || ' 条', '核实后才生效', '/people/changes', '核实',
      '影响发放的更正由第二人核实' from change_request c
    where ${inScope(scope, 'c')} and c.state = 'waiting' and c.change_type in ('correct', 'void') having count(*) > 0`;
}

/** Standards that wait for a second person: shown to one who may adopt them and did not enter them. */
function standards({ countyId, adopter }: HomeScope): RawBuilder<unknown> {
  return sql`select 'standard:' || p.id, e.office_day::text, '标准待采用：' || p.title, e.actor_name || ' 录入',
      '/pay/standards/p/' || p.id, '看影响，采用', '录入的标准由第二人采用'
    from law_package p join law_package_event e on e.county_id = p.county_id and e.package_id = p.id and e.state = 'entered'
    where p.county_id = ${countyId} and p.division_id = ${adopter?.divisionId ?? null} and e.actor_id <> ${adopter?.id ?? null}
      and not exists (select 1 from law_package_event l where l.county_id = p.county_id and l.package_id = p.id
        and l.state <> 'entered')`;
}

function summary(scope: HomeScope): RawBuilder<unknown> {
  const { year } = scope;
  return sql`select 'report:' || ${year}::int, ${reportDueOn(year)}, ${year}::int || ' 年度总结' || case s.state
      when 'sent' then '已送签，还没有签发' when 'draft' then '还没有送签' else '还没有起稿' end, '',
      '/report/' || ${year}::int, '打开', '年度总结一月十日前送签' from (select (select r.state from report_draft r
        where ${inScope(scope, 'r')} and r.year = ${year} limit 1) as state) s
    where s.state is distinct from 'signed' and exists (select 1 from division_year y
      where ${inScope(scope, 'y')} and y.year = ${year})`;
}

interface Delay {
  readonly key: string;
  readonly until: string;
  readonly reason: string;
}

async function delays(db: Db, scope: HomeScope): Promise<ReadonlyMap<string, Delay>> {
  const { rows } =
    await sql<Delay>`select distinct on (d.task_key) d.task_key as key, d.until_on::text as until, d.reason
    from task_delay d where ${inScope(scope, 'd')} order by d.task_key, d.set_at desc`.execute(db);
  return new Map(rows.map((row) => [row.key, row]));
}

function taskOf(row: TaskRow, delay: Delay | undefined, today: Day): Task {
  const { due, ...rest } = row;
  const dueOn = dayOf(delay && delay.until > due ? delay.until : due);
  const delayedBecause = delay && delay.until > due ? delay.reason : null;
  return { ...rest, dueOn, daysLeft: daysBetween(today, dueOn), delayedBecause };
}

/** What has to be done, by due day, overdue first. */
export async function homeTasks(db: Db, scope: HomeScope, more: readonly TaskRow[] = []): Promise<Task[]> {
  const parts = [resolutions(scope), holds(scope), changes(scope), standards(scope), summary(scope)];
  const { rows } = await sql<TaskRow>`${sql.join(parts, sql` union all `)}`.execute(db);
  const put = await delays(db, scope);
  const tasks = [...rows, ...more].map((row) => taskOf(row, put.get(row.key), scope.today));
  return tasks.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Something that looks wrong in the records of the year. */
export interface HomeProblem {
  readonly code: string;
  readonly severity: '必须' | '核对';
  readonly text: string;
  readonly count: number;
  readonly unit: string;
  readonly amountFen: number | null;
  readonly href: string;
}

function gifts(scope: HomeScope, code: string, text: string, when: RawBuilder<unknown>): RawBuilder<unknown> {
  const days = sql`w.visited_on between make_date(${scope.year}::int, 1, 1) and make_date(${scope.year}::int, 12, 31)`;
  return sql`select ${code}::text as code, '核对' as severity, ${text}::text as text, count(*) as count, '户' as unit,
      sum(coalesce(w.gift_fen, 0) + coalesce(w.goods_fen, 0))::bigint as "amountFen", '/care?filled=gift_fen' as href
    from visit w where ${inScope(scope, 'w')} and w.voided_at is null and ${days} and coalesce(w.gift_fen, w.goods_fen, 0) > 0 and ${when}`;
}

function sharedAccounts(scope: HomeScope): RawBuilder<unknown> {
  return sql`select 'shared_account', '核对', '账号共用', count(*), '个账号', null::bigint, '/people?tab=all' from (
      select s.account_hash from spell s where ${inScope(scope, 's')} and s.voided_at is null and s.account_hash is not null
      group by 1 having count(distinct s.person_id) > 1) x`;
}

function overdue(scope: HomeScope): RawBuilder<unknown> {
  return sql`select 'resolution_overdue' as code, '核对' as severity, '议定事项逾期' as text, count(*) as count, '项' as unit,
      null::bigint as "amountFen", '/ledger?ended=no&when=all' as href from meeting m
    where ${inScope(scope, 'm')} and m.voided_at is null and m.resolution is not null and m.due_on < ${scope.today}::date and m.done_on is null`;
}

/** No living person waits unseen: a payment held beyond the day of its proof. */
function holdsOverdue(scope: HomeScope): RawBuilder<unknown> {
  return sql`select 'hold_overdue', '必须', '缓发已过期限，还没有核实', count(*), '人', null::bigint, '/people?state=缓发'
    from hold h where ${inScope(scope, 'h')} and h.released_at is null and h.due_on < ${scope.today}::date`;
}

function paidAfterDeath(scope: HomeScope): RawBuilder<unknown> {
  return sql`select 'paid_after_death', '必须', '死亡次月起仍发放', count(*), '笔', sum(l.amount_fen)::bigint, '/pay/history' from paid_line l
    join person p on p.county_id = l.county_id and p.id = l.person_id and p.died_on is not null
    where ${inScope(scope, 'l')} and l.voided_at is null and l.amount_fen > 0 and l.item <> '丧葬补助'
      and l.from_month > extract(year from p.died_on)::int * 12 + extract(month from p.died_on)::int - 1
      and l.paid_on between make_date(${scope.year}::int, 1, 1) and make_date(${scope.year}::int, 12, 31)`;
}

/**
 * What looks wrong in the year's records; nothing is listed that was not found. With what the checks found, that
 * stands in the place of the plain counts.
 */
export async function homeProblems(
  db: Db,
  scope: HomeScope,
  checked?: readonly HomeProblem[],
): Promise<HomeProblem[]> {
  const plain = () => [
    gifts(scope, 'gift_unsigned', '慰问无签收', sql`w.signed is not true`),
    gifts(scope, 'gift_not_on_roll', '慰问对象没对上册里的人', sql`w.person_id is null`),
    paidAfterDeath(scope),
    sharedAccounts(scope),
  ];
  const parts = [...(checked === undefined ? plain() : []), overdue(scope), holdsOverdue(scope)];
  const { rows } = await sql<HomeProblem>`${sql.join(parts, sql` union all `)}`.execute(db);
  const counted = rows.map((row) => ({ ...row, count: Number(row.count) })).filter((row) => row.count > 0);
  const found = [...(checked ?? []), ...counted];
  return found.sort((a, b) => Number(b.severity === '必须') - Number(a.severity === '必须'));
}

/** 改天: the task shows at a later day, with the reason. Refuses a day that is not ahead. */
export async function delayTask(
  db: Db,
  ctx: Ctx,
  place: { readonly countyId: number; readonly divisionId: string },
  delay: { readonly key: string; readonly untilOn: Day; readonly reason: string },
): Promise<void> {
  if (delay.untilOn <= ctx.today) refuse('date_order', '改到的日子要在今天以后。');
  await db
    .insertInto('task_delay')
    .values({
      ...{ county_id: place.countyId, id: newId(), division_id: place.divisionId, task_key: delay.key },
      ...{
        until_on: delay.untilOn,
        reason: delay.reason,
        set_at: new Date(ctx.now).toISOString(),
        set_by: ctx.actor.name,
      },
    })
    .execute();
  await recordEvent(db, ctx, {
    ...place,
    action: 'task.delay',
    detail: { key: delay.key, until: delay.untilOn },
  });
}
