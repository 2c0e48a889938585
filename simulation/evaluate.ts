interface Fraction {
  readonly num: number;
  readonly den: number;
}

/** The steps of a stored trace that carry money, as they stand in its text. */
interface Step {
  readonly op: string;
  readonly what: string;
  readonly value: unknown;
  readonly fund?: string;
}

function isFraction(value: unknown): value is Fraction {
  return typeof value === 'object' && value !== null && 'num' in value && 'den' in value;
}

/** One component of a month, as the ledger says it stands. */
export interface Standing {
  readonly body: string;
  readonly component: string;
  readonly fund: string;
  readonly due: number;
}

/**
 * What is wrong with a line against the trace it was posted with, or nothing. It knows only the trace's text: the
 * parts told for this component and fund, added as fractions, are what is due to less than one fen; nothing told is
 * nothing due.
 */
export function contradiction({ body, component, fund, due }: Standing): string | undefined {
  const { steps } = JSON.parse(body) as { readonly steps: readonly Step[] };
  // Months after a death tell first what the month of death gave: the amount itself stands after that.
  const death = steps.map(({ op, what }) => `${op} ${what}`).lastIndexOf('month death');
  const parts = steps
    .slice(death + 1)
    .filter((one) => one.op === 'line' && one.what === component && one.fund === fund);
  let sum = 0;
  for (const { value } of parts) {
    if (!isFraction(value)) return `${component}: no amount in the trace`;
    sum += value.num / value.den;
  }
  return Math.abs(due - sum) < 1 ? undefined : `${component} of ${fund}: ${due} posted, ${sum} in the trace`;
}
