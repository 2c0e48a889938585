import { addDays, addMonths, type Day, monthOfDay, parseIsoDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { Cells } from '../../platform/contract/kind.ts';
import { type DbRow, encodeCells } from '../../platform/records/codec.ts';
import { changeRecord, fromHistory } from '../../platform/records/write.ts';
import { recordEvent } from '../audit/index.ts';
import { projectPerson } from './project.ts';
import { spellKind } from './sheets.ts';

/** Facts that decide whether and how much is paid: a change of one waits for a second person. */
export const PAY_FACTS: ReadonlySet<string> = new Set([
  'identity',
  'born_on',
  'category',
  'grade',
  'disability_cause',
  'enlisted_on',
  'discharged_on',
  'service_years',
  'enlistment_era',
  'residence',
  'approved_on',
  'from_month',
  'stop_month',
  'died_on',
  'death_cause',
  'support_mode',
  'account',
  'bank_name',
  'village_id',
]);

/** A reported death, move, sentence or other stop must be proved within this many days. */
export const PROOF_DAYS = 30;

export type EventType = 'death' | 'move' | 'sentence' | 'stop';

export interface Place {
  readonly countyId: number;
  readonly divisionId: string;
}

export interface ChangeAsk {
  readonly spellId: string;
  readonly version: number;
  readonly cells: Cells;
  readonly reason: string;
  readonly paperId?: string | undefined;
}

interface PendingRow {
  readonly id: string;
  readonly division_id: string;
  readonly person_id: string | null;
  readonly record_kind: string;
  readonly record_id: string;
  readonly record_version: number;
  readonly change_type: string;
  readonly cells: DbRow;
  readonly reason: string;
  readonly paper_id: string | null;
  readonly asked_by_id: string;
}

async function insertRequest(
  db: Db,
  ctx: Ctx,
  place: Place,
  request: {
    type: string;
    personId: string | null;
    kind: string;
    recordId: string;
    version: number;
    cells: DbRow;
    reason: string;
    paperId?: string | undefined;
  },
): Promise<string> {
  const id = newId();
  const waiting = await db
    .selectFrom('change_request')
    .select('id')
    .where('county_id', '=', place.countyId)
    .where('record_kind', '=', request.kind)
    .where('record_id', '=', request.recordId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (waiting) refuse('change_waiting', '这一项已有一条变更待核，核定后才能再改。', { changeId: waiting.id });
  await db
    .insertInto('change_request')
    .values({
      county_id: place.countyId,
      id,
      division_id: place.divisionId,
      person_id: request.personId,
      record_kind: request.kind,
      record_id: request.recordId,
      record_version: request.version,
      change_type: request.type,
      cells: JSON.stringify(request.cells),
      reason: request.reason,
      paper_id: request.paperId ?? null,
      asked_at: new Date(ctx.now).toISOString(),
      asked_on: ctx.today,
      asked_by: ctx.actor.name,
      asked_by_id: ctx.actor.id,
      state: 'waiting',
    })
    .execute();
  return id;
}

function sealed(cells: Cells, ctx: Ctx): DbRow {
  const row = encodeCells(spellKind, cells, ctx.keys);
  const keep = (value: unknown) => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, keep(value)]));
}

/**
 * Corrects a right. Facts that decide pay wait for a second person (returns the request); the rest count at once.
 * Refuses `change_waiting` while another correction of this right waits, and what `changeRecord` refuses.
 */
export async function correctSpell(
  db: Db,
  ctx: Ctx,
  place: Place,
  ask: ChangeAsk,
): Promise<{ changeId: string | null }> {
  const waits = Object.fromEntries(Object.entries(ask.cells).filter(([field]) => PAY_FACTS.has(field)));
  const counts = Object.fromEntries(Object.entries(ask.cells).filter(([field]) => !PAY_FACTS.has(field)));
  const at = { countyId: place.countyId, id: ask.spellId };
  const spell = await getSpell(db, place.countyId, ask.spellId);
  let version = ask.version;
  if (Object.keys(counts).length > 0) {
    await changeRecord(db, ctx, spellKind, at, version, counts, ask);
    version += 1;
    if (spell.person_id) await projectPerson(db, place.countyId, spell.person_id);
  }
  const line = { ...place, action: 'person.correct', recordKind: 'spell', recordId: ask.spellId };
  await recordEvent(db, ctx, { ...line, detail: { fields: Object.keys(ask.cells) } });
  if (Object.keys(waits).length === 0) return { changeId: null };
  if (version === ask.version && spell.version !== version)
    refuse('changed_meanwhile', '这条刚才有人改过。您的改动还在，请对照后再存。');
  const request = {
    type: 'correct',
    personId: spell.person_id,
    kind: 'spell',
    recordId: ask.spellId,
    version,
  };
  const changeId = await insertRequest(db, ctx, place, {
    ...request,
    cells: sealed(waits, ctx),
    reason: ask.reason,
    paperId: ask.paperId,
  });
  return { changeId };
}

async function getSpell(db: Db, countyId: number, id: string) {
  const spell = await db
    .selectFrom('spell')
    .select(['id', 'person_id', 'version', 'division_id'])
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!spell) throw new NotFound();
  return spell;
}

const EVENT_WORDS: Readonly<Record<EventType, string>> = {
  death: '去世',
  move: '迁出',
  sentence: '服刑',
  stop: '停发',
};

function eventCells(type: EventType, on: Day): Cells {
  if (type === 'death') return { died_on: on };
  return { stop_month: addMonths(monthOfDay(on), 1), stop_reason: EVENT_WORDS[type] };
}

