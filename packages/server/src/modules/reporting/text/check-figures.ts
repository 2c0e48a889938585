import { exactDigits, hundredthsOf } from './amounts.ts';
import type { CheckRules } from './check-rules.ts';
import { writtenRun } from './forms.ts';
import { figuresOf, type PlacedFigure } from './places.ts';
import type { CheckInput, Problem, ProblemCode } from './problems.ts';
import type { Draft, FigureValue } from './types.ts';

/** Each bound figure against its records: value, printed words, unit, marks, last year. */
export function figureProblems(draft: Draft, input: CheckInput): Problem[] {
  return figuresOf(draft).flatMap((placed) => {
    const figure = input.figures.get(placed.run.code);
    const written = writtenRun(placed.run, figure);
    if (!figure || written.text === '') return [missing(placed, figure)];
    return [
      ...changed(placed, written.text),
      ...unit(placed, figure, input.rules),
      ...unlikeLastYear(placed, figure, input.lastYear?.get(figure.code)),
      ...marks(placed, figure),
    ];
  });
}

function missing(placed: PlacedFigure, figure: FigureValue | undefined): Problem {
  const name = figure?.name ?? placed.run.code;
  const reason = figure?.reason ? `（${figure.reason}）` : '';
  return problem(
    placed,
    'figure_null',
    `「${name}」现在没有数${reason}，这一句不印出。请补台账，或改写这一句。`,
  );
}

function changed(placed: PlacedFigure, now: string): Problem[] {
  if (placed.run.text === now) return [];
  const before = placed.run.text || '没有数';
  return [problem(placed, 'figure_changed', `台账有变：文中「${before}」，现为「${now}」。请刷新。`)];
}

function unit({ run, sentence }: PlacedFigure, figure: FigureValue, rules: CheckRules): Problem[] {
  if (run.unit === '' || (figure.value !== null && typeof figure.value === 'object')) return [];
  const own = figure.unit.split(/[()（）/、,，]/).filter((part) => part !== '');
  const fitting = own.flatMap((each) => [each, ...(rules.units[each] ?? [])]);
  if (own.length === 0 || fitting.includes(run.unit)) return [];
  const message = `「${figure.name}」的单位是${figure.unit}，文中写「${run.text}」。请核对口径。`;
  return [problem({ run, sentence }, 'unit_differs', message)];
}

function unlikeLastYear(placed: PlacedFigure, figure: FigureValue, last: FigureValue | undefined): Problem[] {
  const now = hundredthsOf(figure.value);
  const before = hundredthsOf(last?.value ?? null);
  if (!last || now === undefined || before === undefined || before <= 0n) return [];
  const difference = now > before ? now - before : before - now;
  if (difference * 2n <= before || isFew(figure, now, before)) return [];
  const unit = typeof figure.value === 'object' ? '' : ` ${figure.unit.replace(/[(（].*$/, '')}`;
  const [from, to] = [last.value, figure.value].map((value) => `${exactDigits(value) ?? ''}${unit}`);
  const message = `「${figure.name}」上年 ${from}，今年 ${to}，相差一半以上。请核对。`;
  return [problem(placed, 'unlike_last_year', message)];
}

/** Two meetings after one are no sign of anything: counts below ten are left alone. */
function isFew({ value, unit }: FigureValue, ...hundredths: readonly bigint[]): boolean {
  return typeof value === 'number' && unit !== '元' && hundredths.every((each) => each < 1000n);
}

function marks(placed: PlacedFigure, figure: FigureValue): Problem[] {
  return [
    ...(figure.estimated ? [problem(placed, 'estimated', `「${figure.name}」是估计数。`)] : []),
    ...(figure.unevidenced > 0
      ? [
          problem(
            placed,
            'unevidenced',
            `「${figure.name}」${figure.records} 条记录中有 ${figure.unevidenced} 条未佐证。`,
          ),
        ]
      : []),
  ];
}

function problem({ run, sentence }: PlacedFigure, code: ProblemCode, message: string): Problem {
  return {
    code,
    severity: 'look',
    place: sentence.place,
    sentenceId: sentence.id,
    figure: run.code,
    text: run.text,
    message,
  };
}
