import type { Day } from '@shuangyong/values';
import type { Ctx } from '../kernel/context.ts';
import type { Db } from '../kernel/db.ts';
import { NotFound, refuse } from '../kernel/refusal.ts';
import { findPaper } from '../modules/archive/index.ts';
import { recordEvent } from '../modules/audit/index.ts';
import { countyApproves, countyApprovesAbove, offsetClaims } from '../modules/disbursement/index.ts';
import { confirmTiesPay, confirmUntil, noticeDays } from '../modules/registry/index.ts';
import type { Place } from '../platform/http/index.ts';
import { addSetting, getSetting, onePersonOffice, type SettingDef } from '../platform/settings/index.ts';

/** Every setting there is, in the order of the page 参数. */
export const SETTINGS: readonly SettingDef[] = [
  onePersonOffice as SettingDef,
  confirmUntil as SettingDef,
  confirmTiesPay as SettingDef,
  noticeDays as SettingDef,
  countyApproves as SettingDef,
  countyApprovesAbove as SettingDef,
  offsetClaims as SettingDef,
];

/** A value to be set from a day on. */
export interface SettingAsked {
  readonly code: string;
  readonly value: unknown;
  /** Today when absent. */
  readonly effectiveFrom?: Day | undefined;
  readonly basis?: string | undefined;
  readonly paperId?: string | undefined;
}

/** Whoever makes the batches cannot say that nobody else has to look at them. */
function refuseFromBelow(ctx: Ctx, { countyId }: Place, { name }: SettingDef, paperId: string | undefined) {
  if (ctx.actor.kind !== 'operator' && !ctx.may('settings.write', `${countyId}000000`))
    refuse(
      'not_allowed',
      `「${name}」不能由本单位自己设：请县里的管理用户设，或请本机的负责人用命令行 setting set 设，附上同意的文件。`,
    );
  if (paperId === undefined) refuse('paper_missing', `设「${name}」要附同意的文件（扫描件）。`);
}

async function requireOwnPaper(db: Db, { countyId, divisionId }: Place, paperId: string | undefined) {
  if (paperId === undefined) return;
  const paper = await findPaper(db, countyId, paperId);
  if (paper?.divisionId !== divisionId) throw new NotFound();
}

/**
 * Sets a value of a place from a day on, of a county for all its townships, and answers what holds today. Refuses
 * `setting_unknown`; of what loosens the three hands `not_allowed` for anybody of the office itself and `paper_missing`; a
 * paper of another place as not found; `setting_value`.
 */
export async function setValue(
  db: Db,
  ctx: Ctx,
  place: Place,
  { code, value, effectiveFrom = ctx.today, basis, paperId }: SettingAsked,
  settings: readonly SettingDef[] = SETTINGS,
): Promise<{ readonly code: string; readonly value: unknown }> {
  const def = settings.find((one) => one.code === code) ?? refuse('setting_unknown', '没有这个参数。');
  if (def.isFromAbove && value !== def.otherwise) refuseFromBelow(ctx, place, def, paperId);
  await requireOwnPaper(db, place, paperId);
  const { countyId, divisionId, level } = place;
  // What is set at the county holds in its townships.
  const of = { countyId, divisionId: level === 'county' ? null : divisionId };
  await addSetting(db, ctx, of, def, { value, effectiveFrom, basis: basis ?? null, paperId });
  const about = { recordKind: 'setting', recordId: code, detail: { effectiveFrom } };
  await recordEvent(db, ctx, { countyId, divisionId, action: 'setting.set', ...about });
  return { code, value: await getSetting(db, place, def, ctx.today) };
}