/**
 * Reports a death, a move, a sentence or another stop. The next payment is held at once; a second person confirms
 * with a paper or says it was a mistake. Refuses a day ahead of today or before birth, and a second report while one waits.
 */
export async function reportEvent(
  db: Db,
  ctx: Ctx,
  place: Place,
  personId: string,
  event: {
    type: EventType;
    day: string;
    source: string;
    reason?: string | undefined;
    paperId?: string | undefined;
  },
): Promise<{ changeId: string; holdId: string }> {
  const on = parseIsoDay(event.day) ?? refuse('date_invalid', '日期读不出，请写成 2017-08-14。');
  if (on > ctx.today) refuse('date_order', '日期晚于今天，请核对。');
  const person = await db
    .selectFrom('person')
    .select(['born_on', 'facts_seq'])
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw new NotFound();
  if (person.born_on && on < person.born_on) refuse('date_order', '日期早于出生日期，请核对。');
  const reason = [EVENT_WORDS[event.type], event.source, event.reason].filter(Boolean).join('；');
  const changeId = await insertRequest(db, ctx, place, {
    type: event.type,
    personId,
    kind: 'person',
    recordId: personId,
    version: 0,
    cells: sealed(eventCells(event.type, on), ctx),
    reason,
    paperId: event.paperId,
  });
  const holdId = newId();
  await db
    .insertInto('hold')
    .values({
      county_id: place.countyId,
      id: holdId,
      division_id: place.divisionId,
      person_id: personId,
      reason: `${EVENT_WORDS[event.type]}待核`,
      change_id: changeId,
      held_at: new Date(ctx.now).toISOString(),
      held_on: ctx.today,
      held_by: ctx.actor.name,
      due_on: addDays(ctx.today, PROOF_DAYS),
    })
    .execute();
  await recordEvent(db, ctx, {
    ...place,
    action: `person.${event.type}`,
    recordKind: 'person',
    recordId: personId,
  });
  return { changeId, holdId };
}

async function getWaiting(db: Db, countyId: number, id: string): Promise<PendingRow> {
  const row = await db
    .selectFrom('change_request')
    .selectAll()
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  if (row.state !== 'waiting') refuse('decided', '这条变更已经核定过了。');
  return row as unknown as PendingRow;
}

async function decide(
  db: Db,
  ctx: Ctx,
  countyId: number,
  row: PendingRow,
  state: string,
  reason: string | null,
) {
  await db
    .updateTable('change_request')
    .set({
      state,
      decided_at: new Date(ctx.now).toISOString(),
      decided_by: ctx.actor.name,
      decided_reason: reason,
    })
    .where('county_id', '=', countyId)
    .where('id', '=', row.id)
    .execute();
  await db
    .updateTable('hold')
    .set({
      released_at: new Date(ctx.now).toISOString(),
      released_by: ctx.actor.name,
      release_reason: reason,
    })
    .where('county_id', '=', countyId)
    .where('change_id', '=', row.id)
    .where('released_at', 'is', null)
    .execute();
  const line = {
    countyId,
    divisionId: row.division_id,
    recordKind: row.record_kind,
    recordId: row.record_id,
  };
  await recordEvent(db, ctx, {
    ...line,
    action: `change.${state}`,
    detail: { changeId: row.id, type: row.change_type },
  });
}

function plainCells(stored: DbRow, ctx: Ctx): Cells {
  const cells: Record<string, Cells[string]> = {};
  for (const [name, value] of Object.entries(stored)) {
    const bytes = fromHistory(value);
    if (name.endsWith('_hash')) continue;
    if (Buffer.isBuffer(bytes)) cells[name.replace(/_sealed$/, '')] = ctx.keys.open(bytes);
    else cells[name.replace(/_sealed$/, '')] = value as Cells[string];
  }
  return cells;
}

/** Rights a decided event touches: all that are not already ended before it. */
async function spellsOfEvent(db: Db, countyId: number, personId: string) {
  const { rows } = await sql<{ id: string; version: number }>`select id, version from spell
    where county_id = ${countyId} and person_id = ${personId} and voided_at is null for update`.execute(db);
  return rows;
}

/**
 * The second person agrees: the change counts from now. Refuses `same_person` when he asked for it himself,
 * `decided` when it was decided already, `paper_missing` when an event has no paper.
 */
export async function acceptChange(
  db: Db,
  ctx: Ctx,
  countyId: number,
  id: string,
  paperId?: string,
): Promise<void> {
  const row = await getWaiting(db, countyId, id);
  if (row.asked_by_id === ctx.actor.id) refuse('same_person', '不能核实自己提出的变更，请由另一人办理。');
  const paper = paperId ?? row.paper_id ?? undefined;
  if (row.change_type !== 'correct' && !paper)
    refuse('paper_missing', '还缺证明。请上传死亡证明、火化证、户籍注销或迁移、判决等材料之一。');
  const cells = plainCells(row.cells, ctx);
  const why = { reason: row.reason, paperId: paper };
  const targets =
    row.record_kind === 'person'
      ? await spellsOfEvent(db, countyId, row.record_id)
      : [{ id: row.record_id, version: row.record_version }];
  for (const spell of targets)
    await changeRecord(db, ctx, spellKind, { countyId, id: spell.id }, spell.version, cells, why);
  if (row.person_id) await projectPerson(db, countyId, row.person_id);
  await decide(db, ctx, countyId, row, 'accepted', null);
}

/** The second person says no, or that the report was a mistake: what was held is free again. */
export async function rejectChange(
  db: Db,
  ctx: Ctx,
  countyId: number,
  id: string,
  reason: string,
): Promise<void> {
  const row = await getWaiting(db, countyId, id);
  await decide(db, ctx, countyId, row, 'rejected', reason);
}
