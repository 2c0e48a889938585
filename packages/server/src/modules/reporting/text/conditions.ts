import { hundredthsOf } from './amounts.ts';
import { anniversaryOf } from './anniversary.ts';
import type { Figures } from './types.ts';

type Comparison = { readonly left: string; readonly op: string; readonly right: string };
/** All comparisons must hold. */
export type Condition = readonly Comparison[];

const OPS: ReadonlyMap<string, (a: bigint, b: bigint) => boolean> = new Map([
  ['>', (a: bigint, b: bigint) => a > b],
  ['>=', (a: bigint, b: bigint) => a >= b],
  ['<', (a: bigint, b: bigint) => a < b],
  ['<=', (a: bigint, b: bigint) => a <= b],
  ['=', (a: bigint, b: bigint) => a === b],
  ['!=', (a: bigint, b: bigint) => a !== b],
]);

const COMPARISON = /^(\S+?)\s*(>=|<=|!=|>|<|=)\s*(\S+)$/;

/** Reads «A06.raised > 0 且 X.broadcast = X.villages». Throws on anything else. */
export function parseCondition(text: string): Condition {
  return text.split(/\s*(?:且|\band\b)\s*/).map((part) => {
    const match = COMPARISON.exec(part.trim());
    if (!match) throw new Error(`not a condition: «${part}»`);
    return { left: match[1] ?? '', op: match[2] ?? '', right: match[3] ?? '' };
  });
}

/** Whether a condition holds; a figure without value makes it false, whichever way it is compared. */
export function holds(condition: Condition, figures: Figures, year: number): boolean {
  return condition.every(({ left, op, right }) => {
    const a = operand(left, figures, year);
    const b = operand(right, figures, year);
    return a !== undefined && b !== undefined && (OPS.get(op)?.(a, b) ?? false);
  });
}

/** A number, a figure, 年度, 周年, or a product of them written without blanks (D01*D04), in hundredths. */
function operand(text: string, figures: Figures, year: number): bigint | undefined {
  const factors = text.split('*').map((factor) => factorOf(factor, figures, year));
  return factors.reduce((product, factor) =>
    product === undefined || factor === undefined ? undefined : (product * factor) / 100n,
  );
}

function factorOf(text: string, figures: Figures, year: number): bigint | undefined {
  if (/^\d+$/.test(text)) return BigInt(text) * 100n;
  if (text === '年度') return BigInt(year) * 100n;
  if (text === '周年') return BigInt(anniversaryOf(year)) * 100n;
  return hundredthsOf(figures.get(text)?.value ?? null);
}
