import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { ShownPlace } from './roster-find.ts';
import { showRoster } from './roster-show.ts';
import { decide, type VerdictWord } from './verdicts.ts';

/** What somebody found out about a likeness. */
export interface LikenessVerdict {
  readonly personId: string;
  /** 是同一人: `confirmed`; 不是: `dismissed`. */
  readonly verdict: VerdictWord;
  readonly reason: string;
}

/**
 * Says whether a row of a list and the person it is like are one, with the reason: by it the tests go. Added to what
 * was said before; the last word counts. Refuses `reason_empty`; a comparison or a likeness that is not there as not
 * found.
 */
export async function judgeLikeness(
  db: Db,
  ctx: Ctx,
  place: ShownPlace,
  rosterId: string,
  { personId, verdict, reason }: LikenessVerdict,
): Promise<void> {
  const { roster, hits } = await showRoster(db, ctx, place, rosterId);
  const hit = hits.find((one) => one.personId === personId && one.likeness === 'like');
  if (hit === undefined) throw new NotFound();
  if (reason.trim() === '') refuse('reason_empty', '请写凭什么认定，如看了户口本、问了本人家属。');
  const year = Number(roster.day.slice(0, 4));
  await decide(db, ctx, place, { key: hit.key, code: 'roster_like', year, personId, verdict, reason });
}
