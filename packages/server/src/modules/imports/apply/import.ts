import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { readWorkbook, type WorkbookLimits, WorkbookRefused } from '../../../platform/workbook/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { type Division, findDivision, villageKind } from '../../divisions/index.ts';
import { spellKind } from '../../registry/index.ts';
import {
  type Counts,
  createRowReader,
  type Issue,
  type Issues,
  type Learned,
  mergeLearned,
  NOTHING_LEARNED,
  noIssues,
  readLearned,
  recogniseSheet,
  unitSheet,
  zeroCounts,
} from '../plan/index.ts';
import { type Ahead, createAhead, type SoFar, takeBack, WrittenTooSoon } from './ahead.ts';
import { refuseClosed } from './closed.ts';
import { linkEvidence } from './evidence.ts';
import type { FileSource } from './files.ts';
import { warnOfChangedKeys } from './key-changed.ts';
import { numberEqualKeys } from './keys.ts';
import { findKnown } from './known.ts';
import { refuseOverlaps } from './overlap.ts';
import { createPaperFiles, warnOfPapers, writeStoredFiles } from './papers.ts';
import { linkEarlierRows, projectPeople, writePeople } from './people.ts';
import { type ReadResult, type ReadSheet, readIntoStages } from './read.ts';
import { refuseTwoNames } from './same-number.ts';
import type { Scope } from './scope.ts';
import { createSealer } from './sealer.ts';
import { analyzeStage, dropStages } from './stage.ts';
import { placeOf, type Unit, unitOf, writeUnit } from './unit.ts';
import { resolveVillages } from './villages.ts';
import { countRows, writeRows } from './write.ts';

export interface ImportInput {
  /** Path of the workbook, or its bytes. */
  readonly file: string | Uint8Array;
  readonly fileName: string;
  /** Every kind of record there is, in the order of the workbook. */
  readonly kinds: readonly KindDef[];
  readonly dataDir: string;
  /** Where the files of 档案 are; none: papers stand without files. */
  readonly files?: FileSource | undefined;
  /** A trial writes no files; its transaction is rolled back by the caller. */
  readonly isTrial?: boolean;
  /** Whose file it is when it has no sheet 单位. */
  readonly unit?: Unit | undefined;
  /** Spellings that count for this file beside those remembered. */
  readonly learned?: Learned | undefined;
  /** Records (`kind:id`) that shall stay as they are. */
  readonly skipUpdates?: readonly string[] | undefined;
  readonly isKnownItem?: ((item: string) => boolean) | undefined;
  readonly limits?: WorkbookLimits | undefined;
  /** Rows that go to the database at once; those of a first roll are written while the next are read. */
  readonly partRows?: number | undefined;
}

const PART_ROWS = 5_000;

export interface ImportResult {
  readonly importId: string;
  /** Number of the receipt, `D-0012`. */
  readonly number: string;
  readonly division: Division;
  readonly year: number;
  readonly file: { readonly name: string; readonly sha256: string };
  /** By the contract's sheet. */
  readonly sheets: Readonly<Record<string, Counts>>;
  /** By the file's own sheet. */
  readonly read: readonly ReadSheet[];
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  readonly notes: Issues['notes'];
}

export async function fileSha256(file: string | Uint8Array): Promise<string> {
  const digest = createHash('sha256');
  if (typeof file !== 'string') return digest.update(file).digest('hex');
  for await (const chunk of createReadStream(file)) digest.update(chunk as Buffer);
  return digest.digest('hex');
}

/** Only the checklists that ship are known until others are entered. */
const isShippedItem = (item: string) => /^(?:town-self-check|镇级自查清单)[:：]\S+$/.test(item);

/**
 * Imports a workbook inside the caller's transaction: every row taken or refused with its reason, nothing in between.
 * Refuses the whole file with `not_xlsx`, `encrypted`, `damaged`, `too_large`, `bomb`, `no_rows` or `unit_row`; not
 * found where the caller may not import.
 */
export async function importWorkbook(db: Db, ctx: Ctx, input: ImportInput): Promise<ImportResult> {
  try {
    return await importOnce(db, ctx, input, true);
  } catch (error) {
    if (!(error instanceof WrittenTooSoon)) throw error;
    await takeBack(db);
    return importOnce(db, ctx, input, false);
  }
}

