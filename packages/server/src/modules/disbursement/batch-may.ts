import type { Action, Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { BEFORE_BANK } from './batch-cancel.ts';
import type { BatchHead, BatchPlace } from './batch-find.ts';
import {
  approvalAt,
  COUNTY_WORDS,
  handsOf,
  isOnePerson,
  mayAny,
  namesOf,
  notAllowedWords,
  type Placed,
  sameActorWords,
  wrongStateWords,
} from './batch-rules.ts';
import type { BatchState } from './batch-words.ts';

/** Whether a button is there, or the sentence that stands in its place. */
export interface MayOne {
  readonly ok: boolean;
  readonly why: string | null;
}

interface Rule {
  readonly needs: readonly Action[];
  readonly states: readonly BatchState[];
  /** Where the step is taken; the batch's own place when absent. */
  readonly at?: Placed;
  /** Who took another step and may not take this one. */
  readonly without?: ReadonlySet<string>;
  readonly blocked?: string | undefined;
}

const CHANGEABLE: readonly BatchState[] = ['opened', 'sent_back'];

/** What a caller may do with a batch now, and why not in words; the commands themselves refuse the same. */
export async function mayWith(db: Db, ctx: Ctx, place: BatchPlace, batch: BatchHead, openReds: number) {
  const { makers, reviewers } = await handsOf(db, place.countyId, batch);
  const onePerson = await isOnePerson(db, ctx, place, batch);
  const approval = await approvalAt(db, ctx, place, batch);
  const one = async ({ needs, states, at = batch, without, blocked }: Rule): Promise<MayOne> => {
    if (!states.includes(batch.state)) return { ok: false, why: wrongStateWords(batch) };
    if (!mayAny(ctx, batch, needs)) return { ok: false, why: notAllowedWords(needs) };
    if (!mayAny(ctx, at, needs)) return { ok: false, why: COUNTY_WORDS };
    if (without?.has(ctx.actor.id))
      return { ok: false, why: await sameActorWords(db, place, at, needs[0] ?? 'pay.read', without) };
    return { ok: blocked === undefined, why: blocked ?? null };
  };
  const make = (states: readonly BatchState[], blocked?: string) =>
    one({ needs: ['pay.make'], states, blocked });
  const bank = (states: readonly BatchState[]) =>
    one({
      needs: onePerson ? ['pay.bank', 'pay.make'] : ['pay.bank'],
      states,
      ...(onePerson ? {} : { without: makers }),
    });
  const paper = one({
    needs: ['pay.make', 'pay.review', 'pay.approve'],
    states: onePerson ? ['submitted', 'reviewed'] : ['reviewed'],
    ...(onePerson ? {} : { without: makers }),
  });
  const reds = openReds > 0 ? `还有 ${openReds} 笔必须先处理` : undefined;
  const next = async (at: Placed, action: Action, without: ReadonlySet<string>) =>
    onePerson ? [] : namesOf(db, place, at, action, without);
  return {
    onePerson,
    /** Who may take the next steps, by name; nobody in an office of one person, where they stand on paper. */
    hands: {
      review: await next(batch, 'pay.review', makers),
      approve: await next(approval, 'pay.approve', new Set([...makers, ...reviewers])),
    },
    may: {
      submit: await make(CHANGEABLE, reds),
      review: await one({ needs: ['pay.review'], states: ['submitted'], without: makers }),
      approve: await one({
        ...{ needs: ['pay.approve'], states: ['reviewed'], at: approval },
        without: new Set([...makers, ...reviewers]),
      }),
      sendBack: await one({
        needs: batch.state === 'reviewed' ? ['pay.approve', 'pay.review'] : ['pay.review'],
        states: ['submitted', 'reviewed'],
      }),
      cancel: await make(BEFORE_BANK),
      recompute: await make(CHANGEABLE),
      answer: await make(CHANGEABLE),
      release: await one({ needs: ['pay.make', 'pay.review'], states: [...BEFORE_BANK, 'exported'] }),
      export: await bank(['approved', 'exported', 'closed']),
      result: await bank(['exported', 'closed']),
      reissue: await make(['exported', 'closed']),
      close: await bank(['exported']),
      paper: await paper,
    },
  };
}
