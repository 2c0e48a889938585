import { day } from '@shuangyong/values';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { NotFound, Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Division, ensureTownship, saveDivisionYear } from '../../divisions/index.ts';
import { type Counts, type Issue, type PlannedRow, unitSheet } from '../plan/index.ts';

/** Which township and year a file speaks of. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parentName: string | null;
  readonly year: number;
  readonly population: number | null;
  readonly villageCount: number | null;
}

const CURE = '请在「单位」表只留一行，填好行政区划代码、名称、年度，再导入。';

/** The one row of 单位. Refuses the file (`unit_row`) when there is none, more than one, or it cannot be read. */
export function unitOf(
  rows: readonly PlannedRow[],
  read: number,
  errors: readonly Issue[],
  otherwise?: Unit,
): Unit {
  if (read === 0 && otherwise) return otherwise;
  if (read === 0)
    return refuse('unit_row', `没有「单位」表，或表里没有内容，不知道这是哪个乡镇哪一年的台账。${CURE}`);
  if (read > 1) return refuse('unit_row', `「单位」表有 ${read} 行，只能有一行。${CURE}`);
  const wrong = errors.find((issue) => unitSheet.columns.some((column) => column.header === issue.column));
  const row = rows.find((one) => !one.refused);
  if (!row)
    return refuse('unit_row', `「单位」表这一行读不出：${wrong?.column ?? ''} ${wrong?.reason ?? ''}${CURE}`);
  const [code, name, parentName, year, population, villageCount] = row.values;
  return {
    code: String(code),
    name: String(name),
    parentName: parentName === null ? null : String(parentName),
    year: Number(year),
    population: typeof population === 'number' ? population : null,
    villageCount: typeof villageCount === 'number' ? villageCount : null,
  };
}

/** Makes or finds the township; the caller must be allowed to import there. */
export async function placeOf(db: Db, ctx: Ctx, unit: Unit): Promise<Division> {
  try {
    const { code, name, parentName, year } = unit;
    const { division } = await ensureTownship(db, ctx, { code, name, parentName, on: day(`${year}-01-01`) });
    if (!ctx.may('imports.write', division.code)) throw new NotFound();
    return division;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse('unit_row', `「单位」表：${error.message.replace(/。?$/, '。')}${CURE}`);
  }
}

export async function writeUnit(
  db: Db,
  ctx: Ctx,
  place: Division,
  unit: Unit,
  importId: string,
  counts: Counts,
): Promise<void> {
  const { year, population, villageCount, parentName } = unit;
  const outcome = await saveDivisionYear(
    db,
    ctx,
    place,
    year,
    { population, villageCount, parentName },
    importId,
  );
  counts[outcome]++;
}
