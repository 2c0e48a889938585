import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import type { FindingCode } from './codes.ts';

/** What a verdict is about: a finding of a test, or whether two rows of lists are one person. */
export type VerdictCode = FindingCode | 'roster_like';

/** 属实 or 不属实. */
export const VERDICTS = ['confirmed', 'dismissed'] as const;
export type VerdictWord = (typeof VERDICTS)[number];

/** What was last decided about a finding. */
export interface Verdict {
  readonly verdict: VerdictWord;
  readonly reason: string | null;
  readonly by: string;
  readonly on: string;
}

export interface VerdictPlace {
  readonly countyId: number;
  readonly divisionId: string;
}

/** The last word about each of these findings. */
export async function verdictsOf(
  db: Db,
  countyId: number,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Verdict>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('check_verdict')
    .distinctOn('finding_key')
    .select(['finding_key', 'verdict', 'reason', 'actor_name', 'office_day'])
    .where('county_id', '=', countyId)
    .where(
      'finding_key',
      'in',
      keys.map((key) => Buffer.from(key, 'hex')),
    )
    .orderBy('finding_key')
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.finding_key.toString('hex'),
      {
        verdict: row.verdict as VerdictWord,
        reason: row.reason,
        by: row.actor_name,
        on: row.office_day,
      },
    ]),
  );
}

export interface NewVerdict {
  readonly key: string;
  readonly code: VerdictCode;
  readonly year: number;
  readonly personId: string | null;
  readonly verdict: VerdictWord;
  readonly reason: string;
}

/** Adds a verdict; the last one counts. Refuses `reason_empty` where 不属实 has no reason. */
export async function decide(db: Db, ctx: Ctx, place: VerdictPlace, made: NewVerdict): Promise<void> {
  const reason = made.reason.trim();
  if (made.verdict === 'dismissed' && reason === '') refuse('reason_empty', '不属实要写理由。');
  await db
    .insertInto('check_verdict')
    .values({
      ...{ county_id: place.countyId, id: newId(), division_id: place.divisionId },
      ...{ finding_key: Buffer.from(made.key, 'hex'), code: made.code, year: made.year },
      ...{ person_id: made.personId, verdict: made.verdict, reason: reason === '' ? null : reason },
      ...{ decided_at: new Date(ctx.now).toISOString(), office_day: ctx.today },
      ...{ actor_id: ctx.actor.id, actor_name: ctx.actor.name },
    })
    .execute();
  const about = made.personId === null ? {} : { recordKind: 'person', recordId: made.personId };
  await recordEvent(db, ctx, {
    ...{ countyId: place.countyId, divisionId: place.divisionId, action: 'check.decide' },
    ...about,
    detail: { code: made.code, year: made.year, verdict: made.verdict },
  });
}
