import { type Month, monthText } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { NotFound, refuse } from '../../../kernel/refusal.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { recordEvent } from '../../audit/index.ts';
import { closedMonths } from '../../disbursement/index.ts';
import { getDivisionById } from '../../divisions/index.ts';
import { projectFacts, spellKind } from '../../registry/index.ts';
import { monthOfColumn } from './closed.ts';
import { historyCells, historyColumns, isBytesColumn } from './write.ts';

export interface UndoCounts {
  readonly voided: number;
  readonly restored: number;
}

interface Undo {
  readonly db: Db;
  readonly ctx: Ctx;
  readonly countyId: number;
  readonly importId: string;
  readonly divisionId: string;
  readonly reason: string;
  readonly at: string;
}

async function lockLog(undo: Omit<Undo, 'divisionId'>): Promise<string> {
  const { rows } = await sql<{ division: string; undone: string | null }>`select division_id as division,
      undone_at as undone from import_log where county_id = ${undo.countyId} and id = ${undo.importId} for update`.execute(
    undo.db,
  );
  const log = rows[0];
  if (!log) throw new NotFound();
  const { code } = await getDivisionById(undo.db, undo.countyId, log.division);
  if (!undo.ctx.may('imports.write', code)) throw new NotFound();
  if (log.undone !== null) refuse('already_undone', '这次导入已经撤回过了。');
  await sql`select pg_advisory_xact_lock(hashtext('shuangyong.import'), hashtext(${log.division}))`.execute(
    undo.db,
  );
  return log.division;
}

/** True for a version that was replaced later, by anything but an import since taken back. */
const replacedSince = (
  kind: KindDef,
  { countyId, importId }: Undo,
) => sql`exists (select 1 from record_history h
  left join import_log l on l.county_id = h.county_id and l.id = h.superseding_import
  where h.county_id = ${countyId} and h.record_kind = ${kind.kind} and h.cells ->> 'import_id' = ${importId}
    and h.superseding_import is distinct from ${importId}::uuid and l.undone_at is null
    and h.reason is distinct from ${UNDO_REASON})`;

const UNDO_REASON = '撤回导入';

const touched = (
  kind: KindDef,
  { countyId, importId }: Undo,
) => sql`(select t.id from ${sql.table(kind.table)} t
  where t.county_id = ${countyId} and t.import_id = ${importId} and t.voided_at is null)`;

