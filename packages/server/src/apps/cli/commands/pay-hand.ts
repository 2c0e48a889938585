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

/** Whom a command is about: by the id that other commands print, or by the number that it reads. */
export interface Who {
  readonly person?: string;
  readonly idStdin?: boolean;
}

/** What is asked for, whom it is about read. */
export type Named<T> = Omit<T, keyof Who> & { readonly who: string };

async function lineOfStdin(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text.trim();
}

/**
 * Reads whom a command is about before it opens anything: an identity number is never an argument, for arguments stand in
 * histories and lists of processes. Refuses `person_missing` unless exactly one of the two ways is taken.
 */
export async function named<T extends Who>({ person, idStdin = false, ...asked }: T): Promise<Named<T>> {
  if ((person !== undefined) === idStdin)
    refuse('person_missing', '请写 --person 人员编号；或写 --id-stdin，从标准输入给身份证号。');
  return { ...asked, who: person ?? (await lineOfStdin()) };
}

/** The person of the place by his id, or by his whole identity number. Refuses `not_on_roll`. */
export async function personOf(tx: Db, ctx: Ctx, place: BatchPlace, who: string): Promise<string> {
  if (isId(who)) return who;
  const row = await findByIdentity(tx, ctx.keys, place.countyId, place.divisionId, who);
  return row?.id ?? refuse('not_on_roll', '名册上没有这个身份证号的人。');
}

/** A subcommand about one person of a place. */
export const aboutOne = (pay: Command, name: string, words: string): Command =>
  placed(pay, name, words)
    .option('--person <id>', '谁：人员编号')
    .option('--id-stdin', '谁：从标准输入读他的身份证号');

/** A subcommand at a place. */
export const placed = (pay: Command, name: string, words: string): Command =>
  pay.command(name).description(words).requiredOption('--division <code>', '哪个单位');

export const REASON = ['--reason <text>', '理由'] as const;
export const PAPER = '材料的编号，见档案';
