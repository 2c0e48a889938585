import { createHash } from 'node:crypto';
import {
  type Day,
  daysBetween,
  fen,
  type Month,
  monthOfDay,
  monthText,
  yuanDisplay,
} from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { getSetting } from '../../platform/settings/index.ts';
import { confirmDay, confirmTiesPay, unconfirmedIn } from '../registry/index.ts';
import { NEW_ACCOUNT_DAYS } from './account-cooling.ts';
import type { BatchHead, BatchPlace } from './batch-find.ts';
import {
  asLate,
  beforeOf,
  lastImported,
  type PersonShare,
  type Previous,
  sharesOf,
} from './batch-previous.ts';
import type { BatchState } from './batch-words.ts';
import { PENSIONS } from './claim.ts';
import { factsOfLines, type LineFacts, lawOfBatch } from './exception-facts.ts';
import { firstImportQuestion, laterImportQuestion } from './exception-import.ts';
import type { Answer, BatchException } from './exception-told.ts';

type Found = Pick<BatchException, 'severity' | 'code' | 'words'>;

const MOST_LATE = 12;
const yuan = (amount: number) => yuanDisplay(fen(amount));

/** What every line is looked at with. */
interface Ground {
  /** One-off money: it is of no month that a death could end. */
  readonly award: string | undefined;
  readonly today: Day;
  readonly month: Month;
  readonly cutOver: Month | undefined;
  readonly unconfirmed: ReadonlySet<string>;
  readonly now: ReadonlyMap<string, PersonShare>;
  readonly previous: Previous | undefined;
  readonly previousLaw: string | undefined;
}

function redOf(line: LineFacts, { award, cutOver }: Ground): readonly Found[] {
  const found: Found[] = [];
  const red = (code: string, words: string) => found.push({ severity: 'red', code, words });
  if (line.diedOn !== null && line.afterDeathFen > 0)
    red(
      'died_paid',
      `${line.name} ${line.diedOn} 去世，本次有 ${yuan(line.afterDeathFen)} 元属于以后的月份。`,
    );
  if (line.diedOn !== null && award !== undefined && line.fen > 0)
    red('died_award', `${line.name} ${line.diedOn} 去世，${award}还在发给他，请核对该不该发、由谁领。`);
  if (line.afterSlip !== null)
    red(
      'moved_paid',
      `${line.name} 的迁移单写明已发至 ${monthText(line.afterSlip.paidThrough)}，以后由对方发，本次有 ${yuan(line.afterSlip.fen)} 元属于以后的月份。请核对停发年月。`,
    );
  if (cutOver !== undefined && line.beforeFen !== 0)
    red(
      'before_cutover',
      `${line.name} 有 ${yuan(line.beforeFen)} 元属于 ${monthText(cutOver)} 及以前，那时的发放是导入的，请核对有没有发过。`,
    );
  if (line.heldCode === 'hold' && line.heldBefore)
    red('held_again', `${line.name} 连续第二次缓发，请写明核实到了哪一步。`);
  return found;
}

/** Half as much again, or half as little, and nothing tells why: another right or grade, or a new rate, would. */
function isJump(line: LineFacts, { now, previous, previousLaw }: Ground): boolean {
  const [own, before] = [now.get(line.personId), previous?.shares.get(line.personId)];
  if (own === undefined || before === undefined || previous?.source === 'import') return false;
  if (before.factsSeq !== line.factsSeq || previousLaw !== line.lawHash) return false;
  // Who gets nothing of the month has no right, grade or rate to be told by.
  if (own.nowFen > 0 && (before.what !== own.what || before.ratesFrom !== own.ratesFrom)) return false;
  return before.nowFen > 0 && Math.abs(own.nowFen - before.nowFen) * 2 > before.nowFen;
}

function amberOf(line: LineFacts, ground: Ground): readonly Found[] {
  const found: Found[] = [];
  const amber = (code: string, words: string) => found.push({ severity: 'amber', code, words });
  const { accountSince, accountFromFirstImport, name } = line;
  if (accountSince !== null && !accountFromFirstImport) {
    const days = daysBetween(accountSince, ground.today);
    if (days < NEW_ACCOUNT_DAYS)
      amber('account_new', `${name} 的账号${days === 0 ? '今天' : ` ${days} 天前`}登记，请看卡片照片。`);
  }
  if (ground.unconfirmed.has(line.personId)) amber('unconfirmed', `${name} 今年还没有确认。`);
  if (isJump(line, ground)) amber('amount_jump', `${name} 的月额与上次相差过半，名册和标准都没有变。`);
  if (line.lateMonths > MOST_LATE)
    amber('arrears_long', `${name} 补发 ${line.lateMonths} 个月，从 ${monthText(line.firstMonth)} 起。`);
  return found;
}

