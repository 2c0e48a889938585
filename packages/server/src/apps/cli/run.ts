import { resolve } from 'node:path';
import { refuse } from '../../kernel/refusal.ts';
import { signIn } from '../../modules/access/index.ts';
import { answerOf, WrongShape } from '../../platform/http/index.ts';
import { runCommand, runQuery } from '../command.ts';
import { bugFacts } from '../http/redact.ts';
import { causeOf } from '../outage.ts';
import { findPlace } from '../places.ts';
import { type AppRuntime, openRuntime } from '../runtime.ts';
import { sealOnce } from '../sealer.ts';
import { OPERATOR, userVisitor, type Visitor } from '../visitor.ts';
import type { Cli, CliSession, CommandResult, Reason } from './command.ts';

/** Options every command takes, before or after its name. */
export interface GlobalOptions {
  readonly data: string;
  readonly json?: boolean;
  readonly as?: string;
}

export interface Output {
  /** Answers when the text is gone, so that a long document does not pile up here. */
  readonly out: (text: string) => void | Promise<void>;
  /** False once nobody reads any more; a long document then stops. Absent: always read. */
  readonly isRead?: () => boolean;
  readonly err: (text: string) => void;
  readonly exit: (code: number) => void;
}

/** Runs the commands: opens what they need, prints what they answer, turns refusals into words and exit codes. */
export function makeCli(options: () => GlobalOptions, output: Output): Cli {
  const finish = (result: CommandResult) => print(result, options().json === true, output);
  const guarded = async (work: () => Promise<CommandResult>, log?: AppRuntime['log']) => {
    finish(await work().catch((error: unknown) => refused(error, log)));
  };
  return {
    withoutData: (work) => guarded(() => work({ dataDir: resolve(options().data) })),
    withData: (work) => guarded(() => inFolder(options(), work, output)),
  };
}

async function inFolder(
  options: GlobalOptions,
  work: (session: CliSession) => Promise<CommandResult>,
  output: Output,
): Promise<CommandResult> {
  const { runtime, close } = await openRuntime(resolve(options.data), 'command');
  try {
    const visitor = await visitorFor(runtime, options.as);
    return await work(sessionOf(runtime, visitor, output)).catch(async (error: unknown) =>
      error instanceof NobodyReads ? STOPPED : refused(await causeOf(error, runtime.dataDir), runtime.log),
    );
  } finally {
    await leave(runtime).finally(close);
  }
}

// What cannot be sealed now, on a full disk perhaps, is sealed by whoever comes next: the command's answer stands.
async function leave(runtime: AppRuntime): Promise<void> {
  await runtime.looks.flush().catch(() => runtime.log.write('looks_not_written'));
  await sealOnce(runtime).catch(() => runtime.log.write('seal_failed'));
}

function sessionOf(runtime: AppRuntime, visitor: Visitor, output: Output): CliSession {
  const { caller } = visitor;
  return {
    runtime,
    caller,
    isUser: visitor.user !== undefined,
    read: (work) => runQuery(runtime, caller, work),
    write: (work) => runCommand(runtime, caller, work),
    place: (tx, code) => findPlace(tx, visitor, code, 'signedIn'),
    own: (tx, needs) => findPlace(tx, visitor, undefined, needs),
    stream: async (text) => {
      await output.out(text);
      if (output.isRead?.() === false) throw new NobodyReads();
    },
  };
}

/** Ends a command whose document nobody reads to its end. */
class NobodyReads extends Error {}
const STOPPED: CommandResult = { json: undefined, text: '', streamed: true };

async function visitorFor(runtime: AppRuntime, name: string | undefined): Promise<Visitor> {
  if (name === undefined) return OPERATOR;
  const passCode = process.env.SHUANGYONG_PASSCODE;
  if (!passCode) return refuse('pass_code_missing', '用了 --as，口令请放在环境变量 SHUANGYONG_PASSCODE 里。');
  const outcome = await signIn(runtime.db, runtime.clock.now(), name, passCode);
  if (outcome.kind === 'locked') return refuse('sign_in_locked', '连续输错 5 次，已锁 15 分钟。');
  if (outcome.kind === 'wrong') return refuse('sign_in_wrong', '姓名或口令不对。');
  return userVisitor(outcome.user);
}

/** What was thrown as a result: reasons for a refusal; for a bug a number, whose line stands in the log. */
function refused(error: unknown, log: AppRuntime['log'] | undefined): CommandResult {
  const { body, errorNumber } = answerOf(error);
  if (!errorNumber) return { json: {}, text: '', refusals: reasonsOf(error, body) };
  log?.write('fault', { errorNumber, ...bugFacts(error) });
  const message = `出错了，没有改动任何数据。请把编号 ${errorNumber} 告诉管理员。`;
  const where = log ? [] : [{ code: 'fault_cause', message: String(bugFacts(error).message ?? '') }];
  return { json: {}, text: '', refusals: [{ code: 'fault', message, details: { errorNumber } }, ...where] };
}

function reasonsOf(error: unknown, body: unknown): readonly Reason[] {
  if (error instanceof WrongShape) return error.refusals;
  return (body as { refusals: readonly Reason[] }).refusals;
}

/** A set day stands over everything printed; beside a JSON document it goes to standard error. */
function printSetDay(isJson: boolean, output: Output): void {
  const day = process.env.SHUANGYONG_TODAY;
  if (day) (isJson ? output.err : output.out)(`今天按 ${day}（SHUANGYONG_TODAY）\n`);
}

function print(result: CommandResult, isJson: boolean, output: Output): void {
  const { json, text, refusals = [], failed = false } = result;
  printSetDay(isJson, output);
  for (const { message } of refusals) output.err(`${message}\n`);
  if (result.streamed) return;
  if (isJson) output.out(`${JSON.stringify(documentOf(json, refusals), null, 2)}\n`);
  else if (text !== '') output.out(`${text}\n`);
  if (refusals.length > 0 || failed) output.exit(1);
}

// One document: the refusals stand beside whatever the command answered.
function documentOf(json: unknown, refusals: readonly Reason[]): unknown {
  if (refusals.length === 0) return json;
  return typeof json === 'object' && json !== null ? { ...json, refusals } : { refusals };
}
