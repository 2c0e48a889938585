import { halfYearsServed, type PlainPeriod, type PlainPerson, type PlainRight } from '@shuangyong/policy';
import { type Day, type Month, monthText } from '@shuangyong/values';
import { CAUSE_CODES, DEATH_CAUSE_CODES, ERA_CODES, RESIDENCE_CODES } from './words.ts';

/** One row of the roll as it is read for what is due: plain columns, nothing sealed but the number. */
export interface SpellRow {
  readonly person_id: string;
  /** Sequence of the person's facts when the row was read. */
  readonly facts_seq?: number;
  readonly name: string;
  readonly identity_sealed: Buffer | null;
  readonly born_on: Day | null;
  readonly died_on: Day | null;
  readonly death_cause: string | null;
  readonly code: string;
  readonly spell_id: string;
  readonly category: string;
  readonly grade: number | null;
  readonly disability_cause: string | null;
  readonly enlisted_on: Day | null;
  readonly discharged_on: Day | null;
  readonly service_years: string | null;
  readonly enlistment_era: string | null;
  readonly residence: string | null;
  readonly approved_on: Day | null;
  readonly from_month: Month;
  readonly stop_month: Month | null;
  readonly stop_reason: string | null;
  readonly support_mode: string | null;
  readonly source_sheet: string | null;
  readonly source_row: number | null;
}

/** One right of a person: all rows of one 对象类别, in order of their months. */
export interface RollRight {
  readonly category: string;
  readonly rows: readonly SpellRow[];
}

/** A person of the roll with the facts the law asks for. */
export interface RollPerson {
  readonly id: string;
  readonly factsSeq?: number;
  readonly name: string;
  readonly identitySealed: Buffer | null;
  readonly source: { readonly sheet: string; readonly row: number } | null;
  readonly rights: readonly RollRight[];
  readonly plain: RollFacts;
}

/** What the roll says of a person, in the engine's plain words. */
export interface RollFacts extends PlainPerson {
  readonly born: string | null;
  readonly died: string | null;
  readonly deathCause: string | null;
  readonly rights: readonly RollRightFacts[];
}

interface RollRightFacts extends PlainRight {
  readonly id: string;
  readonly from: string;
  readonly stop: string | null;
  readonly approved: string | null;
  readonly periods: readonly (PlainPeriod & { readonly from: string } & ReturnType<typeof factsOf>)[];
}

const monthOf = (day: Day | null) => (day === null ? null : day.slice(0, 7));

function coded(codes: Readonly<Record<string, string>>, word: string | null): string | null {
  return word === null ? null : (codes[word] ?? null);
}

function factsOf(row: SpellRow) {
  const years = row.service_years === null ? null : Number(row.service_years);
  return {
    grade: row.grade,
    cause: coded(CAUSE_CODES, row.disability_cause),
    era: coded(ERA_CODES, row.enlistment_era),
    halfYears: halfYearsServed({ years, enlistedOn: row.enlisted_on, leftOn: row.discharged_on }),
    residence: coded(RESIDENCE_CODES, row.residence),
    housed: row.support_mode === null ? null : row.support_mode === '集中',
    region: row.code,
  };
}

// 停止年月 is the first month that is not due any more; a period names its last.
function periodOf(row: SpellRow, next: SpellRow | undefined) {
  const end = Math.min(row.stop_month ?? Infinity, next?.from_month ?? Infinity);
  return {
    from: monthText(row.from_month),
    ...(Number.isFinite(end) ? { to: monthText((end - 1) as Month) } : {}),
    ...factsOf(row),
  };
}

function rightOf({ category, rows }: RollRight): RollRightFacts {
  const [first] = rows;
  const last = rows.at(-1);
  const from = monthText(first?.from_month ?? (0 as Month));
  const approved = monthOf(first?.approved_on ?? null);
  const stop = last?.stop_month == null ? null : monthText(last.stop_month);
  // An empty stretch (stopped in the month it begins) would end before it begins.
  const held = rows.filter((row) => row.stop_month === null || row.stop_month > row.from_month);
  const periods = held.map((row, index) => periodOf(row, held[index + 1]));
  return { id: first?.spell_id ?? '', category, from, stop, approved, periods };
}

function groupRights(rows: readonly SpellRow[]): readonly RollRight[] {
  const byCategory = new Map<string, SpellRow[]>();
  for (const row of rows) {
    const list = byCategory.get(row.category);
    if (list) list.push(row);
    else byCategory.set(row.category, [row]);
  }
  return [...byCategory].map(([category, list]) => ({
    category,
    rows: list.sort((a, b) => a.from_month - b.from_month),
  }));
}

/** Rows of one person, ordered by month, as facts of the law. */
export function rollPerson(rows: readonly [SpellRow, ...SpellRow[]]): RollPerson {
  const [first] = rows;
  const rights = groupRights(rows);
  const { person_id: id, name, identity_sealed: identitySealed } = first;
  const source =
    first.source_sheet === null || first.source_row === null
      ? null
      : { sheet: first.source_sheet, row: first.source_row };
  const plain: RollFacts = {
    born: monthOf(first.born_on),
    died: monthOf(first.died_on),
    deathCause: coded(DEATH_CAUSE_CODES, first.death_cause),
    region: first.code.slice(0, 6),
    rights: rights.map(rightOf),
  };
  const { facts_seq: factsSeq = 0 } = first;
  return { id, factsSeq, name, identitySealed, source, rights, plain };
}
