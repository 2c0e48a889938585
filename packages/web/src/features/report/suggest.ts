import type { Draft, ReportFigure } from './data.ts';
import { sentencesOf } from './draft.ts';
import type { Unsourced } from './problems.ts';

/** Figures whose name, code or unit holds every word asked for. */
export function matchFigures(figures: readonly ReportFigure[], asked: string): readonly ReportFigure[] {
  const words = asked.trim().toLowerCase().split(/\s+/);
  return figures.filter(({ code, name, unit, definition }) => {
    const all = `${code} ${name} ${unit} ${definition}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set([...text].slice(1).map((letter, i) => `${text[i]}${letter}`));

const sharedPairs = (name: string, around: string): number => {
  const pairs = pairsOf(around);
  return [...pairsOf(name)].filter((pair) => pairs.has(pair)).length;
};

const isSomething = ({ value }: ReportFigure) =>
  value !== null && (typeof value === 'object' || Number(value) !== 0);

function bestFirst(
  figures: readonly ReportFigure[],
  scoreOf: (figure: ReportFigure) => number,
): readonly ReportFigure[] {
  const scored = figures.filter(isSomething).map((figure) => ({ figure, score: scoreOf(figure) }));
  const likely = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return likely.map(({ figure }) => figure);
}

/**
 * The figures a number of the text most likely stands for, best first: its name shares words with the text around the
 * number, or it would be written so. None that nothing speaks for.
 */
export function suggestFigures(
  figures: readonly ReportFigure[],
  text: string,
  around: string,
): readonly ReportFigure[] {
  const digits = text.replace(/[^0-9〇零一二两三四五六七八九十百千万亿余.]/g, '');
  return bestFirst(figures, ({ name, forms }) => {
    const isSame = digits !== '' && forms.some((form) => form.text.startsWith(digits));
    return sharedPairs(name, around) + (isSame ? 2 : 0);
  });
}

/** Figures that could be meant instead of this one: of the same unit, and near it in value or in name. */
export function otherReadings(
  figures: readonly ReportFigure[],
  { code, name, unit, value }: ReportFigure,
): readonly ReportFigure[] {
  const isNear = (other: ReportFigure['value']) => {
    const [left, right] = [Number(value), Number(other)];
    return Number.isFinite(left) && Math.abs(left - right) * 20 <= Math.abs(left);
  };
  return bestFirst(figures, (other) => {
    if (other.code === code || other.unit !== unit) return 0;
    return (isNear(other.value) ? 100 : 0) + (20 * sharedPairs(other.name, name)) / other.name.length;
  });
}

const NEAR = 14;

/** The words around a number, of its own sentence. */
export function wordsAround(draft: Draft, { sentenceId, run, start, end }: Unsourced): string {
  const runs = sentencesOf(draft).find(({ id }) => id === sentenceId)?.runs ?? [];
  const text = runs[run]?.text ?? '';
  const clause = (words: string, isBefore: boolean) => words.split(/[。；]/).at(isBefore ? -1 : 0) ?? '';
  return clause(text.slice(0, start), true).slice(-NEAR) + clause(text.slice(end), false).slice(0, NEAR);
}