async function importOnce(
  db: Db,
  ctx: Ctx,
  input: ImportInput,
  mayWriteAhead: boolean,
): Promise<ImportResult> {
  await dropStages(db);
  const issues = noIssues();
  const papers = createPaperFiles(input.files, input.dataDir, input.isTrial !== true);
  const learned = mergeLearned(await learnedFor(db, ctx, input), input.learned ?? NOTHING_LEARNED);
  const { file, kinds, limits, partRows = PART_ROWS } = input;
  const sealer = createSealer(ctx.keys);
  const counts = new Map<string, Counts>();
  const importId = newId();
  const makeScope = (place: Division, staged: readonly KindDef[]) =>
    scopeOf(db, ctx, input, { importId, counts, issues, kinds: staged }, place);
  const open = async ({ units, staged }: SoFar) => {
    const place = await placeOf(db, ctx, unitOf(units, units.length, issues.errors, input.unit));
    await lockPlace(db, place);
    return makeScope(
      place,
      kinds.filter((kind) => staged.has(kind)),
    );
  };
  const ahead = createAhead({
    ...{ db, partRows, open: mayWriteAhead ? open : undefined, prepare: writeVillages },
  });
  const reading = { file, kinds, learned, today: ctx.today, issues, counts, papers, sealer, ahead, partRows };
  const found = await orRefuse(readIntoStages(db, { ...reading, limits }));
  const unitCounts = sumCounts(found.sheets.filter((sheet) => sheet.as === unitSheet.sheet));
  const unit = unitOf(found.units, unitCounts.read, issues.errors, input.unit);
  const place = await placeOf(db, ctx, unit);
  await lockPlace(db, place);
  const scope = makeScope(place, found.staged);
  if (unitCounts.read > 0) await writeUnit(db, ctx, place, unit, scope.importId, unitSheetCounts(found));
  await writeStoredFiles(db, place.countyId, papers);
  await carryOut(scope, input, ahead);
  return finish(scope, input, found, unit, place);
}

async function orRefuse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof WorkbookRefused) return refuse(error.code, error.message);
    throw error;
  }
}

/** Of a file whose township taught us spellings these are needed before its first sheet is read. */
async function learnedFor(db: Db, ctx: Ctx, input: ImportInput): Promise<Learned> {
  const { rows } = await sql`select 1 from learned_word limit 1`.execute(db);
  if (rows.length === 0) return NOTHING_LEARNED;
  const code = (await orRefuse(peekUnitCode(ctx, input))) ?? input.unit?.code;
  const place = code === undefined ? undefined : await findDivision(db, code);
  return place ? readLearned(db, place.countyId, place.id) : NOTHING_LEARNED;
}

async function peekUnitCode(ctx: Ctx, input: ImportInput): Promise<string | undefined> {
  for await (const sheet of readWorkbook(input.file, input.limits)) {
    const { plan } = recogniseSheet(sheet, [unitSheet, ...input.kinds], NOTHING_LEARNED);
    if (plan?.kind !== unitSheet) continue;
    const issues = noIssues();
    const reader = {
      sheet: sheet.name,
      plan,
      learned: NOTHING_LEARNED,
      today: ctx.today,
      issues,
      counts: zeroCounts(),
    };
    const read = createRowReader(reader);
    const row = sheet.head.map(read).find((planned) => planned !== undefined);
    return row ? String(row.values[0]) : undefined;
  }
  return undefined;
}

