import {
  addDays,
  addMonths,
  type Day,
  fen,
  firstDay,
  monthOfDay,
  monthText,
  yuanDisplay,
} from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Place } from '../../platform/http/index.ts';
import { type Raise, raiseOf } from '../benefits/index.ts';
import { batchPlaceOf, blockersOf, listPeriods, payHome, paysHere } from '../disbursement/index.ts';
import { claimTasks } from './claim-tasks.ts';
import type { TaskRow } from './home.ts';

type PayHome = Awaited<ReturnType<typeof payHome>>;

/** By when a month's pensions should be in the making. */
const OPEN_BY = '25';

function waiting({ batches, year }: PayHome, today: Day): readonly TaskRow[] {
  return batches.flatMap(({ id, number, kind, month, state, people, totalFen, waitsForMe }) =>
    waitsForMe === null
      ? []
      : [
          {
            ...{
              key: `batch:${id}:${state}`,
              due: today,
              text: `${month} ${kind} ${number}：待您${waitsForMe}`,
            },
            note: `${people} 人　¥${yuanDisplay(fen(totalFen))}`,
            ...{ href: `/pay/b/${id}?year=${year}`, action: waitsForMe, rule: '批次到了哪一步，由谁接着办' },
          },
        ],
  );
}

/** What the bank sent back, a row a batch: it opens on those lines, where the account is changed. */
function returned({ returnsWaiting, year }: PayHome, today: Day): readonly TaskRow[] {
  return returnsWaiting.batches.map(({ id, number, lines, fen: sum, noAccount }) => ({
    ...{ key: `pay:returns:${id}`, due: today, text: `${number} 银行退回 ${lines} 笔` },
    note: [
      `¥${yuanDisplay(fen(sum))}`,
      noAccount > 0 ? `${noAccount} 笔还没有换账号` : '账号已换，随下一批重发',
    ].join('　'),
    ...{ href: `/pay/b/${id}?year=${year}&lines=returned`, action: '办理' },
    rule: '退回的换好账号，随下一批重发',
  }));
}

/** A month that is over, with nothing left open in it, is closed by this day of the next. */
const CLOSE_BY = 15;

/** The next month to close, where its last day is past and nothing stands in the way. */
async function closing(db: Db, ctx: Ctx, place: Place): Promise<readonly TaskRow[]> {
  if (!ctx.may('pay.approve', place.code)) return [];
  const { next } = await listPeriods(db, ctx, place);
  if (next >= monthOfDay(ctx.today)) return [];
  if ((await blockersOf(db, ctx, place, next)).length > 0) return [];
  const due = addDays(firstDay(addMonths(next, 1)), CLOSE_BY - 1);
  return [
    {
      ...{ key: `pay:close:${monthText(next)}`, due, text: `${monthText(next)} 可以结账` },
      ...{ note: '批次都办结了', href: `/pay/periods?year=${monthText(next).slice(0, 4)}`, action: '结账' },
      rule: `一个月的批次都办结、银行都有回话，次月 ${CLOSE_BY} 日前结账`,
    },
  ];
}

/** Who looks, and what the place does. */
export interface PayView {
  readonly mayMake: boolean;
  /** Pensions are paid from here, by batches or, until now, by sheets. */
  readonly isPaying: boolean;
  /** Rates that came after months were posted. */
  readonly raise?: Raise | null;
}

const monthOf = (month: string) => Number(month.slice(5));

/** 补 8–10 月; 补 2017-11～2018-02 where it goes over the turn of a year. */
function monthsWords({ from, to }: Raise): string {
  if (from === to) return `${from.slice(0, 4)} 年 ${monthOf(from)} 月`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${monthOf(from)}–${monthOf(to)} 月` : `${from}～${to}`;
}

function raiseRow(raise: Raise, today: Day): TaskRow {
  const { moreFen, lessFen, people, month } = raise;
  const yuan = (amount: number) => `¥${yuanDisplay(fen(amount))}`;
  const what = moreFen > 0 ? `标准提高，补 ${monthsWords(raise)}` : `标准有变，${monthsWords(raise)} 多记了`;
  const sums = [moreFen > 0 && `补 ${yuan(moreFen)}`, lessFen > 0 && `减 ${yuan(lessFen)}`].filter(Boolean);
  return {
    ...{ key: `pay:raise:${raise.from}:${raise.to}:${month}`, due: today, text: what },
    ...{ note: `${people} 人　${sums.join('，')}`, href: '/pay/arrears', action: '办理' },
    rule: '标准在月份记账以后才公布',
  };
}

/**
 * Tasks that money makes, from the page of payments: a batch that waits for the caller, what the bank sent back, and
 * for whoever makes batches a month nobody has opened yet, where pensions are paid at all.
 */
export function payRows(
  home: PayHome,
  today: Day,
  { mayMake, isPaying, raise }: PayView,
): readonly TaskRow[] {
  const { next, year } = home;
  const rows = [...waiting(home, today)];
  if (mayMake && raise) rows.push(raiseRow(raise, today));
  if (mayMake) rows.push(...returned(home, today));
  if (mayMake && isPaying && next !== null)
    rows.push({
      ...{ key: `pay:open:${next.month}`, due: `${next.month}-${OPEN_BY}`, note: '只看变化' },
      ...{ text: `${next.month} ${next.kind}还没有生成`, href: `/pay?year=${year}`, action: '生成' },
      rule: `当月抚恤补助 ${OPEN_BY} 日前生成批次`,
    });
  return rows;
}

/** Tasks of one township's payments; a county sees its townships' on their own pages. */
export async function payTasks(db: Db, ctx: Ctx, place: Place): Promise<readonly TaskRow[]> {
  if (place.level !== 'township') return [];
  const at = await batchPlaceOf(db, place);
  const home = await payHome(db, ctx, at, Number(ctx.today.slice(0, 4)));
  const isPaying = await paysHere(db, at, monthOfDay(ctx.today));
  const mayMake = ctx.may('pay.make', place.code);
  const raise = mayMake ? await raiseOf(db, ctx, at) : null;
  return [
    ...payRows(home, ctx.today, { mayMake, isPaying, raise }),
    ...(await claimTasks(db, ctx, at)),
    ...(await closing(db, ctx, place)),
  ];
}
