import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type BankFile, bankBytes, bankRows, bytesOf, filesOf, keepBankFile } from './bank-file.ts';
import { BANK_LAYOUTS, type LayoutCode } from './bank-layout.ts';
import { addStep } from './batch-event.ts';
import { changedPeople, endedLines } from './batch-facts.ts';
import { answerOf, type BatchAnswer, type BatchHead, type BatchPlace, holdBatch } from './batch-find.ts';
import { heldPeople } from './batch-open.ts';
import { handsOf, isOnePerson, requireMay, requireOther, requireState } from './batch-rules.ts';
import type { BatchState } from './batch-words.ts';
import { lockPeople } from './claim-hold.ts';
import { addLineEvents, type NewLineEvent, type StandingLine, standingLines } from './line-event.ts';

export interface Exporting {
  readonly layout: LayoutCode;
  readonly dataDir: string;
}

export interface Exported {
  readonly answer: BatchAnswer;
  readonly file: BankFile;
  readonly bytes: Buffer;
  /** False when these bytes had been made before. */
  readonly isNew: boolean;
}

/** Steps with the bank's papers are never the maker's; in an office of one person they are. */
export async function requireBankHand(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  states: readonly BatchState[],
): Promise<void> {
  const onePerson = await isOnePerson(db, ctx, place, batch);
  requireMay(ctx, batch, onePerson ? ['pay.bank', 'pay.make'] : ['pay.bank']);
  requireState(batch, states);
  const { makers } = await handsOf(db, place.countyId, batch);
  if (!onePerson) await requireOther(db, ctx, place, batch, 'pay.bank', makers);
}

/**
 * Lines that may go out now; whoever changed or was put on hold after the approval, or whose account was ended, is held
 * back instead.
 */
async function sortLines(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  open: readonly StandingLine[],
) {
  const people = open.map(({ personId }) => personId);
  await lockPeople(db, place.countyId, people);
  const changed = new Set((await changedPeople(db, place, batch)).map(({ lineId }) => lineId));
  const onHold = await heldPeople(db, place.countyId, people);
  const ended = await endedLines(db, place, batch);
  const codeOf = ({ id, personId }: StandingLine) => {
    if (onHold.has(personId)) return 'hold';
    if (changed.has(id)) return 'facts_changed';
    return ended.has(id) ? 'account_ended' : undefined;
  };
  const held: readonly NewLineEvent[] = open.flatMap((line) => {
    const code = codeOf(line);
    return code === undefined ? [] : [{ lineId: line.id, state: 'held', code }];
  });
  await addLineEvents(db, ctx, place.countyId, held);
  const kept = open.filter((line) => codeOf(line) === undefined);
  return { toBank: kept.filter(({ fen }) => fen > 0), settled: kept.filter(({ fen }) => fen === 0) };
}

/** Rows of the bank's file begin below its head. */
const FIRST_ROW = 2;

async function makeFile(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  open: readonly StandingLine[],
  { layout, dataDir }: Exporting,
): Promise<Exported> {
  const { countyId } = place;
  const { toBank, settled } = await sortLines(db, ctx, place, batch, open);
  if (toBank.length + settled.length === 0)
    refuse('nothing_to_export', '这一批的每一笔都缓发了，没有可以送银行的：先放行，或撤回批次。');
  const rows = await bankRows(
    db,
    ctx,
    countyId,
    batch,
    toBank.map(({ id }) => id),
  );
  const totalFen = toBank.reduce((sum, { fen }) => sum + fen, 0);
  const bytes = await bankBytes(layout, rows, totalFen);
  const before = (await filesOf(db, countyId, batch.id)).filter(
    ({ direction }) => direction === 'out',
  ).length;
  const name = `${batch.number}${before > 0 ? `-补${before}` : ''}.${BANK_LAYOUTS[layout].extension}`;
  const kept = { direction: 'out', layout, name, rows: rows.length, totalFen, bytes } as const;
  const file = await keepBankFile(db, ctx, countyId, batch.id, dataDir, kept);
  const sent: readonly NewLineEvent[] = toBank.map(({ id: lineId }, at) => ({
    ...{ lineId, state: 'in_file', fileId: file.id, fileRow: at + FIRST_ROW },
  }));
  const offset: readonly NewLineEvent[] = settled.map(({ id: lineId }) => ({
    ...{ lineId, state: 'paid', reason: '全部抵扣，不经银行' },
  }));
  await addLineEvents(db, ctx, countyId, [...sent, ...offset]);
  const { id: batchId, number, seq, round, lines, totalFen: all, hash, divisionId } = batch;
  const step = { batchId, number, seq: seq + 1, round, state: 'exported', lines, hash } as const;
  await addStep(db, ctx, { ...place, divisionId }, { ...step, totalFen: all });
  return { answer: await answerOf(db, place, batchId), file, bytes, isNew: true };
}

/**
 * Makes the bank's file of an approved batch, once: asked again it answers the same bytes, and lines released since
 * go out in a file of their own. Whoever's facts changed after the approval, whose account was ended, or
 * who was put on hold, is held back.
 * Refuses `not_allowed`, `wrong_state`, `same_actor`, `nothing_to_export`, `rare_character`.
 */
export async function exportBatch(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  asked: Exporting,
): Promise<Exported> {
  const batch = await holdBatch(db, place, ref);
  await requireBankHand(db, ctx, place, batch, ['approved', 'exported', 'closed']);
  const lines = await standingLines(db, place.countyId, batch.id);
  const open = lines.filter(({ state }) => state === null || state === 'released');
  if (batch.state !== 'closed' && open.length > 0) return makeFile(db, ctx, place, batch, open, asked);
  const file = (await filesOf(db, place.countyId, batch.id)).findLast(({ direction }) => direction === 'out');
  if (file === undefined)
    return refuse('nothing_to_export', '这一批的每一笔都缓发了，没有可以送银行的：先放行，或撤回批次。');
  const bytes = await bytesOf(asked.dataDir, file);
  return { answer: await answerOf(db, place, batch.id), file, bytes, isNew: false };
}
