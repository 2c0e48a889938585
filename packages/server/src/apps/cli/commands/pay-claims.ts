import type { Month } from '@shuangyong/values';
import type { Command } from 'commander';
import type { Action, Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { refuse } from '../../../kernel/refusal.ts';
import {
  type BatchPlace,
  batchPlaceOf,
  type Debt,
  debtsOf,
  giveNotice,
  listClaims,
  PAPER_WORDS,
  planClaims,
  proposeWriteOff,
  receiveCash,
  undoRecovery,
  writeOff,
} from '../../../modules/disbursement/index.ts';
import { cliMonth } from '../arguments.ts';
import type { Cli, CliSession, CommandResult } from '../command.ts';
import { type At, byHand, fenOf, PAPER, placed, REASON } from './pay-hand.ts';
import { yuanWords } from './pay-words.ts';

const STATE_WORDS: Readonly<Record<Debt['state'], string>> = {
  raised: '待告知',
  noticed: '已告知',
  planned: '按计划扣',
  proposed: '报请核销',
  settled: '已收回',
  written_off: '已核销',
};

const TAKEN_WORDS: Readonly<Record<Debt['recoveries'][number]['kind'], string>> = {
  offset: '从发放中扣',
  cash: '收现',
  write_off: '核销',
  undone: '撤销',
};

interface Listing extends At {
  readonly all?: boolean;
}

/** Debts by person: what is open, and how far it has come. */
async function listed(session: CliSession, { division, all = false }: Listing): Promise<CommandResult> {
  const debts = await session.read(async (tx, ctx) => {
    const place = await session.place(tx, division);
    if (!ctx.may('pay.read', place.code)) refuse('not_allowed', '您看不了发放。');
    return debtsOf(ctx, await listClaims(tx, ctx, await batchPlaceOf(tx, place), { all }));
  });
  const told = debts.map(({ may: _, ...debt }) => debt);
  const line = ({ person, fen, openFen, state, claims, recoveries }: (typeof told)[number]) => {
    const months = claims.map(({ month, kind }) => `${month} ${kind}`).join('、');
    const by = (signer: string | null) => (signer === null ? '' : `（${PAPER_WORDS.onePerson} ${signer}）`);
    const taken = recoveries
      .map(({ ids, kind, signer }) => `${TAKEN_WORDS[kind]}${by(signer)} ${ids.join(' ')}`)
      .join('；');
    const head = `${person.id} ${person.name} 多发 ${yuanWords(fen)}，还差 ${yuanWords(openFen)}，${STATE_WORDS[state]}`;
    return `${head}：${months}${taken === '' ? '' : `（${taken}）`}`;
  };
  return { json: { debts: told }, text: told.map(line).join('\n') || '没有要追回的。' };
}

interface OfPerson extends At {
  readonly person: string;
}

/** Something done about everything that is claimed from a person. Refuses `no_claim` where nothing is. */
function done<T extends OfPerson & { readonly signer?: string }>(
  needs: Action,
  who: string,
  text: string,
  work: (tx: Db, ctx: Ctx, place: BatchPlace, claims: readonly string[], asked: T) => Promise<unknown>,
): (session: CliSession, asked: T) => Promise<CommandResult> {
  return async (session, asked) => {
    const { person: personId, division } = asked;
    // What was signed on paper is entered by the one person there is; the command itself asks whether he is that.
    const hand = asked.signer === undefined ? needs : 'pay.make';
    const json = await byHand(session, division, hand, who, async (tx, ctx, place) => {
      const claims = (await listClaims(tx, ctx, place, { all: true, personId })).map(({ id }) => id);
      if (claims.length === 0) refuse('no_claim', '这个人没有要追回的款，见 pay claims。');
      await work(tx, ctx, place, claims, asked);
      const [debt] = debtsOf(ctx, await listClaims(tx, ctx, place, { all: true, personId }));
      return { person: personId, openFen: debt?.openFen ?? 0, state: debt?.state ?? 'settled' };
    });
    return { json, text: `${text}，还差 ${yuanWords(json.openFen)}。` };
  };
}

interface Papered extends OfPerson {
  readonly paper?: string;
  readonly reason?: string;
}

interface Plan extends Papered {
  readonly yuan: string;
  readonly from: Month;
}

interface Cash extends Papered {
  readonly yuan: string;
  readonly receipt: string;
}

interface Proposal extends OfPerson {
  readonly paper: string;
  readonly reason: string;
}

const noticed = done<Papered>('pay.make', '经办', '已记下告知书送达', (tx, ctx, place, claims, asked) =>
  giveNotice(tx, ctx, place, claims, { paperId: asked.paper, reason: asked.reason }),
);
const planned = done<Plan>('pay.make', '经办', '已记下还款计划', (tx, ctx, place, claims, asked) => {
  const { yuan, from: fromMonth, paper: paperId, reason } = asked;
  return planClaims(tx, ctx, place, claims, { monthlyCapFen: fenOf(yuan), fromMonth, paperId, reason });
});
const cashed = done<Cash>('pay.make', '经办', '已收现', (tx, ctx, place, claims, asked) => {
  const { yuan, receipt: receiptNo, paper: paperId, reason } = asked;
  return receiveCash(tx, ctx, place, claims, { fen: fenOf(yuan), receiptNo, paperId, reason });
});
const proposed = done<Proposal>('pay.make', '经办', '已报请核销', (tx, ctx, place, claims, asked) =>
  proposeWriteOff(tx, ctx, place, claims, { paperId: asked.paper, reason: asked.reason }),
);
const writtenOff = done<Proposal & { readonly signer?: string }>(
  'pay.approve',
  '批准的人',
  '已核销',
  (tx, ctx, place, claims, { paper: paperId, reason, signer }) =>
    writeOff(tx, ctx, place, claims, { paperId, reason, signer }),
);

interface Undoing extends At {
  readonly recovery: readonly string[];
  readonly reason: string;
  readonly signer?: string;
  readonly paper?: string;
}

/** Takes back a receipt or a write-off; each asks the right of the hand that made it. */
async function undone(session: CliSession, asked: Undoing): Promise<CommandResult> {
  const { division, recovery, reason, signer, paper: paperId } = asked;
  if ((signer === undefined) !== (paperId === undefined))
    refuse('paper_missing', '纸质签批要写签字人，并附上签好的扫描件。');
  const signed = signer === undefined || paperId === undefined ? undefined : { signer, paperId };
  await byHand(session, division, 'pay.read', '能看发放的人', (tx, ctx, place) =>
    undoRecovery(tx, ctx, place, recovery, reason, signed),
  );
  return { json: { undone: recovery }, text: '已撤销，款重新待收。' };
}

const SIGNER = ['--signer <name>', '一人办公：在纸上签字的人'] as const;

const onPerson = (pay: Command, name: string, words: string): Command =>
  placed(pay, name, words).requiredOption('--person <id>', '谁：人员编号，见 pay claims');

/** 追回: what was paid too much, and what is done about it. */
export function claimCommands(pay: Command, cli: Cli): void {
  placed(pay, 'claims', '要追回的款，按人')
    .option('--all', '收齐、核销了的也列出')
    .action((options) => cli.withData((session) => listed(session, options)));
  onPerson(pay, 'claim-notice', '告知书送到了（要 --as）')
    .option('--paper <id>', PAPER)
    .option(...REASON)
    .action((options) => cli.withData((session) => noticed(session, options)));
  onPerson(pay, 'claim-plan', '还款计划：每月最多从发放中扣多少（要 --as）')
    .requiredOption('--yuan <amount>', '每月最多扣多少')
    .requiredOption('--from <month>', '从哪个月起', cliMonth)
    .option('--paper <id>', PAPER)
    .option(...REASON)
    .action((options) => cli.withData((session) => planned(session, options)));
  onPerson(pay, 'claim-cash', '收到退款（要 --as）')
    .requiredOption('--yuan <amount>', '收了多少')
    .requiredOption('--receipt <number>', '财政所的收据号')
    .option('--paper <id>', PAPER)
    .option(...REASON)
    .action((options) => cli.withData((session) => cashed(session, options)));
  onPerson(pay, 'claim-propose', '报请核销（要 --as）')
    .requiredOption('--paper <id>', PAPER)
    .requiredOption(...REASON)
    .action((options) => cli.withData((session) => proposed(session, options)));
  onPerson(pay, 'claim-write-off', '核销（要 --as，批准的人）')
    .requiredOption('--paper <id>', PAPER)
    .requiredOption(...REASON)
    .option(...SIGNER)
    .action((options) => cli.withData((session) => writtenOff(session, options)));
  placed(pay, 'claim-undo', '撤销记错的收现或核销（要 --as）')
    .requiredOption('--recovery <ids...>', '哪几笔，见 pay claims')
    .requiredOption(...REASON)
    .option(...SIGNER)
    .option('--paper <id>', PAPER)
    .action((options) => cli.withData((session) => undone(session, options)));
}
