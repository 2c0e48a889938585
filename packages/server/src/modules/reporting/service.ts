import { day } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { type FigureScope, placedScope } from '../indicators/index.ts';
import { type Catalogue, type ReportFigures, reportFigures } from './figures.ts';
import {
  findDraft,
  findSigning,
  frozenFigures,
  peopleNames,
  type ReportPlace,
  type SavedDraft,
  type Signing,
  saveDraftRow,
} from './queries.ts';
import { freezeReport } from './sign.ts';
import {
  checkDraft,
  composeDraft,
  type Difference,
  type Draft,
  defaultCheckRules,
  defaultWording,
  type Figures,
  findUnsourced,
  laterDifferences,
  numberPlaces,
  type Problem,
  refreshDraft,
  reuseDraft,
} from './text/index.ts';

export interface Report {
  readonly draft: Draft;
  readonly state: SavedDraft['state'] | 'none';
  readonly version: number;
  readonly checks: readonly Problem[];
  readonly figures: ReportFigures;
  readonly signing: Signing | undefined;
  readonly differences: readonly Difference[];
  readonly scope: FigureScope;
}

const rules = defaultCheckRules();

async function villageNames(db: Db, place: ReportPlace): Promise<string[]> {
  const rows = await db
    .selectFrom('village')
    .select('name')
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('voided_at', 'is', null)
    .execute();
  return rows.map((row) => row.name);
}

async function freshDraft(db: Db, place: ReportPlace, year: number, own: ReportFigures): Promise<Draft> {
  return composeDraft({
    year,
    office: place.name,
    names: await villageNames(db, place),
    figures: own.figures,
    missingSheets: own.notes.missingSheets,
    wording: defaultWording(),
  });
}

/** What the year before answers; undefined when it has no records at all. */
async function lastYearFigures(
  db: Db,
  scope: FigureScope,
  catalogue: Catalogue,
): Promise<Figures | undefined> {
  const last = { ...scope, ...daysOfYear(scope.year - 1) };
  const { figures } = await reportFigures(db, last, catalogue);
  return [...figures.values()].some((figure) => figure.value !== null && figure.value !== 0)
    ? figures
    : undefined;
}

async function checksOf(db: Db, scope: FigureScope, catalogue: Catalogue, draft: Draft, figures: Figures) {
  const lastYear = await lastYearFigures(db, scope, catalogue);
  const people = await peopleNames(db, scope.countyId, scope.divisionIds);
  return checkDraft(draft, { figures, rules, people, ...(lastYear ? { lastYear } : {}) });
}

function daysOfYear(year: number): Pick<FigureScope, 'year' | 'from' | 'to' | 'asOf'> {
  const to = day(`${year}-12-31`);
  return { year, from: day(`${year}-01-01`), to, asOf: to };
}

/** Differences since the signing: of the printed words, and of a frozen value whose words stay (an unchanged 200余). */
async function differencesOf(
  db: Db,
  place: ReportPlace,
  signing: Signing,
  now: Figures,
): Promise<Difference[]> {
  const worded = laterDifferences(signing.draft, now);
  const told = new Set(worded.map((difference) => difference.code));
  const frozen = await frozenFigures(db, place.countyId, signing.id);
  const silent = frozen.flatMap(({ code, name, value }) => {
    const after = now.get(code)?.value ?? null;
    if (told.has(code) || JSON.stringify(after) === JSON.stringify(value)) return [];
    const words = `${name}：签发时为 ${numberWords(value)}，现为 ${numberWords(after)}。`;
    return [
      { place: '', code, name, before: numberWords(value), after: numberWords(after), sentence: words },
    ];
  });
  return [...worded, ...silent];
}

function numberWords(value: unknown): string {
  if (value === null || value === undefined) return '没有数';
  if (typeof value === 'object' && 'num' in value && 'den' in value) return `${value.num}/${value.den}`;
  return String(value);
}

/** The summary of a year as it stands: a signed one as signed, a draft with its figures written anew, else a fresh one. */
export async function getReport(
  db: Db,
  place: ReportPlace,
  year: number,
  catalogue: Catalogue,
): Promise<Report> {
  const scope = await placedScope(db, place, year);
  const figures = await reportFigures(db, scope, catalogue);
  const saved = await findDraft(db, place, year);
  const signing = await findSigning(db, place, year);
  const signedStands = signing !== undefined && (saved === undefined || saved.state === 'signed');
  const draft = signedStands
    ? signing.draft
    : saved
      ? refreshDraft(saved.draft, figures.figures)
      : await freshDraft(db, place, year, figures);
  const checks = signedStands ? [] : await checksOf(db, scope, catalogue, draft, figures.figures);
  const differences = signing ? await differencesOf(db, place, signing, figures.figures) : [];
  return {
    draft,
    state: saved?.state ?? 'none',
    version: saved?.version ?? 0,
    checks,
    figures,
    signing,
    differences,
    scope,
  };
}

