import type { CheckTest, Finding } from './data.ts';

/** The test on the screen: the one asked for, else the first with something waiting, else the first with a hit. */
export function chosenTest(tests: readonly CheckTest[], asked: string | undefined): CheckTest | undefined {
  const run = tests.filter(({ code, hits }) => code !== null && hits > 0);
  return run.find(({ code }) => code === asked) ?? run.find(({ waiting }) => waiting > 0) ?? run[0];
}

/** Findings of a test: what waits first, what must be done before what is to be looked at. */
export function findingsOf(findings: readonly Finding[], code: string | null): readonly Finding[] {
  const rank = ({ verdict, severity }: Finding) => (verdict === null ? 0 : 2) + (severity === 'must' ? 0 : 1);
  return findings
    .filter((one) => one.code === code)
    .map((one, index) => ({ one, index }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.index - b.index)
    .map(({ one }) => one);
}

export interface Step {
  readonly code: string;
  readonly key: string;
}

/** The finding after or before this one, over all tests in their order; undefined at either end. */
export function stepFrom(
  tests: readonly CheckTest[],
  findings: readonly Finding[],
  at: string | undefined,
  by: 1 | -1,
): Step | undefined {
  const all = tests.flatMap(({ code }) => (code === null ? [] : findingsOf(findings, code)));
  const index = all.findIndex(({ key }) => key === at);
  const next = all[index + by];
  return next && { code: next.code, key: next.key };
}

const VERDICT_WORDS = { confirmed: '属实已办', dismissed: '不属实' } as const;

/** `不属实：10 月的补差另册发放（王某 2018-01-05）` */
export function verdictWords({ verdict }: Finding): string {
  if (verdict === null) return '待核';
  const why = verdict.reason === null ? '' : `：${verdict.reason}`;
  return `${VERDICT_WORDS[verdict.verdict]}${why}（${verdict.by} ${verdict.on}）`;
}

/** `2017-10 至 2017-12` */
export function monthsWords({
  from,
  to,
}: {
  readonly from: string | null;
  readonly to: string | null;
}): string {
  if (from === null || to === null) return '—';
  return from === to ? from : `${from} 至 ${to}`;
}
