import type { Check, Draft, Form, Sentence } from './data.ts';
import { type Spot, sentencesOf, TITLE } from './draft.ts';

/** A number without a source, where it stands in the text. */
export interface Unsourced extends Spot {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Finds the texts of the checks in the draft's own words; one that was changed meanwhile is not found. */
export function unsourcedIn(draft: Draft, checks: readonly Check[]): readonly Unsourced[] {
  const byId = new Map(sentencesOf(draft).map((sentence) => [sentence.id, sentence]));
  const from = new Map<string, Spot & { end: number }>();
  return checks.flatMap(({ code, sentenceId, text }) => {
    if (code !== 'unsourced' || text === '') return [];
    const last = from.get(sentenceId) ?? { sentenceId, run: 0, end: 0 };
    const found =
      sentenceId === TITLE
        ? inText(draft.title, 0, last, text)
        : inSentence(byId.get(sentenceId), last, text);
    if (found !== undefined) from.set(sentenceId, found);
    return found === undefined ? [] : [found];
  });
}

function inText(
  words: string,
  run: number,
  last: Spot & { end: number },
  text: string,
): Unsourced | undefined {
  const start = words.indexOf(text, run === last.run ? last.end : 0);
  const { sentenceId } = last;
  return start < 0 ? undefined : { sentenceId, run, start, end: start + text.length, text };
}

function inSentence(sentence: Sentence | undefined, last: Spot & { end: number }, text: string) {
  for (const [i, run] of sentence?.runs.entries() ?? []) {
    const found = i < last.run || run.kind !== 'text' ? undefined : inText(run.text, i, last, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

const GROUPS: Readonly<Record<string, string>> = {
  typed_without_reason: '人工填报缺理由',
  wrong_anniversary: '周年不对',
  other_year: '写了别的年份',
  figure_null: '没有数，这一句不印',
  figure_changed: '台账有变',
  unit_differs: '单位不同',
  two_readings: '两种口径',
  total_differs: '合计对不上',
  full_name: '写了全名',
  reused_unread: '上年文字还没看',
  empty_section: '整节没有内容',
  unevidenced: '有记录未佐证',
  unlike_last_year: '与上年相差一半以上',
  estimated: '估计数',
};

export interface CheckGroup {
  readonly code: string;
  readonly words: string;
  readonly severity: Check['severity'];
  readonly checks: readonly Check[];
}

/** The checks as the outline lists them: each number without a source by itself, the others by kind. */
export function groupChecks(checks: readonly Check[]): readonly CheckGroup[] {
  const unsourced = checks
    .filter(({ code }) => code === 'unsourced')
    .map((check) => ({
      code: 'unsourced',
      words: `「${check.text}」没有来源`,
      severity: check.severity,
      checks: [check],
    }));
  const kinds = Object.entries(GROUPS).flatMap(([code, words]) => {
    const own = checks.filter((check) => check.code === code);
    const [first] = own;
    if (first === undefined) return [];
    const one = own.length === 1 && first.text !== '' && first.text.length < 12 ? `：${first.text}` : '';
    return [{ code, words: `${words}${one}`, severity: first.severity, checks: own }];
  });
  return [...unsourced, ...kinds];
}

/** Words 21: what keeps the summary from being sent. */
export function blockedBy(checks: readonly Check[]): string | undefined {
  const must = checks.filter(({ severity }) => severity === 'must');
  if (must.length === 0) return undefined;
  const texts = must.map(({ text }) => `「${text}」`).join('、');
  return `有 ${must.length} 个数字没有来源：${texts}。请绑定指标，或标为人工填报。`;
}

const CHINESE = /[〇零一二两三四五六七八九十百千万]/;

/** How a number that was typed would be worded when it is bound: 三百余封 → 汉字约数, 封. */
export function wordingOf(text: string, unit: string): { form: Form; unit: string } {
  const measure =
    /[余多来]?([^0-9０-９〇零一二两三四五六七八九十百千万亿余多来.,，]*)$/.exec(text)?.[1] ?? '';
  const chinese = CHINESE.test(text);
  const rounded = /[余多来]/.test(text);
  const form = rounded ? (chinese ? 'chineseRounded' : 'rounded') : chinese ? 'chinese' : 'exact';
  return { form, unit: measure === '' ? unit : measure };
}
