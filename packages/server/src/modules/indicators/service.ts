import { type Day, divRoundFen, fen } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type {
  FactBase,
  FigureKind,
  FigureScope,
  FigureShape,
  IndicatorDef,
} from '../../platform/contract/indicator.ts';
import { getDivision, townshipsUnder } from '../divisions/index.ts';
import { inCatalogueOrder } from './order.ts';
import {
  BASE_ROWS,
  type CountedDef,
  findMode,
  isCounted,
  type Page,
  papersOfRecords,
  type TracePaper,
  type TraceRow,
  tallyBase,
  traceRows,
} from './queries.ts';
import { answerOf, type FigureNumber, figureDays, NOTHING, type Tally } from './rules.ts';

/** One number of the catalogue with everything that is said about it. */
export interface Figure {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly section: IndicatorDef['section'];
  readonly kind: FigureKind;
  readonly shape: FigureShape;
  readonly definition: string;
  readonly value: FigureNumber;
  /** Records behind it, and those of them without a paper that can be shown or found. */
  readonly records: number;
  readonly unevidenced: number;
  readonly estimated: boolean;
  /** Flows: the last day counted; stocks: the day they stand on. */
  readonly asOf: Day;
  readonly reason?: string;
}

/**
 * Places and days of a question: a township, or a place above with all its townships. Refused as not found when
 * there is no such division in the caller's reach or nothing below it.
 */
export async function getFigureScope(
  db: Db,
  ctx: Ctx,
  question: { readonly division: string; readonly year: number; readonly asOf?: Day | undefined },
): Promise<FigureScope> {
  const division = await getDivision(db, question.division);
  if (!ctx.may('figures.read', division.code)) throw new NotFound();
  return placedScope(db, division, question.year, question.asOf);
}

/** As {@link getFigureScope} for a division whose reader has already been let in. */
export async function placedScope(
  db: Db,
  division: { readonly countyId: number; readonly code: string },
  year: number,
  asOf?: Day,
): Promise<FigureScope> {
  const townships = await townshipsUnder(db, division.code);
  if (townships.some(({ countyId }) => countyId !== townships[0]?.countyId))
    refuse('several_counties', '这个单位下面有几个县，数按乡镇或县算，请给县的代码。');
  const divisionIds = townships.filter((each) => each.countyId === division.countyId).map((each) => each.id);
  if (divisionIds.length === 0) refuse('no_township', '这个单位下面还没有乡镇的记录，请先导入。');
  return { countyId: division.countyId, divisionIds, ...figureDays(year, asOf) };
}

export function basesOf(defs: readonly CountedDef[]): ReadonlyMap<FactBase, readonly CountedDef[]> {
  const byBase = new Map<FactBase, readonly CountedDef[]>();
  for (const def of defs) byBase.set(def.fact.base, [...(byBase.get(def.fact.base) ?? []), def]);
  return byBase;
}

// Compiling the plans would take longer than they run, and a county's year of payments should sort in memory. A
// database just filled has no statistics yet: the planner then nests loops a thousand times too slow.
export async function tuneReading(db: Db): Promise<void> {
  await sql`select set_config('jit', 'off', true), set_config('work_mem', '48MB', true),
    set_config('enable_nestloop', 'off', true)`.execute(db);
}

interface Counted {
  readonly baseRows: number;
  readonly tally: Tally;
}

async function countAll(
  db: Db,
  scope: FigureScope,
  defs: readonly CountedDef[],
): Promise<ReadonlyMap<string, Counted>> {
  await tuneReading(db);
  const counted = new Map<string, Counted>();
  for (const [base, own] of basesOf(defs)) {
    const tallies = await tallyBase(db, scope, base, own);
    const baseRows = tallies.get(BASE_ROWS)?.rows ?? 0;
    for (const def of own) {
      const tally = tallies.get(def.code) ?? NOTHING;
      counted.set(def.code, { baseRows, tally: await withMode(db, scope, def, tally) });
    }
  }
  return counted;
}

