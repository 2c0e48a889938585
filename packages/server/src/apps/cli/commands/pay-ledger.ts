import type { Month } from '@shuangyong/values';
import type { Command } from 'commander';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusal.ts';
import {
  AWARD_FUNDS,
  AWARD_KINDS,
  type AwardFund,
  type AwardKind,
  batchPlaceOf,
  closeMonth,
  decideAwards,
  endAccount,
  enterOpeningDebt,
  listAccounts,
  listAwards,
  listPeriods,
  revokeAward,
  saveAccount,
  trialBalance,
} from '../../../modules/disbursement/index.ts';
import { cliMonth, cliYear } from '../arguments.ts';
import type { Cli, CliSession, CommandResult } from '../command.ts';
import {
  type At,
  aboutOne,
  byHand,
  fenOf,
  type Named,
  named,
  oneOf,
  PAPER,
  personOf,
  placed,
  REASON,
  type Who,
} from './pay-hand.ts';
import { yuanWords } from './pay-words.ts';

interface Award extends At, Who {
  readonly kind: string;
  readonly month: Month;
  readonly yuan: string;
  readonly fund: string;
  readonly reason: string;
  readonly paper?: string;
}

async function awarded(session: CliSession, asked: Named<Award>): Promise<CommandResult> {
  const kind: AwardKind = oneOf(AWARD_KINDS, asked.kind, '项目');
  const fund: AwardFund = oneOf(AWARD_FUNDS, asked.fund, '资金');
  const json = await byHand(session, asked.division, 'pay.make', '经办', async (tx, ctx, place) => {
    const personId = await personOf(tx, ctx, place, asked.who);
    const { month, reason, paper: paperId } = asked;
    const award = { personId, month, fen: fenOf(asked.yuan), fund, reason, paperId };
    return decideAwards(tx, ctx, place, { commandKey: newId(), kind, awards: [award] });
  });
  return { json, text: `已定 ${json.lines} 笔 ${yuanWords(json.totalFen)}。` };
}

async function awardsListed(
  session: CliSession,
  { division, year, kind }: At & { year: number; kind?: string },
) {
  const asked = { year, kind: kind === undefined ? undefined : oneOf(AWARD_KINDS, kind, '项目') };
  const awards = await session.read(async (tx, ctx) => {
    const place = await session.place(tx, division);
    if (!ctx.may('pay.read', place.code)) refuse('not_allowed', '您看不了发放。');
    return listAwards(tx, ctx, await batchPlaceOf(tx, place), asked);
  });
  const line = ({ id, kind: of, person, month, fen, state, reason }: (typeof awards)[number]) =>
    `${id} ${of} ${person.name} ${month} ${yuanWords(fen)} ${state} ${reason}`;
  return { json: { awards }, text: awards.map(line).join('\n') || '没有。' };
}

interface Revoke extends At {
  readonly award: string;
  readonly reason: string;
  readonly yuan?: string;
  readonly month?: Month;
  readonly fund?: string;
  readonly why?: string;
}

async function revoked(session: CliSession, asked: Revoke): Promise<CommandResult> {
  const { award: awardId, reason, yuan, month, fund, why } = asked;
  const isAnew = yuan !== undefined;
  if (isAnew && (month === undefined || fund === undefined || why === undefined))
    refuse('reason_missing', '改定要写 --yuan、--month、--fund、--why。');
  const json = await byHand(session, asked.division, 'pay.make', '经办', (tx, ctx, place) => {
    const instead =
      isAnew && month !== undefined
        ? { fen: fenOf(yuan), month, fund: oneOf(AWARD_FUNDS, fund ?? '', '资金'), reason: why ?? '' }
        : undefined;
    return revokeAward(tx, ctx, place, { commandKey: newId(), awardId, reason, instead });
  });
  return { json, text: isAnew ? '已改定，原来那笔留着。' : '已撤销。' };
}

