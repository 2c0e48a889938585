import { FUNDS, type Fund } from '../codes.ts';
import { addRates, compareRates, rate, sumRates } from '../rate.ts';
import type { Cell, LawAt, Line, Rate } from '../types.ts';
import { line, lineSteps, type Part } from './build.ts';

type Shares = Map<Fund, Rate>;

/**
 * Base and top-ups by the funds that bear them, where a table of the place splits exactly this amount; otherwise as
 * they are, each borne by the level that set it. A top-up stays a line of its own: it is taken out of the share of its
 * own level, or of the narrowest level whose share holds it.
 */
export function splitByFund(law: LawAt, benefit: string, base: Part, added?: Part): readonly Part[] {
  const parts = added ? [base, added] : [base];
  if (base.kind !== 'part') return parts;
  const topUps = added?.kind === 'part' ? added.lines : [];
  const cells = FUNDS.flatMap((fund) => cellOf(law, benefit, fund));
  const shares: Shares = new Map(cells.map((cell) => [fundNamed(cell), rate(cell.amount, 12)]));
  const whole = sumRates([...base.lines, ...topUps].map((one) => one.rate));
  const split = sumRates([...shares.values()]);
  if (cells.length === 0) return parts;
  if (compareRates(split, sumRates(base.lines.map((one) => one.rate))) === 0)
    return [shared(base, shares, cells), ...parts.slice(1)];
  if (compareRates(split, whole) !== 0) return parts;
  const moved = topUps.map((topUp) => taken(topUp, shares));
  return [shared(base, shares, cells), ...parts.slice(1).map((part) => relined(part, moved))];
}

function cellOf(law: LawAt, benefit: string, fund: Fund): readonly Cell[] {
  const found = law.cell('fund.share', `${benefit}/${fund}`);
  return found.kind === 'cell' ? [found.cell] : [];
}

const fundNamed = ({ key }: Cell): Fund => FUNDS.find((fund) => key.endsWith(`/${fund}`)) ?? 'county';

function taken(topUp: Line, shares: Shares): Line {
  const holds = (fund: Fund) => compareRates(shares.get(fund) ?? rate(0), topUp.rate) >= 0;
  const fund = holds(topUp.fund) ? topUp.fund : ([...FUNDS].reverse().find(holds) ?? topUp.fund);
  const left = addRates(shares.get(fund) ?? rate(0), rate(-topUp.rate.num, topUp.rate.den));
  shares.set(fund, left);
  return line('topUp', fund, topUp.rate);
}

function shared(base: Part & { kind: 'part' }, shares: Shares, cells: readonly Cell[]): Part {
  const lines = FUNDS.flatMap((fund) => {
    const share = shares.get(fund);
    return share && share.num > 0 ? [line('base', fund, share)] : [];
  });
  const reads = cells.map((cell) => ({ op: 'read', what: cell.code, value: cell.amount, cell }) as const);
  const bare = base.steps.filter(({ op }) => op !== 'line');
  return { ...base, lines, steps: [...bare, ...reads, ...lineSteps(lines)] };
}

function relined(part: Part, lines: readonly Line[]): Part {
  if (part.kind !== 'part') return part;
  return { ...part, lines, steps: [...part.steps.filter(({ op }) => op !== 'line'), ...lineSteps(lines)] };
}
