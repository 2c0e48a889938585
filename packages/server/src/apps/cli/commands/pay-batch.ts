import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { recomputeBatch } from '../../../modules/benefits/index.ts';
import {
  answerException,
  approveBatch,
  type BatchAnswer,
  type BatchPlace,
  batchPlaceOf,
  cancelBatch,
  closeBatch,
  exportBatch,
  itemsOfLines,
  listLines,
  placeOfBatch,
  readResult,
  releaseLine,
  reviewBatch,
  sendBackBatch,
  showBatch,
  submitBatch,
  takeResult,
} from '../../../modules/disbursement/index.ts';
import { bytesAt } from '../arguments.ts';
import type { CliSession, CommandResult } from '../command.ts';
import { batchText, requireHand } from './pay-words.ts';

/** A batch by its id or number; `--division` tells apart several of one number. */
export interface OfBatch {
  readonly batch: string;
  readonly division?: string;
}

/** The place the batch is in, if it is the caller's. */
async function placeAt(session: CliSession, tx: Db, { batch, division }: OfBatch): Promise<BatchPlace> {
  const code = division ?? (await placeOfBatch(tx, batch));
  const place = code === undefined ? await session.own(tx, 'pay.read') : await session.place(tx, code);
  return batchPlaceOf(tx, place);
}

/** One thing that is done to a batch by a user with his pass code. */
function step<T extends OfBatch>(
  work: (tx: Db, ctx: Ctx, place: BatchPlace, asked: T) => Promise<BatchAnswer>,
): (session: CliSession, asked: T) => Promise<CommandResult> {
  return async (session, asked) => {
    requireHand(session);
    const json = await session.write(async (tx, ctx) => {
      const place = await placeAt(session, tx, asked);
      return work(tx, ctx, place, asked);
    });
    return { json, text: batchText(json) };
  };
}

export interface Signed extends OfBatch {
  readonly hash: string;
  readonly signer?: string;
  readonly paper?: string;
}

export interface Reasoned extends OfBatch {
  readonly reason: string;
}

export interface Answered extends Reasoned {
  readonly key: string;
  readonly pay?: boolean;
  readonly hold?: boolean;
}

const signing = ({ hash, signer, paper }: Signed) => ({ hash, signer, paperId: paper });

const chosen = ({ pay = false, hold = false }: Answered): 'pay' | 'hold' =>
  pay === hold
    ? refuse('answer_missing', '请写 --pay（照发）或 --hold（缓发），只写一个。')
    : pay
      ? 'pay'
      : 'hold';

export const submitted = step((tx, ctx, place, asked: Signed) =>
  submitBatch(tx, ctx, place, asked.batch, signing(asked)),
);
export const reviewed = step((tx, ctx, place, asked: Signed) =>
  reviewBatch(tx, ctx, place, asked.batch, signing(asked)),
);
export const approved = step((tx, ctx, place, asked: Signed) =>
  approveBatch(tx, ctx, place, asked.batch, signing(asked)),
);
export const sentBack = step((tx, ctx, place, { batch, hash, reason }: Signed & Reasoned) =>
  sendBackBatch(tx, ctx, place, batch, { hash, reason }),
);
export const cancelled = step((tx, ctx, place, { batch, reason }: Reasoned) =>
  cancelBatch(tx, ctx, place, batch, reason),
);
export const recomputed = step(
  async (tx, ctx, place, { batch }: OfBatch) => (await recomputeBatch(tx, ctx, place, batch, newId())).batch,
);
export const answered = step((tx, ctx, place, asked: Answered) =>
  answerException(tx, ctx, place, asked.batch, {
    ...{ key: asked.key, answer: chosen(asked), reason: asked.reason },
  }),
);
export const released = step(
  (tx, ctx, place, { batch, line, reason }: Reasoned & { readonly line: string }) =>
    releaseLine(tx, ctx, place, batch, { lineId: line, reason }),
);
export const closed = step((tx, ctx, place, { batch }: OfBatch) => closeBatch(tx, ctx, place, batch));

const EXTENSIONS = { fixed: '.txt', xlsx: '.xlsx' } as const;

/** The bank's file: its layout by the name's ending, its bytes the same every time. */
export async function exported(
  session: CliSession,
  { out, ...asked }: OfBatch & { readonly out: string },
): Promise<CommandResult> {
  requireHand(session);
  const layout = extname(out).toLowerCase() === EXTENSIONS.fixed ? 'fixed' : 'xlsx';
  const { dataDir } = session.runtime;
  const { answer, file, bytes } = await session.write(async (tx, ctx) =>
    exportBatch(tx, ctx, await placeAt(session, tx, asked), asked.batch, { layout, dataDir }),
  );
  if (extname(file.name) !== EXTENSIONS[layout])
    refuse('layout_other', `这一批已经导出为 ${file.name}，请把 --out 也写成 ${extname(file.name)}。`);
  await writeFile(out, bytes).catch(() =>
    refuse('file_unwritable', `写不了文件 ${out}。请换个位置，再导出一次。`),
  );
  const { name, rows, totalFen, sha256 } = file;
  return { json: { ...answer, file: { name, rows, totalFen, sha256 } }, text: batchText(answer) };
}

export async function resultTaken(
  session: CliSession,
  { file, ...asked }: OfBatch & { readonly file: string },
): Promise<CommandResult> {
  requireHand(session);
  const bytes = await bytesAt(file);
  const rows = await readResult(bytes);
  const { dataDir } = session.runtime;
  const { answer, counts } = await session.write(async (tx, ctx) =>
    takeResult(tx, ctx, await placeAt(session, tx, asked), asked.batch, {
      ...{ rows, bytes, name: basename(file), dataDir },
    }),
  );
  return { json: { ...answer, counts }, text: batchText(answer) };
}

async function everyLine(tx: Db, ctx: Ctx, place: BatchPlace, batch: string) {
  const all = { filter: 'all', offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;
  const { lines } = await listLines(tx, ctx, place, batch, all);
  const items = await itemsOfLines(tx, place.countyId, batch);
  return lines.map(({ person, idTail, ...line }) => ({
    ...{ ...line, person: { ...person, idTail }, items: items.get(line.id) ?? [] },
  }));
}

/** A batch whole: its head, lines and exceptions. Also for the owner of the machine. */
export async function shown(session: CliSession, asked: OfBatch): Promise<CommandResult> {
  const json = await session.read(async (tx, ctx) => {
    const place = await placeAt(session, tx, asked);
    const { id, held, ...head } = await showBatch(tx, ctx, place, asked.batch);
    return {
      batch: id,
      held: held.lines,
      heldFen: held.fen,
      ...head,
      items: await everyLine(tx, ctx, place, id),
    };
  });
  return { json, text: batchText(json) };
}
