import { type Month, monthText } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type ChangeFacts, changeFacts } from './batch-change-facts.ts';
import type { BatchHead } from './batch-find.ts';
import { type DifferenceReason, isRemainder, type PersonShare, partsOf } from './batch-previous.ts';
import type { BatchView } from './exception.ts';
import { type LineRow, stateWords, tailOf } from './line-list.ts';

/** Reasons of the batch's difference, in its order, then what changes no sum. */
export const CHANGE_GROUPS = [
  ...['新增', '停发', '提标', '其他', '补差', '扣回'],
  ...['缓发', '放行', '账号变更'],
] as const;
export type ChangeGroup = DifferenceReason | '缓发' | '放行' | '账号变更';

/** One thing that is otherwise than in the payment before. */
export interface ToldChange {
  /** Σ fen of a group is what the batch's difference tells under the same word; nil for the last three. */
  readonly group: ChangeGroup;
  /** The group, or what 其他 is in this case: 改级, 改类别, 月额变化, 尾差. */
  readonly words: string;
  readonly name: string;
  readonly village: string | null;
  readonly category: string;
  readonly fromFen: number | null;
  readonly toFen: number | null;
  readonly fen: number;
  /** Reason and day. */
  readonly why: string;
}

interface Case {
  readonly now: PersonShare | undefined;
  readonly before: PersonShare | undefined;
  readonly facts: ChangeFacts | undefined;
  readonly month: Month;
}

const ungraded = (what: string) => what.replaceAll(/ \d+ 级/g, '');

/** Imported payments do not say for which right they were. */
const isOtherRight = (now: PersonShare | undefined, before: PersonShare | undefined) =>
  Boolean(now?.what) && Boolean(before?.what) && now?.what !== before?.what;

/** What 其他 is: another grade, another right, or another amount of the same; fen alone are what twelve left over. */
function otherWords({ now, before }: Case): string {
  if (isRemainder((now?.nowFen ?? 0) - (before?.nowFen ?? 0))) return '尾差';
  if (!isOtherRight(now, before)) return '月额变化';
  return ungraded(now?.what ?? '') === ungraded(before?.what ?? '') ? '改级' : '改类别';
}

function stopWhy({ facts, month }: Case): string {
  if (facts?.diedOn) return `${facts.diedOn} 去世`;
  if (facts?.stopMonth != null && facts.stopMonth <= month)
    return `${facts.stopReason ?? '停发'}，${monthText(facts.stopMonth)} 起停`;
  return '本月没有应发';
}

function newWhy({ facts, month }: Case): string {
  if (facts === undefined) return '';
  const { fromMonth, approvedOn, stoppedBefore } = facts;
  if (stoppedBefore || fromMonth === null || fromMonth > month) return '恢复发放';
  const approved = approvedOn === null ? '' : `，${approvedOn} 认定`;
  return `${monthText(fromMonth)} 起享受${approved}`;
}

function lateWhy({ now, facts }: Case): string {
  if ((now?.lateFen ?? 0) === 0) return '上期有补发，这期没有';
  const months = facts?.lateMonths ?? '';
  return facts?.isReissued ? `补发 ${months}，含上次没有发成的` : `补发 ${months}`;
}

function otherWhy({ now, before }: Case): string {
  if (isRemainder((now?.nowFen ?? 0) - (before?.nowFen ?? 0))) return '年标准分到各月的尾数';
  return isOtherRight(now, before) ? `${before?.what} → ${now?.what}` : '月额有变';
}

function whyOf(reason: DifferenceReason, one: Case): string {
  const { now } = one;
  switch (reason) {
    case '停发':
      return stopWhy(one);
    case '新增':
      return newWhy(one);
    case '补差':
      return lateWhy(one);
    case '扣回':
      return (now?.offFen ?? 0) < 0 ? '抵扣追回' : '上期有抵扣，这期没有';
    case '提标':
      return now?.ratesFrom == null ? '月额提高' : `${monthText(now.ratesFrom)} 起的标准`;
    default:
      return otherWhy(one);
  }
}

const PART = { 补差: 'lateFen', 扣回: 'offFen' } as const;
const partOf = (reason: DifferenceReason) =>
  reason === '补差' || reason === '扣回' ? PART[reason] : ('nowFen' as const);

type Who = Pick<ToldChange, 'name' | 'village' | 'category'>;

function moneyChanges(one: Case, who: Who, isImported: boolean): readonly ToldChange[] {
  return partsOf(one.now, one.before, isImported).map(({ reason, fen: own }) => ({
    ...{ group: reason, words: reason === '其他' ? otherWords(one) : reason, ...who },
    ...{ fromFen: one.before?.[partOf(reason)] ?? 0, toFen: one.now?.[partOf(reason)] ?? 0, fen: own },
    why: whyOf(reason, one),
  }));
}

/** Held, let go, or paid to another account: no sum changes with it. */
function lineChanges(row: LineRow, facts: ChangeFacts | undefined, who: Who, keys: Keys) {
  const found: ToldChange[] = [];
  const add = (group: ChangeGroup, why: string, toFen: number | null = null) =>
    found.push({ group, words: group, ...who, fromFen: null, toFen, fen: 0, why });
  const isHeld = row.state === 'held';
  if (isHeld) add('缓发', [row.stateOn, stateWords(row)].filter(Boolean).join(' '), row.fen);
  if (!isHeld && facts?.releasedOn)
    add('放行', [facts.releasedOn, facts.releaseReason].filter(Boolean).join(' '), row.fen);
  else if (!isHeld && facts?.heldBefore && row.state !== 'cancelled')
    add('放行', '上期缓发，这期照发', row.fen);
  if (facts?.accountSince) {
    const was = tailOf(keys, facts.accountWas);
    add(
      '账号变更',
      `${facts.accountSince} 登记，尾号 ${was === null ? '' : `${was} → `}${tailOf(keys, row.accountSealed)}`,
    );
  }
  return found;
}

/**
 * 本月变动: whoever is paid otherwise than in the payment before, each with from, to and why, group by group. The sums
 * of its groups are the batch's differences; a batch that comes on top is all made up for.
 */
export async function changesOf(
  db: Db,
  keys: Keys,
  batch: BatchHead & { readonly countyId: number },
  view: BatchView,
  rows: readonly LineRow[],
): Promise<readonly ToldChange[]> {
  const { now, previous } = view;
  const ids = [...new Set([...now.keys(), ...(previous?.shares.keys() ?? [])])];
  const facts = await changeFacts(db, batch, previous, ids, view.isMore);
  const whoOf = (id: string): Who => {
    const [own, before, known] = [now.get(id), previous?.shares.get(id), facts.get(id)];
    const name = own?.name ?? before?.name ?? '';
    const category = own?.what || before?.what || known?.categories || '';
    return { name, village: known?.village ?? null, category };
  };
  const money = [...facts.keys()].flatMap((id) => {
    const one = {
      now: now.get(id),
      before: previous?.shares.get(id),
      facts: facts.get(id),
      month: batch.payMonth,
    };
    return moneyChanges(one, whoOf(id), previous?.source === 'import');
  });
  const lines = rows.flatMap((row) => lineChanges(row, facts.get(row.personId), whoOf(row.personId), keys));
  const told = [...money, ...lines];
  return CHANGE_GROUPS.flatMap((group) => told.filter((one) => one.group === group));
}