async function isAny(db: Db, condition: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select ${condition} as any`.execute(db);
  return rows[0]?.any === true;
}

/** Refuses while something later rests on what the import brought. */
async function refuseIfRestedOn(undo: Undo, kinds: readonly KindDef[]): Promise<void> {
  const { db, countyId, importId } = undo;
  for (const kind of kinds) {
    const signed = sql`exists (select 1 from signing_item i where i.county_id = ${countyId}
      and i.record_kind = ${kind.kind} and i.record_id in ${touched(kind, undo)})`;
    const waiting = sql`exists (select 1 from change_request c where c.county_id = ${countyId} and c.state = 'waiting'
      and c.record_kind = ${kind.kind} and c.record_id in ${touched(kind, undo)})`;
    if (await isAny(db, signed))
      refuse('import_signed', `「${kind.sheet}」里有记录已写进签发的总结，不能撤回。请逐条更正。`);
    if (await isAny(db, replacedSince(kind, undo)))
      refuse('import_changed_since', `「${kind.sheet}」里有记录后来又改过，不能整批撤回。请逐条更正或作废。`);
    if (await isAny(db, waiting))
      refuse('import_changed_since', `「${kind.sheet}」里有变更正等核实，不能撤回。请先核完。`);
    await refuseIfClosed(undo, kind);
    if (!kind.columns.some((column) => column.type === 'village')) continue;
    const villages = sql`exists (select 1 from ${sql.table(kind.table)} t join village v on v.county_id = t.county_id
      and v.id = t.village_id where t.county_id = ${countyId} and t.voided_at is null
      and t.import_id is distinct from ${importId}::uuid and v.import_id = ${importId} and v.version = 1)`;
    if (await isAny(db, villages))
      refuse('import_changed_since', `后来的「${kind.sheet}」用到了这次导入的村，不能撤回。`);
  }
}

/** A month that is closed keeps what was paid in it: `month_closed`. */
async function refuseIfClosed(undo: Undo, kind: KindDef): Promise<void> {
  const { db, countyId, importId, divisionId } = undo;
  if (!kind.booked || !kind.dateField) return;
  const closed = await closedMonths(db, { countyId, divisionId });
  const { rows } = await sql<{ n: number; month: Month | null }>`select count(*)::int as n,
      min(${monthOfColumn('t', kind.dateField)}) as month from ${sql.table(kind.table)} t
    where t.county_id = ${countyId} and t.import_id = ${importId} and t.voided_at is null
      and ${monthOfColumn('t', kind.dateField)} = any(${closed})`.execute(db);
  const { n, month } = rows[0] ?? { n: 0, month: null };
  if (n > 0 && month !== null)
    refuse(
      'month_closed',
      `「${kind.sheet}」里有 ${n} 条记在已经结账的月份（最早 ${monthText(month)}），结了的月份不再动，不能整批撤回。别的表请逐条更正或作废；这些里多记的，在没有结账的月份另记一笔负数冲减。`,
    );
}

async function keepCurrent(undo: Undo, kind: KindDef): Promise<void> {
  const { db, ctx, countyId, importId, at } = undo;
  await sql`insert into record_history (county_id, record_kind, record_id, version, division_id, cells, recorded_at,
      recorded_by, superseded_at, superseded_by, reason)
    select t.county_id, ${kind.kind}, t.id, t.version, t.division_id, ${historyCells(kind)}, t.recorded_at,
      t.recorded_by, ${at}, ${ctx.actor.name}, ${UNDO_REASON}
    from ${sql.table(kind.table)} t join record_history h on h.county_id = t.county_id and h.record_kind = ${kind.kind}
      and h.record_id = t.id and h.superseding_import = ${importId} and h.version = t.version - 1
    where t.county_id = ${countyId} and t.import_id = ${importId} and t.voided_at is null`.execute(db);
}

/** Updated records become what they were; the version goes on counting. */
async function restoreUpdated(undo: Undo, kind: KindDef): Promise<number> {
  const { db, ctx, countyId, importId, at } = undo;
  const columns = historyColumns(kind);
  const bytes = columns.filter(isBytesColumn);
  const sets = columns.map((name) =>
    isBytesColumn(name)
      ? sql`${sql.ref(name)} = decode(h.cells -> ${sql.lit(name)} ->> 'base64', 'base64')`
      : sql`${sql.ref(name)} = r.${sql.ref(name)}`,
  );
  await keepCurrent(undo, kind);
  const { numAffectedRows } = await sql`update ${sql.table(kind.table)} t set ${sql.join(sets)},
      version = t.version + 1, recorded_at = ${at}, recorded_by = ${ctx.actor.name}
    from record_history h cross join lateral jsonb_populate_record(null::${sql.table(kind.table)},
      h.cells - ${bytes}::text[]) r
    where h.county_id = ${countyId} and h.record_kind = ${kind.kind} and h.superseding_import = ${importId}
      and t.county_id = h.county_id and t.id = h.record_id and t.version = h.version + 1
      and t.voided_at is null`.execute(db);
  return Number(numAffectedRows ?? 0);
}

async function voidCreated(undo: Undo, kind: KindDef): Promise<number> {
  const { db, ctx, countyId, importId, at, reason } = undo;
  const { numAffectedRows } = await sql`update ${sql.table(kind.table)} t set voided_at = ${at},
      voided_by = ${ctx.actor.name}, void_reason = ${`${UNDO_REASON}：${reason}`}
    where t.county_id = ${countyId} and t.import_id = ${importId} and t.voided_at is null
      and not exists (select 1 from record_history h where h.county_id = t.county_id and h.record_kind = ${kind.kind}
        and h.record_id = t.id and h.superseding_import = ${importId})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Takes a whole import back: what it made is void, what it changed is as before, papers it hung are off. Refuses
 * `already_undone`, `import_signed` and `import_changed_since` while something later rests on it, and a reason that
 * is empty. The township and its year's facts stay.
 */
export async function undoImport(
  db: Db,
  ctx: Ctx,
  kinds: readonly KindDef[],
  at: { readonly countyId: number; readonly importId: string; readonly reason: string },
): Promise<UndoCounts> {
  if (at.reason.trim() === '') refuse('reason_needed', '请写撤回的理由。');
  const { countyId, importId } = at;
  const asked = { db, ctx, ...at, at: new Date(ctx.now).toISOString() };
  const divisionId = await lockLog(asked);
  const undo: Undo = { ...asked, divisionId };
  await refuseIfRestedOn(undo, kinds);
  const people = sql`(select t.person_id from spell t where t.county_id = ${countyId} and t.import_id = ${importId})`;
  await sql`create temp table undone_person on commit drop as select distinct person_id from ${people} t`.execute(
    db,
  );
  let [voided, restored] = [0, 0];
  for (const kind of kinds) {
    voided += await voidCreated(undo, kind);
    restored += await restoreUpdated(undo, kind);
  }
  await sql`update evidence set removed_at = ${undo.at}, removed_by = ${ctx.actor.name}
    where county_id = ${countyId} and import_id = ${importId} and removed_at is null`.execute(db);
  if (kinds.includes(spellKind))
    await projectFacts(db, countyId, sql`p.id in (select person_id from undone_person)`);
  await sql`update import_log set undone_at = ${undo.at}, undone_by = ${ctx.actor.name}, undo_reason = ${at.reason}
    where county_id = ${countyId} and id = ${importId}`.execute(db);
  const detail = { voided, restored };
  await recordEvent(db, ctx, {
    countyId,
    action: 'import.undo',
    divisionId,
    recordKind: 'import',
    recordId: importId,
    detail,
  });
  return { voided, restored };
}
