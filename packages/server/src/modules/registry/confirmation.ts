import { type Day, parseIsoDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { linkPaper } from '../archive/index.ts';
import { recordEvent } from '../audit/index.ts';
import { reportEvent } from './change-event.ts';
import { type ConfirmWay, confirmDay, DEATH_STANDS, dueIn, lastWords } from './confirmation-list.ts';
import { insertHold } from './hold.ts';
import type { Place } from './place.ts';

/** The reason of a hold that a confirmation put; the next one that sees the person lifts it. */
export const UNREACHABLE = '年度确认联系不上';

export interface Confirming {
  readonly year: number;
  readonly way: ConfirmWay;
  readonly onDay: string;
  readonly personIds: readonly string[];
  readonly byName?: string | undefined;
  readonly remark?: string | undefined;
  readonly paperId?: string | undefined;
  /** Of one who is dead: when he died and who told it. */
  readonly death?: { readonly day: string; readonly source: string } | undefined;
}

export interface Confirmed {
  readonly recorded: number;
  /** Said already, in the same way on the same day. */
  readonly unchanged: number;
  readonly held: number;
}

interface LastWord {
  readonly personId: string;
  readonly name: string;
  readonly way: ConfirmWay | null;
  readonly onDay: string | null;
  /** His death is reported, and was no mistake. */
  readonly isDead: boolean | null;
}

function checkedDay(ctx: Ctx, { onDay, year }: Confirming): Day {
  const on = parseIsoDay(onDay) ?? refuse('date_invalid', '日期读不出，请写成 2017-08-14。');
  if (on > ctx.today) refuse('date_order', '确认的日期晚于今天，请核对。');
  if (on < `${year}-01-01`) refuse('date_order', `${year} 年度的确认不能早于 ${year}-01-01。`);
  return on;
}

/** The persons in their order, held until the command ends, with what was said of each last. */
async function lastWordsOf(db: Db, place: Place, asked: Confirming): Promise<readonly LastWord[]> {
  const { countyId, divisionId } = place;
  const until = await confirmDay(db, place, asked.year);
  await sql`select id from person where county_id = ${countyId} and id = any(${asked.personIds})
    order by id for update`.execute(db);
  const { rows } = await sql<LastWord>`select p.id as "personId", p.name, c.way, c.on_day as "onDay",
      c.way = 'dead' and ${DEATH_STANDS} as "isDead"
    from ${dueIn({ countyId, divisionIds: [divisionId] }, until)} d
    join person p on p.county_id = ${countyId} and p.id = d.person_id and p.id = any(${asked.personIds})
    left join ${lastWords(countyId, asked.year)} c on c.person_id = p.id`.execute(db);
  if (rows.length < new Set(asked.personIds).size)
    refuse(
      'not_due',
      `有 ${new Set(asked.personIds).size - rows.length} 人不在 ${asked.year} 年度应确认名单里，请刷新名单。`,
    );
  return rows;
}

function refuseDead({ way, personIds, death }: Confirming, words: readonly LastWord[]): void {
  if (way === 'dead' && (personIds.length !== 1 || !death))
    refuse('death_alone', '已去世的请一个一个记，写明去世日期和谁报的。');
  const dead = words.find((one) => one.isDead);
  if (dead && way !== 'dead')
    refuse(
      'death_reported',
      `${dead.name}今年已报去世。如是误报，请在本人档案里点「误报，恢复」，再来确认。`,
    );
}

async function insertWord(db: Db, ctx: Ctx, place: Place, asked: Confirming, personId: string, on: Day) {
  const id = newId();
  await db
    .insertInto('confirmation')
    .values({
      ...{ county_id: place.countyId, id, division_id: place.divisionId, person_id: personId },
      ...{ year: asked.year, way: asked.way, on_day: on, by_name: asked.byName ?? ctx.actor.name },
      ...{ remark: asked.remark ?? null, actor_id: ctx.actor.id, actor_name: ctx.actor.name },
      at: new Date(ctx.now).toISOString(),
    })
    .execute();
  if (asked.paperId) await linkPaper(db, ctx, place, asked.paperId, 'confirmation', id);
}

async function release(db: Db, ctx: Ctx, { countyId }: Place, personIds: readonly string[], why: string) {
  await sql`update hold set released_at = ${new Date(ctx.now).toISOString()}, released_by = ${ctx.actor.name},
      release_reason = ${why}
    where county_id = ${countyId} and person_id = any(${personIds}) and reason = ${UNREACHABLE}
      and released_at is null`.execute(db);
}

const RELEASE_WORDS: Readonly<Record<ConfirmWay, string>> = {
  met: '已见到本人',
  video: '已视频确认',
  kin: '已由亲属代为确认',
  unreachable: '',
  dead: '已报去世',
  withdrawn: '撤回「联系不上」',
};

/**
 * Records how one or many people were seen in a year. 联系不上 holds the next payment until somebody sees the person;
 * 已去世 reports the death, which holds it as well. The last word of a year counts; the same word again changes
 * nothing. Refuses a day ahead of today or before the year, people who are not due (`not_due`), a death told of
 * many at once or without its day (`death_alone`), any other word after a death (`death_reported`), and what
 * `reportEvent` refuses.
 */
export async function confirmPeople(db: Db, ctx: Ctx, place: Place, asked: Confirming): Promise<Confirmed> {
  const on = checkedDay(ctx, asked);
  const words = await lastWordsOf(db, place, asked);
  refuseDead(asked, words);
  const fresh = words.filter((one) => one.way !== asked.way || one.onDay !== on);
  const changing = asked.way === 'withdrawn' ? fresh.filter((one) => one.way !== null) : fresh;
  const { way, death, paperId } = asked;
  for (const one of changing) await insertWord(db, ctx, place, asked, one.personId, on);
  const ids = changing.map((one) => one.personId);
  const unheld = changing.filter((one) => one.way !== 'unreachable');
  if (way === 'unreachable')
    for (const { personId } of unheld) await insertHold(db, ctx, place, { personId, reason: UNREACHABLE });
  else await release(db, ctx, place, ids, RELEASE_WORDS[way]);
  const [dead] = changing;
  if (way === 'dead' && dead && death)
    await reportEvent(db, ctx, place, dead.personId, { type: 'death', ...death, paperId });
  await told(db, ctx, place, asked, changing);
  const held = way === 'unreachable' ? unheld.length : way === 'dead' ? changing.length : 0;
  return { recorded: changing.length, unchanged: words.length - changing.length, held };
}

async function told(db: Db, ctx: Ctx, place: Place, { year, way }: Confirming, words: readonly LastWord[]) {
  for (const { personId } of words)
    await recordEvent(db, ctx, {
      ...place,
      action: 'person.confirm',
      recordKind: 'person',
      recordId: personId,
      detail: { year, way },
    });
}
