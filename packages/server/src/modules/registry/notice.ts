import { type Day, daysBetween, parseIsoDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { z } from '../../platform/http/index.ts';
import type { SettingDef } from '../../platform/settings/index.ts';
import { linkPaper } from '../archive/index.ts';
import { recordEvent } from '../audit/index.ts';
import type { Place } from './place.ts';

/** How many days a list hangs, the first and the last included. */
export const noticeDays: SettingDef<number> = {
  code: 'notice.days',
  name: '公示天数',
  note: '新增对象的名单要公示满几天（首尾两天都算）。',
  schema: z.number().int().min(1).max(60),
  otherwise: 7,
};

/** One name on the list that hangs out: no number, no amount. */
export interface NoticePerson {
  readonly personId: string;
  readonly name: string;
  readonly village: string | null;
  readonly category: string;
}

export interface NewNotice {
  readonly title: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly hangsAt?: string | undefined;
  /** Person and category of each. */
  readonly people: readonly { readonly personId: string; readonly category: string }[];
}

const dayOr = (text: string): Day =>
  parseIsoDay(text) ?? refuse('date_invalid', '日期读不出，请写成 2017-08-14。');

/** Days a list hangs, the first and the last included. */
export const daysHung = (from: Day, to: Day): number => daysBetween(from, to) + 1;

async function namesFor(db: Db, place: Place, people: NewNotice['people']): Promise<NoticePerson[]> {
  const ids = people.map(({ personId }) => personId);
  const { rows } = await sql<NoticePerson>`select p.id as "personId", p.name, v.name as village
    from person p left join village v on v.county_id = p.county_id and v.id = p.village_id
    where p.county_id = ${place.countyId} and p.division_id = ${place.divisionId} and p.id = any(${ids})`.execute(
    db,
  );
  const known = new Map(rows.map((row) => [row.personId, row]));
  return people.map(({ personId, category }) => {
    const { name, village } =
      known.get(personId) ?? refuse('not_found', '名单里有人不在本乡镇名册上，请刷新。');
    return { personId, name, village, category };
  });
}

/**
 * Hangs a list of new entrants out: names, villages and categories only. Refuses an end before the beginning and
 * people who are not on the township's roll. A list that hangs for fewer days than the setting is taken, and told as
 * too short wherever it is shown.
 */
export async function addNotice(db: Db, ctx: Ctx, place: Place, asked: NewNotice): Promise<string> {
  const [from, to] = [dayOr(asked.fromDay), dayOr(asked.toDay)];
  if (to < from) refuse('date_order', '公示的截止日早于开始日，请核对。');
  const people = await namesFor(db, place, asked.people);
  const id = newId();
  await db
    .insertInto('public_notice')
    .values({
      ...{ county_id: place.countyId, id, division_id: place.divisionId, title: asked.title },
      ...{ people: JSON.stringify(people), from_day: from, to_day: to, place: asked.hangsAt ?? null },
      ...{ actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: new Date(ctx.now).toISOString() },
    })
    .execute();
  await note(db, ctx, place, 'notice.add', id);
  return id;
}

const note = (db: Db, ctx: Ctx, place: Place, action: string, id: string) =>
  recordEvent(db, ctx, { ...place, action, recordKind: 'notice', recordId: id });

/** The notice of the township, held until the command ends. Refuses one that was taken back. */
async function getNotice(db: Db, place: Place, id: string) {
  const row = await db
    .selectFrom('public_notice')
    .select(['from_day', 'to_day', 'voided_at'])
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  if (row.voided_at !== null) refuse('notice_void', '这次公示已作废。');
  return row;
}

/** Takes a notice back that never hung or was wrong; it stays in the list with its reason. */
export async function voidNotice(db: Db, ctx: Ctx, place: Place, id: string, reason: string): Promise<void> {
  await getNotice(db, place, id);
  await db
    .updateTable('public_notice')
    .set({ voided_at: new Date(ctx.now).toISOString(), voided_by: ctx.actor.name, void_reason: reason })
    .where('county_id', '=', place.countyId)
    .where('id', '=', id)
    .execute();
  await note(db, ctx, place, 'notice.void', id);
}

/** Hangs the photo of the notice on its record. */
export async function proveNotice(
  db: Db,
  ctx: Ctx,
  place: Place,
  id: string,
  paperId: string,
): Promise<void> {
  await getNotice(db, place, id);
  await linkPaper(db, ctx, place, paperId, 'notice', id);
}

/** Writes an objection down. Refuses a day before the notice hung or ahead of today. */
export async function addObjection(
  db: Db,
  ctx: Ctx,
  place: Place,
  id: string,
  { text, onDay }: { readonly text: string; readonly onDay: string },
): Promise<void> {
  const notice = await getNotice(db, place, id);
  const on = dayOr(onDay);
  if (on < notice.from_day || on > ctx.today) refuse('date_order', '异议的日期应在公示开始以后、今天以前。');
  const who = sql`${ctx.actor.id}, ${ctx.actor.name}, ${new Date(ctx.now).toISOString()}`;
  await sql`insert into notice_objection (county_id, notice_id, seq, text, on_day, actor_id, actor_name, at)
    select ${place.countyId}, ${id}, coalesce(max(seq), 0) + 1, ${text}, ${on}, ${who} from notice_objection
    where county_id = ${place.countyId} and notice_id = ${id}`.execute(db);
  await note(db, ctx, place, 'notice.object', id);
}

/** Says what became of an objection, once. Refuses `answered` when somebody has said it. */
export async function answerObjection(
  db: Db,
  ctx: Ctx,
  place: Place,
  id: string,
  { seq, outcome }: { readonly seq: number; readonly outcome: string },
): Promise<void> {
  await getNotice(db, place, id);
  const { numUpdatedRows } = await db
    .updateTable('notice_objection')
    .set({ outcome, outcome_on: ctx.today, outcome_by: ctx.actor.name })
    .where('county_id', '=', place.countyId)
    .where('notice_id', '=', id)
    .where('seq', '=', seq)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) refuse('answered', '这条异议已写过处理结果，请刷新。');
  await note(db, ctx, place, 'notice.answer', id);
}
