import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { type Month, monthText } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { readStoredFile } from '../../platform/files/store.ts';
import { type ZipOut, zipOut } from '../../platform/files/zip-out.ts';
import type { Place } from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { type WriteSheet, writeSheets } from '../../platform/workbook/index.ts';
import { recordEvent } from '../audit/index.ts';
import { lawOf } from '../standards/index.ts';
import { callSheet, rosterSheet } from './asked.ts';
import { type Ground, groundSheet, groundsOf, itemSheet } from './grounds.ts';
import { answerSheet, bankSheet, claimSheet, eventSheet, importedSheet, stepSheet } from './hands.ts';
import { batchRows, batchSheet, drawnLines, lineSheet, sampleSheet } from './lines.ts';
import { logSheet } from './log.ts';
import { notesText, sumsText } from './notes.ts';
import { type DossierPaper, paperFile, paperSheet, papersOf } from './papers.ts';
import type { DossierScope } from './scope.ts';
import { verdictSheets } from './verdicts.ts';

/** What is asked for. */
export interface DossierAsked {
  readonly from: Month;
  readonly to: Month;
  /** Who wants it and what for; kept in the log. */
  readonly reason: string;
  /** Names the draw, so that it can be repeated. */
  readonly seed: string;
  /** How many lines are drawn. */
  readonly sample: number;
  readonly full: boolean;
}

/** What a dossier holds. */
export interface DossierAnswer {
  readonly batches: number;
  readonly lines: number;
  readonly sampled: number;
  readonly papers: number;
  readonly files: number;
}

const MOST_MONTHS = 36;
/** A zip of this kind has no room for more than 4 GB. */
const MOST_BYTES = 3_500_000_000;

/**
 * Whether the caller may have it, asked before anything is written: whoever may export, and the auditor; whole numbers
 * only for those who may uncover them. Writes the line of the log. Refuses as the README says.
 */
export async function noteDossier(tx: Db, ctx: Ctx, place: Place, asked: DossierAsked): Promise<void> {
  const { from, to, seed, sample, full, reason } = asked;
  const mayHave = ctx.may('exports.write', place.code) || ctx.may('audit.byPerson', place.code);
  if (!ctx.may('pay.read', place.code) || !mayHave) refuse('not_allowed', '审计包由能导出的人或审计员制作。');
  if (full && !ctx.may('people.reveal', place.code))
    refuse('not_allowed', '完整的身份证号和账号要有查看权限，请去掉「完整号码」再做。');
  if (reason.trim() === '') refuse('reason_empty', '请写明给谁、为什么要做这份审计包。');
  if (from > to) refuse('months_order', `${monthText(from)} 在 ${monthText(to)} 之后，请把起止月份对调。`);
  if (to - from >= MOST_MONTHS) refuse('months_many', `一份最多 ${MOST_MONTHS} 个月，请分几份做。`);
  await recordEvent(tx, ctx, {
    ...{ countyId: place.countyId, divisionId: place.divisionId, action: 'dossier.make' },
    detail: { from: monthText(from), to: monthText(to), seed, sample, full, reason },
  });
}

interface Tools {
  readonly dataDir: string;
  readonly ctx: Ctx;
}

async function scopeOf(
  tx: Db,
  ctx: Ctx,
  place: Place,
  { from, to, full }: DossierAsked,
): Promise<DossierScope> {
  const { countyId, divisionId } = place;
  const divisionIds = [...new Set([divisionId, ...(await townshipsOf(tx, place))])];
  const law = await lawOf(tx, place);
  return { tx, keys: ctx.keys, countyId, divisionId, divisionIds, law, from, to, full };
}

async function book(zip: ZipOut, name: string, sheets: readonly WriteSheet[]): Promise<void> {
  await writeSheets(sheets, zip.file(name));
}

/** Original texts of the reasons: the hash of each is that of its text. */
async function originals(zip: ZipOut, grounds: readonly Ground[]): Promise<void> {
  const file = zip.file('2-依据原文.jsonl');
  for (const { hash, body } of grounds)
    if (!file.write(`${JSON.stringify({ sha256: hash, text: body })}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

async function paperFiles(
  zip: ZipOut,
  papers: readonly DossierPaper[],
  dataDir: string,
): Promise<Set<string>> {
  const lost = new Set<string>();
  for (const [index, paper] of papers.entries()) {
    if (paper.sha256 === null) continue;
    const bytes = await readStoredFile(dataDir, paper.sha256);
    if (bytes === undefined) lost.add(paper.id);
    else await zip.put(paperFile(paper, index), bytes);
  }
  return lost;
}

/**
 * Writes the dossier into `out`, which is ended. Reads through one transaction: `tx` gives one snapshot. Refuses
 * `nothing_in_months` and `too_large` before the first byte.
 */
export async function writeDossier(
  tx: Db,
  place: Place,
  asked: DossierAsked,
  { ctx, dataDir }: Tools,
  out: () => Writable,
): Promise<DossierAnswer> {
  const scope = await scopeOf(tx, ctx, place, asked);
  const batches = await batchRows(scope);
  if (batches.length === 0) refuse('nothing_in_months', '这几个月没有发放批次，请核对月份。');
  const papers = await papersOf(scope);
  if (papers.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    refuse('too_large', '这几个月的材料超过 3.5 GB，请缩短月份，分几份做。');
  const zip = zipOut(out(), ctx.now);
  const lines = batches.reduce((sum, batch) => sum + batch.lines, 0);
  const drawn = await drawnLines(scope, batches, asked);
  await book(zip, '1-发放明细.xlsx', [batchSheet(batches), lineSheet(scope, batches), importedSheet(scope)]);
  const grounds = await groundsOf(scope);
  await book(zip, '2-为什么是这个数.xlsx', [itemSheet(scope), groundSheet(scope, grounds)]);
  await originals(zip, grounds);
  const hands = [
    stepSheet(scope),
    bankSheet(scope),
    eventSheet(scope),
    answerSheet(scope),
    claimSheet(scope),
  ];
  await book(zip, '3-手续.xlsx', hands);
  const besides = [await rosterSheet(scope), await callSheet(scope)];
  await book(zip, '4-自查结论.xlsx', [...(await verdictSheets(scope, ctx.today)), ...besides]);
  await book(zip, '5-日志.xlsx', [logSheet(scope)]);
  await book(zip, '6-抽样名单.xlsx', [await sampleSheet(scope, batches, drawn)]);
  const lost = await paperFiles(zip, papers, dataDir);
  await book(zip, '7-材料目录.xlsx', [paperSheet(papers, lost)]);
  await zip.put('说明.txt', notesText({ place, asked, ctx, batches, lines, drawn: drawn.length }));
  await zip.put('校验.txt', sumsText(zip.files));
  const answer = { batches: batches.length, lines, sampled: drawn.length };
  await zip.end();
  return { ...answer, papers: papers.length, files: zip.files.length };
}
