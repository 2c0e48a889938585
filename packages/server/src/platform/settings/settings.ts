import { type Day, parseIsoDay } from '@shuangyong/values';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';

/** A setting of an office: each value has a day from which it holds and a basis; nothing is overwritten. */
export interface SettingDef<T = unknown> {
  /** `office.onePerson`: room, dot, name. */
  readonly code: string;
  /** As the screen names it. */
  readonly name: string;
  /** One plain sentence: what changes. */
  readonly note: string;
  readonly schema: z.ZodType<T>;
  /** What holds until somebody sets it. */
  readonly otherwise: T;
  /**
   * It loosens the rule that money goes through three hands: one of them cannot set it. The county does, or the owner of
   * the machine, on a paper; taken back it is by whoever sets parameters.
   */
  readonly isFromAbove?: boolean;
}

export interface SettingPlace {
  readonly countyId: number;
  readonly divisionId: string;
}

export interface SettingLine {
  readonly code: string;
  readonly value: unknown;
  readonly effectiveFrom: Day;
  readonly basis: string | null;
  /** The scan it rests on; null for most. */
  readonly paperId: string | null;
  readonly setAt: string;
  readonly setBy: string;
}

/** The value that holds at a place on a day: its own, else the county's, else what holds otherwise. */
export async function getSetting<T>(db: Db, place: SettingPlace, def: SettingDef<T>, on: Day): Promise<T> {
  const row = await lines(db, place)
    .select('value')
    .where('code', '=', def.code)
    .where('effective_from', '<=', on)
    .limit(1)
    .executeTakeFirst();
  const parsed = def.schema.safeParse(row?.value);
  return parsed.success ? parsed.data : def.otherwise;
}

/** Everything ever set at a place, newest day first. */
export async function listSettings(db: Db, place: SettingPlace): Promise<readonly SettingLine[]> {
  const rows = await lines(db, place)
    .select(['code', 'value', 'effective_from', 'basis', 'paper_id', 'set_at', 'set_by'])
    .execute();
  return rows.map((row) => ({
    code: row.code,
    value: row.value,
    effectiveFrom: parseIsoDay(row.effective_from) ?? refuse('date_invalid', '参数的生效日读不出。'),
    ...{ basis: row.basis, paperId: row.paper_id },
    setAt: new Date(row.set_at).toISOString(),
    setBy: row.set_by,
  }));
}

// The place's own before the county's, then the latest day of effect, then what was said last.
function lines(db: Db, place: SettingPlace) {
  return db
    .selectFrom('setting')
    .where('county_id', '=', place.countyId)
    .where((where) =>
      where.or([where('division_id', '=', place.divisionId), where('division_id', 'is', null)]),
    )
    .orderBy(({ eb }) => eb('division_id', 'is', null))
    .orderBy('effective_from', 'desc')
    .orderBy('id', 'desc');
}

export interface NewSetting {
  readonly value: unknown;
  readonly effectiveFrom: Day;
  readonly basis: string | null;
  readonly paperId?: string | undefined;
}

/**
 * Sets a value from a day on, of one office or, without it, of every office of the county that has none of its own.
 * Refuses one of the wrong shape. The caller writes the audit line.
 */
export async function addSetting(
  db: Db,
  ctx: Ctx,
  place: { readonly countyId: number; readonly divisionId: string | null },
  def: SettingDef,
  { value, effectiveFrom, basis, paperId }: NewSetting,
): Promise<void> {
  const parsed = def.schema.safeParse(value);
  if (!parsed.success) refuse('setting_value', `「${def.name}」的值不对，请核对。`);
  await db
    .insertInto('setting')
    .values({
      county_id: place.countyId,
      id: newId(),
      division_id: place.divisionId,
      code: def.code,
      effective_from: effectiveFrom,
      value: JSON.stringify(parsed.data),
      ...{ basis, paper_id: paperId ?? null },
      set_by: ctx.actor.name,
    })
    .execute();
}

/** One person does everything: the second and third hand sign on paper, and the paper is hung on the record. */
export const onePersonOffice: SettingDef<boolean> = {
  code: 'office.onePerson',
  name: '一人办公',
  note: '本单位只有一人使用：复核和批准在纸上签，签好的扫描件挂在记录上。由县里的管理设，或由本机负责人用命令行设，都要附同意的文件；改回「否」不用。',
  schema: z.boolean(),
  otherwise: false,
  isFromAbove: true,
};
