import { parseYuan } from '@shuangyong/values';
import type { Command } from 'commander';
import type { Action, Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { isId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { type BatchPlace, batchPlaceOf } from '../../../modules/disbursement/index.ts';
import { findByIdentity } from '../../../modules/registry/index.ts';
import type { CliSession } from '../command.ts';
import { requireHand } from './pay-words.ts';

/** The place of `--division`. */
export interface At {
  readonly division: string;
}

type Work<T> = (tx: Db, ctx: Ctx, place: BatchPlace) => Promise<T>;

/** One command of a hand on money: a user with a pass code who may do this at the place. */
export async function byHand<T>(
  session: CliSession,
  division: string,
  needs: Action,
  who: string,
  work: Work<T>,
) {
  requireHand(session);
  return session.write(async (tx, ctx) => {
    const place = await session.place(tx, division);
    if (!ctx.may(needs, place.code)) refuse('not_allowed', `这一步要${who}办理。`);
    return work(tx, ctx, await batchPlaceOf(tx, place));
  });
}

/** The amount as people write it, in fen. Refuses `amount_invalid`. */
export const fenOf = (text: string): number =>
  parseYuan(text) ?? refuse('amount_invalid', '金额读不出，请写成 500.00。');

export const oneOf = <T extends string>(list: readonly T[], text: string, what: string): T =>
  list.find((one) => one === text) ??
  refuse('word_unknown', `没有「${text}」这个${what}。可写：${list.join('、')}。`);

/** The person of a whole identity number, or of his id as other commands print it. Refuses `not_on_roll`. */
export async function personOf(tx: Db, ctx: Ctx, place: BatchPlace, identity: string): Promise<string> {
  if (isId(identity)) return identity;
  const row = await findByIdentity(tx, ctx.keys, place.countyId, place.divisionId, identity);
  return row?.id ?? refuse('not_on_roll', '名册上没有这个身份证号的人。');
}

/** A subcommand at a place. */
export const placed = (pay: Command, name: string, words: string): Command =>
  pay.command(name).description(words).requiredOption('--division <code>', '哪个单位');

export const REASON = ['--reason <text>', '理由'] as const;
export const PAPER = '材料的编号，见档案';