const hashOf = (...parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Records that came in by a file and that nobody has looked at: asked of the first batch after an import. */
async function importQuestion(
  db: Db,
  place: BatchPlace,
  batch: BatchHead,
  { cutOver }: Ground,
  lastId: string | null,
): Promise<readonly BatchException[]> {
  if (lastId !== null) return laterImportQuestion(db, place, batch, lastId);
  return cutOver === undefined ? [] : firstImportQuestion(cutOver);
}

async function unconfirmedFor(db: Db, ctx: Ctx, place: BatchPlace): Promise<ReadonlySet<string>> {
  if (!(await getSetting(db, place, confirmTiesPay, ctx.today))) return new Set();
  const until = await confirmDay(db, place, Number(ctx.today.slice(0, 4)));
  return ctx.today > until ? unconfirmedIn(db, place, until) : new Set();
}

async function answersOf(db: Db, countyId: number, batchId: string) {
  const { rows } = await sql<
    Answer & { key: string; hash: string }
  >`select distinct on (key) key, answer, reason,
      actor_name as by, at::text as at, encode(facts_hash, 'hex') as hash
    from exception_answer where county_id = ${countyId} and batch_id = ${batchId} order by key, seq desc`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.key, row]));
}

function foundIn(line: LineFacts, ground: Ground): readonly BatchException[] {
  return [...redOf(line, ground), ...amberOf(line, ground)].map((found) => ({
    ...found,
    key: `${found.code}:${line.personId}`,
    ...{ personId: line.personId, personName: line.name, lineId: line.lineId, answer: null },
    paperId: found.code === 'account_new' ? line.cardId : null,
    factsHash: hashOf(found.code, line.personId, line.factsSeq, line.fen, line.accountSince),
  }));
}

/** What is read once for a batch: its shares, the payment before it, and its exceptions with their answers. */
export interface BatchView {
  readonly now: ReadonlyMap<string, PersonShare>;
  readonly previous: Previous | undefined;
  /** The month's payment already went its way: this batch comes on top. */
  readonly isMore: boolean;
  readonly exceptions: readonly BatchException[];
  /** Keys of the exceptions about each line, in their order. */
  readonly keysByLine: ReadonlyMap<string, readonly string[]>;
}

function keysByLine(exceptions: readonly BatchException[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { key, lineId, lineIds } of exceptions)
    for (const id of lineId === null ? (lineIds ?? []) : [lineId]) {
      const list = keys.get(id);
      if (list) list.push(key);
      else keys.set(id, [key]);
    }
  return keys;
}

/**
 * Everything odd about a batch, red first, each with the answer that still holds; of one that is approved only what was
 * answered.
 */
export async function viewBatch(db: Db, ctx: Ctx, place: BatchPlace, batch: BatchHead): Promise<BatchView> {
  const { countyId } = place;
  const isPensions = batch.kind === PENSIONS;
  const { previous, isMore, lastId } = await beforeOf(db, place, batch);
  const shares = await sharesOf(db, countyId, [batch.id], batch.payMonth);
  const now = isMore ? asLate(shares) : shares;
  const cutOver = isPensions ? await lastImported(db, place) : undefined;
  const ground: Ground = {
    award: isPensions ? undefined : batch.kind,
    ...{ today: ctx.today, month: monthOfDay(ctx.today), cutOver, now, previous },
    unconfirmed: isPensions ? await unconfirmedFor(db, ctx, place) : new Set(),
    previousLaw: previous?.id == null ? undefined : await lawOfBatch(db, countyId, previous.id),
  };
  const lines = await factsOfLines(db, place, batch, { cutOver, previousId: lastId });
  const answers = await answersOf(db, countyId, batch.id);
  const asked = isPensions ? await importQuestion(db, place, batch, ground, lastId) : [];
  const all = [...asked, ...lines.flatMap((line) => foundIn(line, ground))];
  const isDecided = DECIDED.includes(batch.state);
  const exceptions = all.map((one) => {
    const known = answers.get(one.key);
    if (known === undefined || !(isDecided || known.hash === one.factsHash)) return one;
    const { answer, reason, by, at } = known;
    return { ...one, answer: { answer, reason, by, at } };
  });
  // What became odd after the approval, somebody's death told late, is for the next batch and the claims.
  const told = isDecided ? exceptions.filter(({ answer }) => answer !== null) : exceptions;
  const sorted = redFirst(told);
  return { now, previous, isMore, exceptions: sorted, keysByLine: keysByLine(sorted) };
}

const DECIDED: readonly BatchState[] = ['approved', 'exported', 'closed', 'cancelled'];

const redFirst = (exceptions: readonly BatchException[]): readonly BatchException[] => [
  ...exceptions.filter(({ severity }) => severity === 'red'),
  ...exceptions.filter(({ severity }) => severity !== 'red'),
];

/** Red ones without an answer: they block the submission. */
export const openReds = (exceptions: readonly BatchException[]): readonly BatchException[] =>
  exceptions.filter(({ severity, answer }) => severity === 'red' && answer === null);