async function periods(
  session: CliSession,
  { division, month }: At & { month?: Month },
): Promise<CommandResult> {
  const json = await session.read(async (tx, ctx) => {
    const place = await session.place(tx, division);
    if (!ctx.may('pay.read', place.code)) refuse('not_allowed', '您看不了发放。');
    const { closed, next } = await listPeriods(tx, ctx, place);
    return { closed, ...(await trialBalance(tx, place, month ?? next)) };
  });
  const lines = json.balance.map(
    ({ account, debitFen, creditFen }) => `${account} 借 ${yuanWords(debitFen)} 贷 ${yuanWords(creditFen)}`,
  );
  return { json, text: [`${json.month} 试算，已结 ${json.closed.length} 个月`, ...lines].join('\n') };
}

async function closed(
  session: CliSession,
  { division, month }: At & { month: Month },
): Promise<CommandResult> {
  const json = await byHand(session, division, 'pay.approve', '批准的人', async (tx, ctx, place) => {
    if (place.level !== 'township') refuse('not_township', '结账按乡镇办理。');
    return closeMonth(tx, ctx, place, month);
  });
  return { json, text: `${json.month} 已结账。` };
}

async function accounts(session: CliSession, { division, who }: Named<At & Who>): Promise<CommandResult> {
  const json = await session.read(async (tx, ctx) => {
    const place = await session.place(tx, division);
    if (!ctx.may('pay.read', place.code)) refuse('not_allowed', '您看不了发放。');
    const at = await batchPlaceOf(tx, place);
    return listAccounts(tx, ctx, at, await personOf(tx, ctx, at, who));
  });
  const line = ({
    id,
    version,
    since,
    accountTail,
    holderName,
    state,
    isUsed,
  }: (typeof json.accounts)[number]) =>
    `${id} 第 ${version} 版 ${since} 尾号 ${accountTail} ${holderName} ${isUsed ? '在用' : state === 'ended' ? '停用' : '用过'}`;
  const onRoll = json.onRoll ? `名册上的：尾号 ${json.onRoll.accountTail}` : '名册上没有账号';
  return { json, text: [onRoll, ...json.accounts.map(line)].join('\n') };
}

interface Account extends At, Who {
  readonly account: string;
  readonly holder: string;
  readonly relation?: string;
  readonly bank?: string;
  readonly paper: string;
  readonly replaces?: string;
  readonly reason?: string;
}

async function accountSaved(session: CliSession, asked: Named<Account>): Promise<CommandResult> {
  const account = asked.account.replace(/[\s-]/g, '');
  if (!/^\d{8,32}$/.test(account)) refuse('account_invalid', '账号应为 8 到 32 位数字。');
  const json = await byHand(session, asked.division, 'pay.make', '经办', async (tx, ctx, place) =>
    saveAccount(tx, ctx, place, {
      ...{ personId: await personOf(tx, ctx, place, asked.who), accountId: asked.replaces, account },
      ...{ holder: asked.relation === undefined ? 'self' : 'other', holderName: asked.holder },
      ...{ relation: asked.relation, bankName: asked.bank, paperId: asked.paper, reason: asked.reason },
    }),
  );
  return { json, text: `账号已记下：${json.id} 第 ${json.version} 版。` };
}

async function accountEnded(session: CliSession, asked: At & { account: string; reason: string }) {
  const json = await byHand(session, asked.division, 'pay.make', '经办', (tx, ctx, place) =>
    endAccount(tx, ctx, place, asked.account, asked.reason),
  );
  return { json, text: '账号已停用。' };
}

interface Debt extends At, Who {
  readonly kind: string;
  readonly month: Month;
  readonly yuan: string;
  readonly fund: string;
  readonly reason: string;
  readonly paper: string;
}

async function debtEntered(session: CliSession, asked: Named<Debt>): Promise<CommandResult> {
  const { kind, month, reason, paper: paperId } = asked;
  const json = await byHand(session, asked.division, 'pay.approve', '批准的人', async (tx, ctx, place) => {
    const debt = {
      commandKey: newId(),
      personId: await personOf(tx, ctx, place, asked.who),
      kind,
      month,
    };
    const fund = oneOf(AWARD_FUNDS, asked.fund, '资金');
    return enterOpeningDebt(tx, ctx, place, { ...debt, fen: fenOf(asked.yuan), fund, reason, paperId });
  });
  return { json, text: '以前的欠款已带进来，列入追回。' };
}

