import { type Cell, CODES, type Code, cellKeys, type Law, type LawAt } from '@shuangyong/policy';
import { type Month, monthText } from '@shuangyong/values';

/** One rate as it stands in a month at a place. */
export interface RateRow {
  readonly code: Code;
  readonly key: string;
  /** In the unit's whole number: fen, per cent, times. Null = no source at hand: unknown, never zero. */
  readonly amount: number | null;
  readonly unit: string;
  readonly region: string;
  readonly fund: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: 'published' | 'derived' | 'unknown';
  readonly confidence: string | null;
  readonly derivation: string | null;
  readonly article: string | null;
  readonly package: string | null;
  readonly source: RateSource | null;
}

export interface RateSource {
  readonly id: string;
  readonly title: string;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly issued: string | null;
  readonly url: string | null;
}

const LAST_OPEN = 119_999;

function sourceOf(law: Law, id: string): RateSource {
  const source = law.sources.get(id);
  const { title = id, issuer = null, number = null, issued = null, url = null } = source ?? {};
  return { id, title, issuer, number, issued, url };
}

function rowOf(law: Law, cell: Cell): RateRow {
  const { code, key, amount, unit, fund, status, confidence, derivation, article } = cell;
  return {
    ...{ code, key, amount, unit, fund, status, confidence, article, package: cell.package },
    derivation: derivation || null,
    region: String(cell.region).padStart(6, '0'),
    from: monthText(cell.from),
    to: cell.to >= LAST_OPEN ? null : monthText(cell.to),
    source: sourceOf(law, cell.source),
  };
}

const NOTHING = {
  fund: null,
  from: null,
  to: null,
  confidence: null,
  derivation: null,
  article: null,
} as const;

function unknownRow(code: Code, key: string): RateRow {
  const unit = CODES[code].units[0] ?? 'fen_per_month';
  return {
    code,
    key,
    amount: null,
    unit,
    region: '',
    status: 'unknown',
    package: null,
    source: null,
    ...NOTHING,
  };
}

const perYear = ({ unit, amount }: Cell) => (unit === 'fen_per_month' ? amount * 12 : amount);

/** The demobilised without a figure in force: the last one and the national raises since, as the regime reads them. */
function continuedRow(law: Law, at: LawAt, key: string): RateRow | undefined {
  const base = at.lastBefore('demobilised.base', key);
  const steps = base && at.incrementsSince('demobilised.increment', base);
  const last = steps?.at(-1);
  if (base === undefined || steps === undefined || last === undefined) return undefined;
  const amount = steps.reduce((sum, step) => sum + perYear(step), perYear(base));
  return {
    ...rowOf(law, base),
    ...{
      amount,
      unit: 'fen_per_year',
      status: 'derived',
      from: monthText(last.from),
      to: monthText(last.to),
    },
    derivation: `${monthText(base.from)} 定的数，加以后 ${steps.length} 次全国增加额`,
  };
}

function tellMissing(law: Law, at: LawAt, code: Code, key: string): RateRow {
  const continued = code === 'demobilised.base' ? continuedRow(law, at, key) : undefined;
  return continued ?? unknownRow(code, key);
}

const IN_FORCE_BY_STEP: ReadonlySet<string> = new Set(['add', 'increment']);

/**
 * Every rate in force at a place in a month, one row a cell: of several regions the one that wins, of top-ups all.
 * A cell that the law has but no source tells is a row without an amount; a whole table nobody has is one such row.
 */
export function ratesAt(law: Law, region: number, month: Month): readonly RateRow[] {
  const at = law.at(region, month);
  return (Object.keys(CODES) as Code[]).flatMap((code) => {
    const keys = cellKeys(code);
    if (IN_FORCE_BY_STEP.has(CODES[code].combine))
      return keys.flatMap((key) => at.addends(code, key).map((cell) => rowOf(law, cell)));
    const answers = keys.map((key) => ({ key, answer: at.cell(code, key) }));
    const rows = answers.flatMap(({ key, answer }) => {
      if (answer.kind === 'cell') return [rowOf(law, answer.cell)];
      return answer.kind === 'missing' ? [tellMissing(law, at, code, key)] : [];
    });
    return rows.length > 0 && rows.every(({ amount }) => amount === null) ? [unknownRow(code, '')] : rows;
  });
}

/** All values of one rate at a place and above it, newest first. */
export function rateHistory(law: Law, region: number, code: Code, key: string): readonly RateRow[] {
  const prefix = String(region).padStart(6, '0');
  const covers = (cell: Cell) =>
    prefix.startsWith(
      String(cell.region)
        .padStart(6, '0')
        .replace(/(00)+$/, ''),
    );
  return law.cells
    .filter((cell) => cell.code === code && cell.key === key && covers(cell))
    .sort((a, b) => b.from - a.from || b.region - a.region)
    .map((cell) => rowOf(law, cell));
}
