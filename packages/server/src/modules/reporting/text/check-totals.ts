import { exactDigits, hundredthsOf } from './amounts.ts';
import type { CheckRules } from './check-rules.ts';
import { figuresOf, type PlacedFigure } from './places.ts';
import type { CheckInput, Problem } from './problems.ts';
import type { Draft, Figures } from './types.ts';

/** Figures against one another: which of two readings the text prints, and whether parts agree with their whole. */
export function totalProblems(draft: Draft, { figures, rules }: CheckInput): Problem[] {
  const first = new Map<string, PlacedFigure>();
  for (const placed of figuresOf(draft)) if (!first.has(placed.run.code)) first.set(placed.run.code, placed);
  return [
    ...rules.readings.flatMap((reading) => readingProblem(reading, first, figures)),
    ...rules.totals.flatMap((total) => totalProblem(total, first, figures)),
  ];
}

function readingProblem(
  { codes, words }: CheckRules['readings'][number],
  printed: ReadonlyMap<string, PlacedFigure>,
  figures: Figures,
): Problem[] {
  const [a, b] = codes.map((code) => figures.get(code));
  const bound = codes.filter((code) => printed.has(code));
  const [code] = bound;
  const placed = code === undefined ? undefined : printed.get(code);
  if (!a || !b || !placed || bound.length !== 1) return [];
  const [left, right] = [exactDigits(a.value), exactDigits(b.value)];
  if (left === undefined || right === undefined || left === right) return [];
  const chosen = words[code === codes[0] ? 0 : 1];
  const message = `${words[0]} ${left} ${a.unit}，${words[1]} ${right} ${b.unit}；文中用的是${chosen}。`;
  return [problem(placed, 'two_readings', message)];
}

function totalProblem(
  total: CheckRules['totals'][number],
  printed: ReadonlyMap<string, PlacedFigure>,
  figures: Figures,
): Problem[] {
  const placed = printed.get(total.left);
  const figure = figures.get(total.left);
  const left = hundredthsOf(figure?.value ?? null);
  if (!placed || !figure || left === undefined) return [];
  const parts = total.right.flatMap((shape) => valuesOf(shape, figures));
  const sum = parts.reduce((all, part) => all + part, 0n);
  const differs = parts.length > 0 && sum !== left;
  const exceeded = (total.atLeast ?? []).filter(
    (code) => (hundredthsOf(figures.get(code)?.value ?? null) ?? 0n) > left,
  );
  return [
    ...(differs
      ? [problem(placed, 'total_differs', `「${figure.name}」与各分项之和不一致。请核对台账。`)]
      : []),
    ...exceeded.map((code) =>
      problem(
        placed,
        'total_differs',
        `「${figures.get(code)?.name ?? code}」多于「${figure.name}」。请核对台账。`,
      ),
    ),
  ];
}

function valuesOf(shape: string, figures: Figures): bigint[] {
  const [head = '', tail] = shape.split('*');
  return [...figures.values()].flatMap(({ code, value }) => {
    const fits = tail === undefined ? code === shape : code.startsWith(head) && code.endsWith(tail);
    const number = fits ? hundredthsOf(value) : undefined;
    return number === undefined ? [] : [number];
  });
}

function problem({ run, sentence }: PlacedFigure, code: Problem['code'], message: string): Problem {
  const { place, id } = sentence;
  return { code, severity: 'look', place, sentenceId: id, figure: run.code, text: run.text, message };
}
