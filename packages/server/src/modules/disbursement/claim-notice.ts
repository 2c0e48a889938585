import {
  addMonths,
  capitalAmount,
  type Day,
  fen,
  type Month,
  parseIsoMonth,
  yuanDisplay,
} from '@shuangyong/values';
import { refuse } from '../../kernel/refusal.ts';
import type { DocumentParagraph, OfficialDocument } from '../../platform/document/index.ts';
import type { Debt } from './claim-debt.ts';

/** What the letter needs of a debt. */
export type NoticeDebt = Pick<Debt, 'openFen'> & {
  readonly person: Pick<Debt['person'], 'name' | 'diedOn' | 'office'>;
  readonly claims: readonly Pick<Debt['claims'][number], 'kind' | 'month' | 'openFen'>[];
};

interface Span {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly fen: number;
}

const monthAfter = (month: string): Month | undefined => {
  const read = parseIsoMonth(month);
  return read === undefined ? undefined : addMonths(read, 1);
};

/** Open months of each right, those that follow each other as one line. */
export function spansOf(claims: NoticeDebt['claims']): readonly Span[] {
  const sums = new Map<string, { kind: string; month: string; fen: number }>();
  for (const { kind, month, openFen } of claims) {
    if (openFen === 0) continue;
    const key = `${kind} ${month}`;
    sums.set(key, { kind, month, fen: (sums.get(key)?.fen ?? 0) + openFen });
  }
  const sorted = [...sums.values()].sort((a, b) =>
    a.kind === b.kind ? (a.month < b.month ? -1 : 1) : a.kind < b.kind ? -1 : 1,
  );
  const spans: Span[] = [];
  for (const { kind, month, fen: own } of sorted) {
    const last = spans.at(-1);
    if (last?.kind === kind && monthAfter(last.to) === parseIsoMonth(month))
      spans[spans.length - 1] = { ...last, to: month, months: last.months + 1, fen: last.fen + own };
    else spans.push({ kind, from: month, to: month, months: 1, fen: own });
  }
  return spans;
}

const monthWords = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
const dayWords = (day: string) => `${monthWords(day)}${Number(day.slice(8, 10))}日`;
const yuan = (amount: number) => `${yuanDisplay(fen(amount))}元`;

function spanWords({ kind, from, to, months, fen: own }: Span): string {
  const which = from === to ? monthWords(from) : `${monthWords(from)}至${monthWords(to)}，${months}个月`;
  return `${kind}：${which}，${yuan(own)}。`;
}

/** As many lines as leave the letter on one page. */
const MOST_SPANS = 3;

function spanLines(spans: readonly Span[]): readonly string[] {
  if (spans.length <= MOST_SPANS) return spans.map(spanWords);
  const rest = spans.slice(MOST_SPANS - 1);
  const months = rest.reduce((sum, span) => sum + span.months, 0);
  const sum = rest.reduce((total, span) => total + span.fen, 0);
  return [
    ...spans.slice(0, MOST_SPANS - 1).map(spanWords),
    `其余${months}个月，${yuan(sum)}，明细附后备查。`,
  ];
}

/** 没有法律根据取得的利益应当返还: art. 122 of the General Provisions from 2017-10-01, of the Civil Code from 2021. */
function basisOf(today: Day): string {
  if (today >= '2021-01-01') return '根据《中华人民共和国民法典》第一百二十二条，';
  return today >= '2017-10-01' ? '根据《中华人民共和国民法总则》第一百二十二条，' : '';
}

/** The family of somebody dead draws nothing more of his, and nobody's own money is touched for another's debt. */
const easedBy = (diedOn: string | null) =>
  diedOn === null ? '可以商定分期或从以后的待遇中按月扣还' : '可以商定分期';

const line = (text: string, level: DocumentParagraph['level'] = 'body'): DocumentParagraph => ({
  level,
  runs: [{ kind: 'text', text }],
});

/**
 * 追回告知书: which months were paid and were not due, how much is to be given back, how, and what to do who sees it
 * otherwise; below it the receipt of delivery. One page. Refuses `claim_settled` where nothing is open.
 */
export function noticeOf({ person, openFen, claims }: NoticeDebt, today: Day): OfficialDocument {
  if (openFen === 0) refuse('claim_settled', '这笔追回已经结清了，不用再送告知书。');
  const { name, diedOn, office } = person;
  const why =
    diedOn === null ? '下列月份的待遇不应发放' : `${name}${dayWords(diedOn)}去世，以后月份的待遇不应发放`;
  return {
    title: '多发待遇追回告知书',
    state: 'final',
    paragraphs: [
      line(`${name}${diedOn === null ? '' : '家属'}：`, 'plain'),
      line(`经核对，${why}，已经发出，现予追回：`),
      ...spanLines(spansOf(claims)).map((words) => line(words)),
      line(`共计人民币${capitalAmount(fen(openFen))}（${yuan(openFen)}）。`),
      line(
        `${basisOf(today)}请与我单位联系退回：现金交财政所并当场取收据；一次退回有困难的，${easedBy(diedOn)}。有异议的，请带证明材料来说明，核实有误的立即更正。`,
      ),
    ],
    signature: { office, day: dayWords(today) },
    receipt: [
      line('送达回证　本告知书已收到。收到人签名：＿＿＿＿＿＿', 'plain'),
      line('与本人关系：＿＿＿＿　日期：＿＿＿＿年＿＿月＿＿日', 'plain'),
      line('送达人（两人）：＿＿＿＿＿＿　＿＿＿＿＿＿', 'plain'),
    ],
    annexes: [],
  };
}
