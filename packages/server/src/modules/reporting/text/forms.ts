import { toChineseNumeral } from '@shuangyong/values';
import { exactDigits, hundredthsOf, wanDigits } from './amounts.ts';
import { type FigureRun, type FigureValue, FORMS, type Form } from './types.ts';

/** What is printed for a figure in one form; undefined when the figure has no value. */
export function figureText(figure: FigureValue, unit: string, form: Form): string | undefined {
  const { value } = figure;
  const exact = exactDigits(value);
  if (exact === undefined || value === null) return undefined;
  if (typeof value === 'object') {
    if (form === 'num') return `${value.num}${unit}`;
    return form === 'den' ? `${value.den}${unit}` : exact;
  }
  return wordedNumber(figure, unit, form) ?? `${exact}${unit}`;
}

/** The special wording, or undefined where it does not apply and the exact one stands. */
function wordedNumber(figure: FigureValue, unit: string, form: Form): string | undefined {
  const hundredths = hundredthsOf(figure.value) ?? 0n;
  if (form === 'wan') return hundredths === 0n ? undefined : `${wanDigits(hundredths)}万${unit}`;
  const whole = hundredths % 100n === 0n ? Number(hundredths / 100n) : undefined;
  if (form === 'chinese')
    return whole === undefined ? undefined : toChineseNumeral(whole, { liang: true }) + unit;
  const floor = roundedFloor(hundredths);
  if (floor === undefined || form === 'exact' || (form === 'auto' && !figure.estimated)) return undefined;
  return approximate(floor, form === 'chineseRounded') + unit;
}

/**
 * The round number 余 stands on: 213 → 200, 56 → 50. Undefined below ten and for a number that is round already,
 * because «10余» of ten, or «4余», would be untrue.
 */
function roundedFloor(hundredths: bigint): number | undefined {
  if (hundredths < 1000n) return undefined;
  const whole = hundredths / 100n;
  const size = 10n ** BigInt(String(whole).length - 1);
  const floor = (whole / size) * size;
  return floor * 100n === hundredths ? undefined : Number(floor);
}

function approximate(floor: number, chinese: boolean): string {
  if (chinese) return `${toChineseNumeral(floor, { liang: true })}余`;
  return floor % 10_000 === 0 ? `${floor / 10_000}余万` : `${floor}余`;
}

/** The forms a writer can choose from for this figure, each with what it prints; the same words only once. */
export function figureForms(figure: FigureValue, unit: string): { form: Form; text: string }[] {
  const fitting = FORMS.filter((form) => form !== 'auto' && fits(figure, unit, form));
  const offered = fitting.flatMap((form) => {
    const text = figureText(figure, unit, form);
    return text === undefined ? [] : [{ form, text }];
  });
  return offered.filter(({ text }, i) => offered.findIndex((other) => other.text === text) === i);
}

function fits(figure: FigureValue, unit: string, form: Form): boolean {
  const ratio = figure.value !== null && typeof figure.value === 'object';
  if (form === 'num' || form === 'den') return ratio;
  if (form === 'wan') return unit === '元';
  return form === 'exact' || !ratio;
}

/** A figure run with its words and marks written from the figure as it stands now; empty words when it has no value. */
export function writtenRun(
  run: Omit<FigureRun, 'text' | 'marks'>,
  figure: FigureValue | undefined,
): FigureRun {
  const text = figure && figureText(figure, run.unit, run.form);
  if (!figure || text === undefined) return { ...run, text: '', marks: [] };
  return { ...run, text, marks: marksOf(figure) };
}

function marksOf(figure: FigureValue): FigureRun['marks'] {
  return [
    ...(figure.estimated ? (['估'] as const) : []),
    ...(figure.unevidenced > 0 ? (['未佐证'] as const) : []),
  ];
}
