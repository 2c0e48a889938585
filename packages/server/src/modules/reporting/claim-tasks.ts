import {
  addDays,
  type Day,
  fen,
  firstDay,
  type Month,
  monthOfDay,
  parseIsoMonth,
  yuanDisplay,
} from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type ClaimPlace, type Debt, debtsOf, listClaims } from '../disbursement/index.ts';
import type { TaskRow } from './home.ts';

/** So many days after a claim was raised its notice should be with the debtor. */
const NOTICE_DAYS = 10;
/** So many days after the notice there should be a plan, or money. */
const ANSWER_DAYS = 30;
/** So many days after it was asked for, a write-off should be decided. */
const DECIDE_DAYS = 10;

/** One debt with the day by which something should have been done about it. */
interface Late {
  readonly debt: Debt;
  readonly due: Day;
}

/** What is the matter with a debt, whose it is, and where it is looked at. */
interface Rule {
  readonly code: string;
  readonly words: string;
  readonly action: string;
  readonly rule: string;
  /** The day by which, of a debt the rule is about. */
  readonly dueOf: (debt: Debt, today: Day) => Day | undefined;
  readonly isOurs: (debt: Debt) => boolean;
}

const dayOf = (text: string | undefined) => text as Day | undefined;

/** The first day on which something of what is open was claimed. */
const raisedOn = ({ claims }: Debt) =>
  dayOf(
    claims
      .filter(({ openFen }) => openFen > 0)
      .map(({ on }) => on)
      .sort()[0],
  );

const lastStep = ({ steps }: Debt, step: Debt['steps'][number]['step']) =>
  steps.filter((one) => one.step === step).at(-1);

/** Money that came in and was not taken back, on or after a day. */
const cameIn = ({ recoveries }: Debt, from: string, to?: string): boolean =>
  recoveries.some(
    ({ kind, on, isUndone }) =>
      !isUndone && (kind === 'cash' || kind === 'offset') && on >= from && (to === undefined || on < to),
  );

function unanswered(debt: Debt): Day | undefined {
  const notice = lastStep(debt, 'notice');
  if (debt.state !== 'noticed' || notice === undefined || cameIn(debt, notice.on)) return undefined;
  return addDays(notice.on as Day, ANSWER_DAYS);
}

/** The first day after the last whole month of the plan, if nothing came in during that month. */
function behindPlan(debt: Debt, today: Day): Day | undefined {
  const from = parseIsoMonth(lastStep(debt, 'plan')?.fromMonth ?? '');
  const month = (monthOfDay(today) - 1) as Month;
  if (debt.state !== 'planned' || from === undefined || month < from) return undefined;
  const next = firstDay((month + 1) as Month);
  return cameIn(debt, firstDay(month), next) ? undefined : next;
}

const byMaker = ({ may }: Debt) => may.act.ok;

const RULES: readonly Rule[] = [
  {
    ...{ code: 'notice', words: '还没有送告知书', action: '送告知书', isOurs: byMaker },
    rule: `列入追回 ${NOTICE_DAYS} 天内送达告知书`,
    dueOf: (debt) => {
      const on = debt.state === 'raised' ? raisedOn(debt) : undefined;
      return on && addDays(on, NOTICE_DAYS);
    },
  },
  {
    ...{ code: 'answer', words: '告知以后没有还款计划，也没有收到款', action: '定计划', isOurs: byMaker },
    rule: `告知书送达 ${ANSWER_DAYS} 天内定还款计划或收款`,
    dueOf: (debt, today) => {
      const due = unanswered(debt);
      return due !== undefined && due <= today ? due : undefined;
    },
  },
  {
    ...{ code: 'plan', words: '上个月没有按计划还', action: '催收', isOurs: byMaker },
    rule: '有还款计划的，每个月都要有现金或抵扣',
    dueOf: behindPlan,
  },
  {
    ...{ code: 'writeOff', words: '报请核销，等您批准', action: '核销' },
    rule: `报请核销 ${DECIDE_DAYS} 天内由批准的人决定`,
    isOurs: ({ may }) => may.writeOff.ok || may.paper.ok,
    dueOf: (debt) => {
      const asked = debt.state === 'proposed' ? lastStep(debt, 'proposal') : undefined;
      return asked && addDays(asked.on as Day, DECIDE_DAYS);
    },
  },
];

const byDay = (a: Late, b: Late) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);

function rowOf(
  { code, words, action, rule }: Rule,
  late: readonly [Late, ...Late[]],
  state: Debt['state'],
): TaskRow {
  const [{ debt, due }] = late;
  const open = late.reduce((sum, one) => sum + one.debt.openFen, 0);
  const isOne = late.length === 1;
  return {
    ...{ key: `claim:${code}:${isOne ? debt.person.id : state}`, due, action, rule },
    text: isOne ? `追回 ${debt.person.name}：${words}` : `追回 ${late.length} 人${words}`,
    note: `还差 ¥${yuanDisplay(fen(open))}`,
    href: isOne ? `/pay/claims?id=${debt.person.id}` : `/pay/claims?state=${state}`,
  };
}

/** What is to be done about debts, one row a rule: the person where it is one, their list where there are more. */
export function claimRows(debts: readonly Debt[], today: Day): readonly TaskRow[] {
  return RULES.flatMap((rule) => {
    const late = debts
      .filter(rule.isOurs)
      .flatMap((debt) => {
        const due = rule.dueOf(debt, today);
        return due === undefined ? [] : [{ debt, due }];
      })
      .sort(byDay);
    const [first, ...more] = late;
    return first === undefined ? [] : [rowOf(rule, [first, ...more], first.debt.state)];
  });
}

/** Tasks that claims of a place make for the caller: notices, answers, plans that are behind, write-offs asked for. */
export async function claimTasks(db: Db, ctx: Ctx, place: ClaimPlace): Promise<readonly TaskRow[]> {
  return claimRows(debtsOf(ctx, await listClaims(db, ctx, place)), ctx.today);
}
