import { fen, monthText, yuanDisplay } from '@shuangyong/values';
import type { Cell, Due, Law, MonthAnswer, Rate, Trace, TraceStep } from '../types.ts';
import {
  CODE_WORDS,
  COMPONENT_WORDS,
  FUND_WORDS,
  keyWords,
  missingWords,
  REASON_WORDS,
  ROUNDING_WORDS,
  regionWords,
} from './words.ts';

/** The document a rate rests on. */
export interface Basis {
  readonly title: string;
  readonly number: string | null;
  readonly issued: string | null;
  readonly article: string;
  readonly from: string;
  readonly url: string | null;
}

/** One rate as it was read, with what was reckoned of it. */
export interface Part {
  readonly label: string;
  /** «9 级 因公 9,260.00 元/年» */
  readonly read: string;
  /** «9,260.00 ÷ 12»; empty where nothing is reckoned. */
  readonly reckoning: string;
  readonly basis: Basis;
  readonly derivation: string | null;
}

/** A month of a right in words. */
export interface Told {
  readonly outcome: 'due' | 'notDue' | 'unknown';
  readonly amount: string;
  /** What it comes to, by who pays: «国家 基本标准 550.00». */
  readonly lines: readonly { readonly label: string; readonly amount: string }[];
  readonly facts: readonly string[];
  readonly parts: readonly Part[];
  readonly rounding: string | null;
  /** Why it is not due, or what is unknown; also a part that could not be computed beside a due one. */
  readonly notes: readonly string[];
  readonly derived: boolean;
  /** The article of the rule itself. */
  readonly rule: Basis | null;
}

const UNIT_WORDS: Readonly<Record<string, string>> = {
  fen_per_year: '元/年',
  fen_per_month: '元/月',
  fen_per_year_per_service_year: '元/年，每服役一年',
  fen_per_month_per_service_year: '元/月，每服役一年',
  percent: '%',
  multiple: '倍',
};

/** An amount in its own unit: yuan where it is money. */
export function amountWords(amount: number, unit: string): string {
  const isMoney = unit.startsWith('fen');
  return `${isMoney ? yuanDisplay(fen(amount)) : amount} ${UNIT_WORDS[unit] ?? unit}`;
}

function basisOf(law: Law, id: string, article: string, from: string): Basis {
  const { title = id, number = null, issued = null, url = null } = law.sources.get(id) ?? {};
  return { title, number, issued, article, from, url };
}

/** «民发〔2017〕154号 附件1», by its title where it has no number. */
export function basisWords({ title, number, article }: Basis): string {
  return [number ?? `《${title}》`, article].filter((part) => part !== '').join(' ');
}

const AWARDS = ['honour', 'theatreHonour', 'first', 'second', 'third', 'outstanding'];

function factWords(step: Extract<TraceStep, { op: 'fact' }>, isOnce: boolean): string | undefined {
  const { what, value } = step;
  if (what === 'grade') return `残疾等级 ${value} 级`;
  if (what === 'cause') return `致残性质 ${['', '因战', '因公', '因病'][value] ?? ''}`;
  if (what === 'halfYears') return isOnce ? `这次计发 ${value} 个半年` : `服役 ${value / 2} 年`;
  if (what === 'award') return `立功受奖 ${keyWords(AWARDS[value - 1] ?? '')}`;
  if (what === 'era') return `入伍时期 ${['', '抗日战争', '解放战争', '建国后'][value] ?? ''}`;
  if (what === 'residence') return `户籍 ${['', '城镇', '农村'][value] ?? ''}`;
  return undefined;
}

function rateText({ num, den }: Rate): string {
  return yuanDisplay(fen(Math.floor((num * 2 + den) / (den * 2))));
}

/** What is reckoned of one rate up to its line; «7,134.00 × 2 个半年 ÷ 2 = 7,134.00 元». */
function reckoningOf(steps: readonly TraceStep[], unit: string): string {
  let text = '';
  for (const step of steps) {
    if (step.op === 'times')
      text += ` × ${step.value}${step.what === 'halfYears' && unit === '元' ? ' 个半年' : ''}`;
    else if (step.op === 'divide') text += ` ÷ ${step.value}`;
    else if (step.op === 'ratio') text += ` × ${step.value}%`;
    else return step.op === 'line' && text !== '' ? `${text} = ${rateText(step.value)} ${unit}` : text;
  }
  return text;
}