/** Two imports of one township wait for each other. */
async function lockPlace(db: Db, place: Division): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('shuangyong.import'), hashtext(${place.id}))`.execute(db);
}

function scopeOf(
  db: Db,
  ctx: Ctx,
  input: ImportInput,
  of: Pick<Scope, 'importId' | 'counts' | 'issues' | 'kinds'>,
  place: Division,
): Scope {
  return {
    db,
    ctx,
    countyId: place.countyId,
    divisionId: place.id,
    fileName: input.fileName,
    at: new Date(ctx.now).toISOString(),
    skip: new Set(input.skipUpdates ?? []),
    ...of,
  };
}

/** What needs the whole file, in the order in which one step rests on another; what is written ahead rests already. */
async function carryOut(scope: Scope, input: ImportInput, ahead: Ahead): Promise<void> {
  const waiting = scope.kinds.filter((kind) => !ahead.written.includes(kind));
  const others = waiting.filter((kind) => kind !== villageKind);
  if (ahead.written.length === 0) await writeVillages(scope);
  for (const kind of others) await analyzeStage(scope.db, kind);
  await resolveVillages(scope, others);
  if (others.length > 0) await refuseTwoNames(scope);
  for (const kind of others) {
    await numberEqualKeys(scope, kind);
    await findKnown(scope, kind);
    await refuseClosed(scope, kind);
  }
  if (others.includes(spellKind)) await refuseOverlaps(scope);
  await warnOfPapers(scope, input.isKnownItem ?? isShippedItem);
  await writePeople(scope, others);
  for (const kind of others) await writeRows(scope, kind);
  for (const kind of ahead.written) await countRows(scope, kind);
  if (!ahead.areAllNew) await projectPeople(scope);
  await linkEarlierRows(scope, input.kinds);
  await linkEvidence(scope, input.kinds);
  await warnOfChangedKeys(scope);
}

/** Villages come first: rows of other sheets name them. */
async function writeVillages(scope: Scope): Promise<void> {
  if (!scope.kinds.includes(villageKind)) return;
  await analyzeStage(scope.db, villageKind);
  await numberEqualKeys(scope, villageKind);
  await findKnown(scope, villageKind);
  await writeRows(scope, villageKind);
}

function unitSheetCounts(found: ReadResult): Counts {
  return (
    found.sheets.find((sheet) => sheet.as === unitSheet.sheet && sheet.counts.read > 0)?.counts ??
    zeroCounts()
  );
}

function sumCounts(sheets: readonly ReadSheet[]): Counts {
  const total = zeroCounts();
  for (const { counts } of sheets)
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
  return total;
}

function countsBySheet(sheets: readonly ReadSheet[]): Record<string, Counts> {
  const names = new Set(sheets.map((sheet) => sheet.as ?? sheet.name).filter((name) => name !== null));
  const known = (name: string) => sheets.filter((sheet) => (sheet.as ?? sheet.name) === name);
  const used = [...names].filter((name) =>
    known(name).some((sheet) => sheet.as !== null || sheet.counts.read > 0),
  );
  return Object.fromEntries(used.map((name) => [name, sumCounts(known(name))]));
}

function inFileOrder(sheets: readonly ReadSheet[], issues: readonly Issue[]): Issue[] {
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  const place = (issue: Issue) => order.get(issue.sheet) ?? 0;
  return [...issues].sort((left, right) => place(left) - place(right) || left.row - right.row);
}

async function finish(
  scope: Scope,
  input: ImportInput,
  found: ReadResult,
  unit: Unit,
  division: Division,
): Promise<ImportResult> {
  const { db, ctx, countyId, divisionId, importId, issues } = scope;
  const sha256 = await fileSha256(input.file);
  const sheets = countsBySheet(found.sheets);
  const total = sumCounts(found.sheets);
  await sql`insert into import_log (county_id, id, division_id, year, file_name, sha256, counts, refused, imported_at,
      imported_by)
    values (${countyId}, ${importId}, ${divisionId}, ${unit.year}, ${input.fileName}, ${Buffer.from(sha256, 'hex')},
      ${JSON.stringify(sheets)}, ${total.refused}, ${scope.at}, ${ctx.actor.name})`.execute(db);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from import_log where county_id = ${countyId}`.execute(db);
  const number = `D-${String(rows[0]?.n ?? 0).padStart(4, '0')}`;
  const detail = { number, year: unit.year, ...total };
  await recordEvent(db, ctx, {
    countyId,
    action: 'import.file',
    divisionId,
    recordKind: 'import',
    recordId: importId,
    detail,
  });
  return {
    importId,
    number,
    division,
    year: unit.year,
    file: { name: input.fileName, sha256 },
    sheets,
    read: found.sheets,
    errors: inFileOrder(found.sheets, issues.errors),
    warnings: inFileOrder(found.sheets, issues.warnings),
    notes: issues.notes,
  };
}
