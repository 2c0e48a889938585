import { type Month, monthText } from '@shuangyong/values';
import type { Command } from 'commander';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { openAsJob } from '../../../modules/benefits/index.ts';
import {
  batchPlaceOf,
  nameLedgerStart,
  PAID_KINDS,
  type PaidKind,
} from '../../../modules/disbursement/index.ts';
import { cliMonth, wholeNumber } from '../arguments.ts';
import type { Cli, CliCommand, CliSession, CommandResult } from '../command.ts';
import {
  answered,
  approved,
  cancelled,
  closed,
  exported,
  recomputed,
  released,
  resultTaken,
  reviewed,
  sentBack,
  shown,
  submitted,
} from './pay-batch.ts';
import { claimCommands } from './pay-claims.ts';
import { type Dossier, dossierMade } from './pay-dossier.ts';
import { ledgerCommands } from './pay-ledger.ts';
import { batchText, requireHand } from './pay-words.ts';

const paidKind = (text: string): PaidKind =>
  PAID_KINDS.find((kind) => kind === text) ??
  refuse('kind_unknown', `没有「${text}」这个项目。可写：${PAID_KINDS.join('、')}。`);

interface Opening {
  readonly division: string;
  readonly month: Month;
  readonly kind: string;
}

async function open(session: CliSession, { division, month, kind }: Opening): Promise<CommandResult> {
  requireHand(session);
  const asked = { commandKey: newId(), kind: paidKind(kind), month };
  const place = await session.read(async (tx, ctx) => {
    const at = await session.place(tx, division);
    if (!ctx.may('pay.make', at.code)) refuse('not_allowed', '生成批次要经办办理。');
    return at;
  });
  const { run: _, ...json } = await openAsJob(session.write, place, asked);
  return { json, text: batchText(json) };
}

interface Starting {
  readonly division: string;
  readonly month: Month;
  readonly reason: string;
}

async function start(session: CliSession, { division, month, reason }: Starting): Promise<CommandResult> {
  requireHand(session);
  await session.write(async (tx, ctx) => {
    const place = await session.place(tx, division);
    if (!ctx.may('pay.make', place.code)) refuse('not_allowed', '写明首月要经办办理。');
    await nameLedgerStart(tx, ctx, await batchPlaceOf(tx, place), { month, reason });
  });
  return { json: { division, month: monthText(month), reason }, text: '已写明首月。' };
}

/** A subcommand on one batch. */
function onBatch(pay: Command, name: string, description: string): Command {
  return pay
    .command(name)
    .description(description)
    .requiredOption('--batch <batch>', '批次的编号或批次号')
    .option('--division <code>', '批次在哪个单位，管几个单位的才要写');
}

function signed(pay: Command, name: string, description: string): Command {
  return onBatch(pay, name, description)
    .requiredOption('--hash <hash>', '看过的内容的散列')
    .option('--signer <name>', '纸质签批的签字人')
    .option('--paper <id>', '签好的扫描件的编号');
}

const REASON = '--reason <text>';

function opening(pay: Command, cli: Cli): void {
  pay
    .command('open')
    .description('算好应发并生成批次（要 --as）')
    .requiredOption('--division <code>', '哪个单位')
    .requiredOption('--month <month>', '发放月，如 2018-01', cliMonth)
    .option('--kind <kind>', PAID_KINDS.join('、'), PAID_KINDS[0])
    .action((options: Opening) => cli.withData((session) => open(session, options)));
  pay
    .command('start')
    .description('没有导入发放记录的单位，写明从哪个月起记账（要 --as）')
    .requiredOption('--division <code>', '哪个单位')
    .requiredOption('--month <month>', '首月，如 2018-01', cliMonth)
    .requiredOption(REASON, '理由')
    .action((options: Starting) => cli.withData((session) => start(session, options)));
  pay
    .command('dossier')
    .description('审计包：明细、为什么、手续、自查结论、日志、材料和抽样名单，一个 zip')
    .requiredOption('--division <code>', '哪个单位')
    .requiredOption('--from <month>', '从哪个发放月，如 2018-01', cliMonth)
    .requiredOption('--to <month>', '到哪个发放月', cliMonth)
    .requiredOption('--out <file>', '写到哪里')
    .requiredOption(REASON, '给谁、为什么')
    .option('--sample <count>', '抽几笔', wholeNumber(1, 1000), 30)
    .option('--seed <text>', '抽样的种子，同一个种子抽出同样的几笔')
    .option('--full-ids', '身份证号、账号写完整')
    .action((options: Dossier) => cli.withData((session) => dossierMade(session, options)));
  onBatch(pay, 'show', '批次的明细和例外').action((options) =>
    cli.withData((session) => shown(session, options)),
  );
}

function hands(pay: Command, cli: Cli): void {
  signed(pay, 'submit', '提交复核').action((options) =>
    cli.withData((session) => submitted(session, options)),
  );
  signed(pay, 'review', '复核通过').action((options) =>
    cli.withData((session) => reviewed(session, options)),
  );
  signed(pay, 'approve', '批准').action((options) => cli.withData((session) => approved(session, options)));
  signed(pay, 'send-back', '退回修改')
    .option(REASON, '理由', '退回修改')
    .action((options) => cli.withData((session) => sentBack(session, options)));
  onBatch(pay, 'answer', '答复一个例外')
    .requiredOption('--key <key>', '例外的代号，见 pay show')
    .option('--pay', '照发')
    .option('--hold', '本月缓发')
    .requiredOption(REASON, '理由')
    .action((options) => cli.withData((session) => answered(session, options)));
  onBatch(pay, 'release', '放行一笔缓发的')
    .requiredOption('--line <id>', '哪一笔')
    .requiredOption(REASON, '理由')
    .action((options) => cli.withData((session) => released(session, options)));
  onBatch(pay, 'recompute', '按现在的名册和标准重算').action((options) =>
    cli.withData((session) => recomputed(session, options)),
  );
  onBatch(pay, 'cancel', '送银行之前撤回批次')
    .requiredOption(REASON, '理由')
    .action((options) => cli.withData((session) => cancelled(session, options)));
}

function bank(pay: Command, cli: Cli): void {
  onBatch(pay, 'export', '导出银行文件：.xlsx 或 .txt（定长）')
    .requiredOption('--out <file>', '写到哪里')
    .action((options) => cli.withData((session) => exported(session, options)));
  onBatch(pay, 'result', '收银行的结果')
    .requiredOption('--file <file>', '银行回执，xlsx 或 csv')
    .action((options) => cli.withData((session) => resultTaken(session, options)));
  onBatch(pay, 'close', '办结').action((options) => cli.withData((session) => closed(session, options)));
}

export const payCommand: CliCommand = {
  name: 'pay',
  register(program, cli) {
    const pay = program.command('pay').description('发放：生成、三人办理、送银行、收结果、办结');
    opening(pay, cli);
    hands(pay, cli);
    bank(pay, cli);
    ledgerCommands(pay, cli);
    claimCommands(pay, cli);
  },
};