async function withMode(db: Db, scope: FigureScope, def: CountedDef, tally: Tally): Promise<Tally> {
  if (def.kind !== 'mode' || tally.records === 0) return tally;
  return { ...tally, weight: (await findMode(db, scope, def)) ?? 0 };
}

function figureOf(def: IndicatorDef, scope: FigureScope, counted: Counted | undefined): Figure {
  const { code, name, unit, section, kind, shape, definition } = def;
  const { baseRows, tally } = counted ?? { baseRows: 0, tally: NOTHING };
  const answer = answerOf(def, scope, baseRows, tally);
  return {
    ...{ code, name, unit, section, kind, shape, definition },
    ...answer,
    records: tally.records,
    unevidenced: tally.unproved,
    estimated: tally.estimated,
    asOf: def.fact?.base.span === 'flow' ? scope.to : scope.asOf,
  };
}

/** Every figure of the catalogue, in its order, one element a single number. Run it inside one snapshot. */
export async function answerFigures(
  db: Db,
  scope: FigureScope,
  defs: readonly IndicatorDef[],
): Promise<readonly Figure[]> {
  const counted = await countAll(db, scope, defs.filter(isCounted));
  return inCatalogueOrder(defs).map((def) => figureOf(def, scope, counted.get(def.code)));
}

/** One record's part in a figure. Money in fen. For ratios `denominator` is its part below the line. */
export interface TracedRecord {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly detail: string;
  readonly day: string | null;
  readonly contribution: number;
  readonly denominator?: number;
  readonly source: {
    readonly file: string | null;
    readonly sheet: string | null;
    readonly row: number | null;
  };
  readonly papers: readonly TracePaper[];
  readonly evidenced: boolean;
}

export interface Trace {
  readonly figure: Figure;
  /** The figure's value with money in whole fen, so that Σ contribution = value where parts add up. */
  readonly value: FigureNumber;
  readonly total: number;
  readonly records: readonly TracedRecord[];
}

export function findIndicator(defs: readonly IndicatorDef[], code: string): IndicatorDef | undefined {
  return defs.find((def) => def.code === code);
}

/**
 * The records behind one figure, all of them or a page, each with what it contributes, its row in the workbook and
 * its papers. Σ contribution = value for everything but the commonest amount and the quotients. Refuses a code
 * that is not in the catalogue.
 */
export async function traceFigure(
  db: Db,
  scope: FigureScope,
  defs: readonly IndicatorDef[],
  code: string,
  page?: Page,
): Promise<Trace> {
  const def = findIndicator(defs, code) ?? refuse('figure_unknown', `没有「${code}」这个指标。`);
  const counted = await countAll(db, scope, isCounted(def) ? [def] : []);
  const figure = figureOf(def, scope, counted.get(code));
  const rows = isCounted(def) ? await traceRows(db, scope, def, page) : [];
  const papers = await papersOfRecords(db, scope.countyId, rows);
  return {
    figure,
    value: inFen(def, figure, counted.get(code)),
    total: rows[0]?.total ?? 0,
    records: rows.map((row) => tracedRecord(row, papers.get(`${row.kind}/${row.id}`) ?? [])),
  };
}

function inFen({ shape, kind }: IndicatorDef, { value }: Figure, counted: Counted | undefined): FigureNumber {
  if (shape !== 'yuan' || value === null || !counted) return value;
  const { weight, over } = counted.tally;
  return kind === 'ratio' ? divRoundFen(fen(weight), over) : weight;
}

function tracedRecord(row: TraceRow, papers: readonly TracePaper[]): TracedRecord {
  const { kind, id, version, label, detail, day, contribution, denominator, evidenced, file, sheet } = row;
  return {
    ...{ kind, id, version, label, detail, day, contribution, evidenced, papers },
    ...(denominator === null ? {} : { denominator }),
    source: { file, sheet, row: row.row },
  };
}
