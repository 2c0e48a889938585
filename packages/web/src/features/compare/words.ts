import type { Search } from '../../app/search.ts';
import type { RosterHit, RosterKind } from './data.ts';

interface KindWords {
  readonly kind: RosterKind;
  readonly label: string;
  /** Who keeps the list, and what it leads to. */
  readonly note: string;
}

export const KINDS: readonly KindWords[] = [
  { kind: '火化', label: '火化', note: '殡葬部门的火化名册。核实去世的，报「去世」，次月起停发。' },
  {
    kind: '户籍注销',
    label: '户籍注销',
    note: '公安的户籍注销名册。死亡注销的报「去世」；迁出注销的到档案里报「迁出」。',
  },
  {
    kind: '服刑',
    label: '服刑',
    note: '司法部门的服刑人员名册，以最近一次为准。核对判决书后报「服刑」，中止待遇。',
  },
  { kind: '低保特困', label: '低保特困', note: '民政的低保、特困名册。只看台账记没记，不停任何待遇。' },
  {
    kind: '养老金',
    label: '养老金领取',
    note: '人社的退休金、职工养老金名册，以最近一次为准。只有农村籍退役士兵不能同领；居民养老金不影响。',
  },
];

/** What is to be reported on the D panel, as the button says it. */
export const ACT_WORDS = { death: '报去世', sentence: '报服刑', stop: '报停发' } as const;

/** The D panel of the person, with kind, day and source filled in. */
export function eventSearch({ act, onDay }: Pick<RosterHit, 'act' | 'onDay'>): Search {
  const why = act === 'stop' ? '领取养老金' : undefined;
  return { do: 'event', event: act ?? undefined, on: onDay ?? undefined, source: '名册比对', why };
}

/** What the books say: state, death, and for the list of 低保特困 whether the roll knows it. */
export function bookWords(kind: RosterKind, hit: RosterHit): string {
  const { state, diedOn, holdReason, lowIncome, hardship } = hit;
  const words = [diedOn === null ? state : `已登记 ${diedOn} 去世`];
  if (holdReason !== null) words.push(holdReason);
  if (kind === '低保特困') words.push(lowIncome || hardship ? '台账已记' : '台账没记低保、特困');
  return words.join('，');
}

/** `3 个月 ¥1,650.00` paid after the day; what cannot be said says why. */
export function sinceWords({ onDay, since }: RosterHit): string | undefined {
  if (onDay === null) return '名册没写日期';
  return since === null || since.months === 0 ? '没有' : undefined;
}

const VERDICTS = { confirmed: '是同一人', dismissed: '不是' } as const;

/** `不是：问了本人，重名（王某 2018-01-05）` */
export function likenessWords({ verdict }: Pick<RosterHit, 'verdict'>): string {
  if (verdict === null) return '待认';
  return `${VERDICTS[verdict.verdict]}：${verdict.reason ?? ''}（${verdict.by} ${verdict.on}）`;
}
