import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { NotFound, refuse } from '../../../kernel/refusal.ts';
import {
  DERIVED,
  DERIVED_PACKAGE,
  decidePackage,
  enterPackage,
  type LocalPackage,
  lawOf,
  lawWith,
  listPackages,
  type PackageState,
  readPackage,
  refuseElsewhere,
  valuesIn,
} from '../../../modules/standards/index.ts';
import type { Place } from '../../../platform/http/index.ts';
import { bytesAt } from '../arguments.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';

const STATE_WORDS: Readonly<Record<PackageState | 'valid', string>> = {
  valid: '可以录入',
  entered: '已录入，等另一位采用',
  adopted: '已采用',
  returned: '已退回',
  withdrawn: '已撤下',
};

async function fileAt(path: string): Promise<LocalPackage> {
  return readPackage((await bytesAt(path)).toString('utf8'));
}

function said(file: LocalPackage, status: PackageState | 'valid', lawHash: string): CommandResult {
  const values = valuesIn(file);
  const text = `${file.title}（${file.package}）：${STATE_WORDS[status]}，${values} 个标准`;
  return { json: { package: file.package, status, values, lawHash }, text };
}

function requireUser({ isUser }: CliSession): void {
  if (!isUser)
    refuse('pass_code_missing', '录入和采用标准要有 --as 和本人口令（环境变量 SHUANGYONG_PASSCODE）。');
}

async function enter(
  session: CliSession,
  path: string,
  division: string | undefined,
): Promise<CommandResult> {
  requireUser(session);
  const file = await fileAt(path);
  return session.write(async (tx, ctx) => {
    const place = await placeFor(session, tx, ctx, division, 'law.write');
    refuseElsewhere(file, place);
    await lawOf(tx, place, { also: [file] });
    const { state } = await enterPackage(tx, ctx, place, { body: file, origin: 'file' });
    return said(file, state, (await lawOf(tx, place)).hash);
  });
}

type Needs = 'law.write' | 'law.adopt';

const notAllowed = (): never =>
  refuse('not_allowed', '这个用户在这个单位没有办理标准的权限。录入要经办，采用要复核或批准。');

async function placeFor(
  session: CliSession,
  tx: Db,
  ctx: Ctx,
  division: string | undefined,
  ...anyOf: readonly Needs[]
): Promise<Place> {
  if (division !== undefined) {
    const place = await session.place(tx, division);
    return anyOf.some((needs) => ctx.may(needs, place.code)) ? place : notAllowed();
  }
  for (const needs of anyOf) {
    const own = await session.own(tx, needs).catch(noneFound);
    if (own) return own;
  }
  return notAllowed();
}

function noneFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}

interface AdoptOptions {
  readonly package?: string;
  readonly derived?: boolean;
  readonly division?: string;
  readonly reason?: string;
}

/** The package waiting under a code; for the derived rates the first of two people proposes it. */
async function waitingFor(tx: Db, place: Place, code: string) {
  const packages = await listPackages(tx, place);
  const found = packages.find((one) => one.code === code && one.state === 'entered');
  return found ?? packages.find((one) => one.code === code);
}

async function adopt(session: CliSession, options: AdoptOptions): Promise<CommandResult> {
  requireUser(session);
  const { derived = false, division } = options;
  const code = derived ? DERIVED : options.package;
  if (code === undefined) return refuse('package_missing', '请写 --package 标准包代号，或 --derived。');
  return session.write(async (tx, ctx) => {
    const proposers: readonly Needs[] = derived ? ['law.write'] : [];
    const place = await placeFor(session, tx, ctx, division, 'law.adopt', ...proposers);
    const standing = await waitingFor(tx, place, code);
    if (derived && (!standing || standing.state === 'returned' || standing.state === 'withdrawn')) {
      const entered = await enterPackage(tx, ctx, place, { body: DERIVED_PACKAGE, origin: 'derived' });
      return said(DERIVED_PACKAGE, entered.state, (await lawOf(tx, place)).hash);
    }
    if (!standing) return refuse('package_unknown', `没有待采用的标准包「${code}」。请先用 law enter 录入。`);
    if (!ctx.may('law.adopt', place.code)) notAllowed();
    const { body, state } = await decidePackage(tx, ctx, place, standing.id, { state: 'adopted' });
    return said(body, state, (await lawOf(tx, place)).hash);
  });
}

export const lawCommand: CliCommand = {
  name: 'law',
  register(program, cli) {
    const law = program.command('law').description('标准：检查、录入、采用');
    law
      .command('check <file>')
      .description('检查一个标准包能不能录入')
      .action((path: string) =>
        cli.withoutData(async () => {
          const file = await fileAt(path);
          return said(file, 'valid', lawWith([file]).hash);
        }),
      );
    law
      .command('enter <file>')
      .description('录入一个标准包（要 --as）')
      .option('--division <code>', '在哪个单位生效，不写就是本人的单位')
      .action((path: string, { division }: { division?: string }) =>
        cli.withData((session) => enter(session, path, division)),
      );
    law
      .command('adopt')
      .description('采用另一位录入的标准包（要 --as）')
      .option('--package <code>', '标准包代号')
      .option('--derived', '采用推算的标准：一人提出，另一人采用')
      .option('--division <code>', '在哪个单位生效')
      .action((options: AdoptOptions) => cli.withData((session) => adopt(session, options)));
  },
};