/** A year's allowance is one sum, everything else is due by the month. */
const isOnce = (steps: readonly TraceStep[]) =>
  steps.some((step) => step.op === 'sum' && step.what === 'once');

/** Rates beside the one the benefit is named after: without its name nobody could tell a wage from a pension. */
const BESIDE: readonly string[] = ['nursing.wage', 'nursing.ratio', 'conscript.merit'];

type ReadStep = Extract<TraceStep, { op: 'read' }>;

const isMoney = ({ unit }: Cell) => unit.startsWith('fen');

/** `whole`: the amount a percentage is taken of. */
function partOf(
  law: Law,
  { what, cell }: ReadStep,
  after: readonly TraceStep[],
  unit: string,
  whole: Cell,
): Part {
  const reckoning = reckoningOf(after, unit);
  const name = BESIDE.includes(what) ? CODE_WORDS[what] : '';
  return {
    label: regionWords(cell.region),
    read: [name, keyWords(cell.key), amountWords(cell.amount, cell.unit)]
      .filter((text) => text !== '')
      .join(' '),
    reckoning: reckoning === '' ? '' : `${yuanDisplay(fen(whole.amount))}${reckoning}`,
    basis: basisOf(law, cell.source, cell.article, monthText(cell.from)),
    derivation: cell.status === 'derived' ? cell.derivation || '推算' : null,
  };
}

function partsOf(law: Law, steps: readonly TraceStep[]): readonly Part[] {
  const unit = isOnce(steps) ? '元' : '元/月';
  const parts: Part[] = [];
  let whole: Cell | undefined;
  for (const [index, step] of steps.entries()) {
    if (step.op !== 'read') continue;
    if (whole === undefined || isMoney(step.cell)) whole = step.cell;
    parts.push(partOf(law, step, steps.slice(index + 1), unit, whole));
  }
  return parts;
}

function notesOf({ outcome }: MonthAnswer): readonly string[] {
  if (outcome.kind === 'notDue') return [REASON_WORDS[outcome.why]];
  const missing = outcome.missing.map(missingWords);
  if (missing.length === 0) return [];
  return outcome.kind === 'unknown'
    ? [`还缺：${missing.join('、')}。补上后就能算出。`]
    : [`另有一项算不出，没有计入，还缺：${missing.join('、')}。`];
}

const linesOf = ({ lines }: MonthAnswer) =>
  lines.map(({ component, fund, fen: amount }) => ({
    label: `${FUND_WORDS[fund]}　${COMPONENT_WORDS[component]}`,
    amount: yuanDisplay(amount),
  }));

function roundingOf(due: Due): string | null {
  return due.rate.num % due.rate.den === 0 && due.rounding !== 'fixed' ? null : ROUNDING_WORDS[due.rounding];
}

/** What a trace says, whatever came of it. */
export type ToldTrace = Pick<Told, 'facts' | 'parts' | 'rule'>;

/** Facts, rates with their documents and arithmetic of a trace. */
export function tellTrace({ steps, source, article }: Trace, law: Law): ToldTrace {
  const once = isOnce(steps);
  return {
    facts: steps.flatMap((step) => (step.op === 'fact' ? (factWords(step, once) ?? []) : [])),
    parts: partsOf(law, steps),
    rule: source === '' ? null : basisOf(law, source, article, ''),
  };
}

const partText = ({ label, read, reckoning, basis, derivation }: Part) =>
  `${label} ${read}${reckoning}（${basisWords(basis)}，${basis.from} 起${derivation === null ? '' : `；推算：${derivation}`}）`;

/** A trace as lines of plain text, for a file that is read without the product. */
export function traceText(trace: Trace, law: Law): readonly string[] {
  const { facts, parts, rule } = tellTrace(trace, law);
  const told = [...facts, ...parts.map(partText)];
  return rule === null ? told : [...told, `规则：${basisWords(rule)}`];
}

/** «为什么是这个数»: facts, rates with their documents, arithmetic, rounding, all from the trace. */
export function tellMonth(answer: MonthAnswer, law: Law): Told {
  const { outcome, fen: amount } = answer;
  const { facts, parts, rule } = tellTrace(outcome.trace, law);
  return {
    outcome: outcome.kind,
    amount: yuanDisplay(amount),
    lines: linesOf(answer),
    facts,
    parts: outcome.kind === 'notDue' ? [] : parts,
    rounding: outcome.kind === 'due' ? roundingOf(outcome) : null,
    notes: notesOf(answer),
    derived: outcome.kind === 'due' && outcome.derived,
    rule,
  };
}