/** Runs a command about one person, whom it names first. */
const about =
  <T extends Who>(cli: Cli, work: (session: CliSession, asked: Named<T>) => Promise<CommandResult>) =>
  (options: T) =>
    cli.withData(async (session) => work(session, await named(options)));

function awardCommands(pay: Command, cli: Cli): void {
  aboutOne(pay, 'award', '定一笔慰问金、困难救助、立功奖励（要 --as）')
    .requiredOption('--kind <kind>', AWARD_KINDS.join('、'))
    .requiredOption('--month <month>', '所属月，如 2018-02', cliMonth)
    .requiredOption('--yuan <amount>', '金额，如 500.00')
    .requiredOption('--fund <fund>', AWARD_FUNDS.join('、'))
    .requiredOption('--reason <text>', '事由')
    .option('--paper <id>', PAPER)
    .action(about(cli, awarded));
  placed(pay, 'awards', '一年里定过的其他发放')
    .requiredOption('--year <year>', '哪一年', cliYear)
    .option('--kind <kind>', AWARD_KINDS.join('、'))
    .action((options) => cli.withData((session) => awardsListed(session, options)));
  placed(pay, 'revoke', '撤销没有进批次的一笔；写了 --yuan 就是改定（要 --as）')
    .requiredOption('--award <id>', '哪一笔，见 pay awards')
    .requiredOption(...REASON)
    .option('--yuan <amount>', '改成多少')
    .option('--month <month>', '改定的所属月', cliMonth)
    .option('--fund <fund>', AWARD_FUNDS.join('、'))
    .option('--why <text>', '改定的事由')
    .action((options) => cli.withData((session) => revoked(session, options)));
}

function periodCommands(pay: Command, cli: Cli): void {
  placed(pay, 'periods', '已结的月份和一个月的试算')
    .option('--month <month>', '哪个月，不写就是接下来要结的', cliMonth)
    .action((options) => cli.withData((session) => periods(session, options)));
  placed(pay, 'period-close', '结一个月的账（要 --as，批准的人）')
    .requiredOption('--month <month>', '哪个月', cliMonth)
    .action((options) => cli.withData((session) => closed(session, options)));
  aboutOne(pay, 'debt', '带进启用以前多发的（要 --as，批准的人）')
    .requiredOption('--kind <kind>', '哪一项，如 参战退役人员')
    .requiredOption('--month <month>', '多发到哪个月', cliMonth)
    .requiredOption('--yuan <amount>', '多发多少')
    .requiredOption('--fund <fund>', AWARD_FUNDS.join('、'))
    .requiredOption(...REASON)
    .requiredOption('--paper <id>', PAPER)
    .action(about(cli, debtEntered));
}

function accountCommands(pay: Command, cli: Cli): void {
  aboutOne(pay, 'accounts', '一个人的账号，每一版').action(about(cli, accounts));
  aboutOne(pay, 'account', '记一个账号（要 --as）')
    .requiredOption('--account <number>', '账号')
    .requiredOption('--holder <name>', '户名')
    .option('--relation <text>', '他人代领的，与本人的关系')
    .option('--bank <name>', '开户行')
    .requiredOption('--paper <id>', '卡片照片或委托书的编号')
    .option('--replaces <id>', '换哪个账号')
    .option(...REASON)
    .action(about(cli, accountSaved));
  placed(pay, 'account-end', '停用一个账号（要 --as）')
    .requiredOption('--account <id>', '账号的编号，见 pay accounts')
    .requiredOption(...REASON)
    .action((options) => cli.withData((session) => accountEnded(session, options)));
}

/** What stands beside the monthly batch: one-off money, accounts, closed months, debts from before. */
export function ledgerCommands(pay: Command, cli: Cli): void {
  awardCommands(pay, cli);
  accountCommands(pay, cli);
  periodCommands(pay, cli);
}