function requireOpen(saved: SavedDraft | undefined, version: number): void {
  if (saved?.state === 'signed') refuse('signed', '已签发并冻结。以后的更正另出说明，不改原文。');
  if (saved?.state === 'sent') refuse('sent', '已送签，等领导签发。要改请先退回。');
  if ((saved?.version ?? 0) !== version)
    refuse('changed_meanwhile', '这份总结刚才有人存过。您的改动还在，请对照后再存。', {
      version: saved?.version ?? 0,
    });
}

/** Writes the first draft: by the wording, or from last year's text with this year's figures. Refuses `no_last_year`. */
export async function composeReport(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  year: number,
  from: 'wording' | 'lastYear',
  version: number,
  catalogue: Catalogue,
): Promise<void> {
  requireOpen(await findDraft(db, place, year, true), version);
  const scope = await placedScope(db, place, year);
  const own = await reportFigures(db, scope, catalogue);
  const draft =
    from === 'wording'
      ? await freshDraft(db, place, year, own)
      : await fromLastYear(db, place, year, own.figures);
  await saveDraftRow(db, ctx, place, draft, 'draft');
  await note(db, ctx, place, year, 'report.compose');
}

async function fromLastYear(db: Db, place: ReportPlace, year: number, figures: Figures): Promise<Draft> {
  const last =
    (await findSigning(db, place, year - 1))?.draft ?? (await findDraft(db, place, year - 1))?.draft;
  return reuseDraft(last ?? refuse('no_last_year', `没有 ${year - 1} 年的总结可以沿用。`), figures, year);
}

/** Saves the office's own words. The text of every figure is written anew from the records, never taken from the page. */
export async function saveReport(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  year: number,
  version: number,
  draft: Draft,
  catalogue: Catalogue,
): Promise<void> {
  if (draft.year !== year) refuse('other_year', '这份文稿不是这一年的。');
  requireOpen(await findDraft(db, place, year, true), version);
  const scope = await placedScope(db, place, year);
  const { figures } = await reportFigures(db, scope, catalogue);
  await saveDraftRow(db, ctx, place, numberPlaces(refreshDraft(draft, figures)), 'draft');
  await note(db, ctx, place, year, 'report.save');
}

function requireSourced(draft: Draft): void {
  const unsourced = findUnsourced(draft, rules);
  if (unsourced.length === 0) return;
  const words = unsourced.map(({ text }) => `「${text}」`).join('、');
  refuse('unsourced', `有 ${unsourced.length} 个数字没有来源：${words}。请绑定指标，或标为人工填报。`, {
    unsourced,
  });
}

/** Sends the draft to be signed. What is sent may still hold open questions, but no number without a source. */
export async function sendReport(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  year: number,
  version: number,
): Promise<void> {
  const saved = await findDraft(db, place, year, true);
  requireOpen(saved, version);
  if (!saved) return refuse('no_draft', '还没有文稿，请先生成初稿。');
  requireSourced(saved.draft);
  await saveDraftRow(db, ctx, place, saved.draft, 'sent');
  await note(db, ctx, place, year, 'report.send');
}

/** Gives a sent draft back to be changed. */
export async function returnReport(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  year: number,
  reason: string,
): Promise<void> {
  const saved = await findDraft(db, place, year, true);
  if (saved?.state !== 'sent') return refuse('not_sent', '没有送签中的总结。');
  await saveDraftRow(db, ctx, place, saved.draft, 'draft');
  await note(db, ctx, place, year, 'report.return', { reason });
}

/**
 * Signs: text, values and record sets are frozen. Refuses `not_sent`, `signed`, and `unsourced` while a number has no
 * source. `fresh` signs straight from the records where no draft was sent (the command line's `--sign`).
 */
export async function signReport(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  year: number,
  catalogue: Catalogue,
  how: { readonly paperId?: string | undefined; readonly fresh?: boolean },
): Promise<string> {
  const saved = await findDraft(db, place, year, true);
  if (saved?.state === 'signed') refuse('signed', '已签发并冻结。以后的更正另出说明，不改原文。');
  if (saved?.state !== 'sent' && !how.fresh) refuse('not_sent', '还没有送签。请经办人先点「送签」。');
  const scope = await placedScope(db, place, year);
  const own = await reportFigures(db, scope, catalogue);
  const draft = saved ? refreshDraft(saved.draft, own.figures) : await freshDraft(db, place, year, own);
  requireSourced(draft);
  const id = await freezeReport(db, ctx, place, scope, catalogue, {
    draft,
    figures: own.figures,
    paperId: how.paperId,
  });
  await saveDraftRow(db, ctx, place, draft, 'signed');
  await note(db, ctx, place, year, 'report.sign', { signingId: id });
  return id;
}

function note(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  year: number,
  action: string,
  detail: Record<string, unknown> = {},
) {
  return recordEvent(db, ctx, {
    countyId: place.countyId,
    divisionId: place.divisionId,
    action,
    recordKind: 'report',
    recordId: String(year),
    detail,
  });
}
