import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { placedScope } from '../indicators/index.ts';
import { type Catalogue, reportFigures } from './figures.ts';
import {
  findDraft,
  findSigning,
  moveDraft,
  type ReportPlace,
  type SavedDraft,
  saveDraftRow,
  villageNames,
} from './queries.ts';
import { checkRules, fingerprintOf, freshDraft } from './report.ts';
import { freezeReport } from './sign.ts';
import {
  type Draft,
  type Figures,
  findUnsourced,
  numberPlaces,
  ownedDraft,
  refreshDraft,
  reuseDraft,
} from './text/index.ts';

function requireOpen(saved: SavedDraft | undefined, version: number): void {
  if (saved?.state === 'signed') refuse('signed', '已签发并冻结。以后的更正另出说明，不改原文。');
  if (saved?.state === 'sent') refuse('sent', '已送签，等领导签发。要改请先退回。');
  if ((saved?.version ?? 0) !== version)
    refuse('changed_meanwhile', '这份总结刚才有人存过。您的改动还在，请对照后再存。', {
      version: saved?.version ?? 0,
    });
}

/**
 * Writes the first draft: by the wording, or from last year's text with this year's figures. Refuses `no_last_year`,
 * and like every change `signed`, `sent` and `changed_meanwhile`.
 */
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
  const own = await reportFigures(db, await placedScope(db, place, year), catalogue);
  const draft =
    from === 'wording'
      ? await freshDraft(db, place, year, own)
      : await fromLastYear(db, place, year, own.figures);
  await saveDraftRow(db, ctx, place, draft);
  await note(db, ctx, place, year, 'report.compose');
}

async function fromLastYear(db: Db, place: ReportPlace, year: number, figures: Figures): Promise<Draft> {
  const last =
    (await findSigning(db, place, year - 1))?.draft ?? (await findDraft(db, place, year - 1))?.draft;
  return reuseDraft(last ?? refuse('no_last_year', `没有 ${year - 1} 年的总结可以沿用。`), figures, year);
}

/**
 * Saves the office's own words. What the page says of a figure, of who vouches for a number and of proper names is
 * never taken: figures are written anew from the records, a newly vouched number gets the caller's name, and names
 * are those of the place. Refuses `other_year`, `signed`, `sent`, `changed_meanwhile`.
 */
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
  const saved = await findDraft(db, place, year, true);
  requireOpen(saved, version);
  const { figures } = await reportFigures(db, await placedScope(db, place, year), catalogue);
  const names = [place.name, ...(await villageNames(db, place))];
  const owned = ownedDraft(draft, { before: saved?.draft, names, figures, who: ctx.actor.name });
  await saveDraftRow(db, ctx, place, numberPlaces(refreshDraft(owned, figures)));
  await note(db, ctx, place, year, 'report.save');
}

function requireSourced(draft: Draft): void {
  const unsourced = findUnsourced(draft, checkRules);
  if (unsourced.length === 0) return;
  const words = unsourced.map(({ text }) => `「${text}」`).join('、');
  refuse('unsourced', `有 ${unsourced.length} 个数字没有来源：${words}。请绑定指标，或标为人工填报。`, {
    unsourced,
  });
}

/**
 * Sends the draft to be signed. What is sent may still hold open questions, but no number without a source
 * (`unsourced`). Refuses `no_draft` besides what every change refuses.
 */
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
  await moveDraft(db, ctx, place, saved.draft, 'sent');
  await note(db, ctx, place, year, 'report.send');
}

/** Gives a sent draft back to be changed, with the reason. Refuses `not_sent`. */
export async function returnReport(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  year: number,
  reason: string,
): Promise<void> {
  const saved = await findDraft(db, place, year, true);
  if (saved?.state !== 'sent') return refuse('not_sent', '没有送签中的总结。');
  await moveDraft(db, ctx, place, saved.draft, 'draft');
  await note(db, ctx, place, year, 'report.return', { reason });
}

export interface SignHow {
  /** The scan of the paper that was signed by hand. */
  readonly paperId?: string | undefined;
  /** What the signer has read; refused `changed_meanwhile` when the text or a figure is another by now. */
  readonly fingerprint?: string | undefined;
  /** Signs straight from the records where no draft was sent (the command line's `--sign`). */
  readonly fresh?: boolean;
}

/**
 * Signs: text, annex, values and record sets are frozen. Refuses `not_sent`, `signed`, `changed_meanwhile`, and
 * `unsourced` while a number has no source.
 */
export async function signReport(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  year: number,
  catalogue: Catalogue,
  how: SignHow,
): Promise<string> {
  const saved = await findDraft(db, place, year, true);
  if (saved?.state === 'signed') refuse('signed', '已签发并冻结。以后的更正另出说明，不改原文。');
  if (saved?.state !== 'sent' && !how.fresh) refuse('not_sent', '还没有送签。请经办人先点「送签」。');
  const scope = await placedScope(db, place, year);
  const own = await reportFigures(db, scope, catalogue);
  const draft = saved ? refreshDraft(saved.draft, own.figures) : await freshDraft(db, place, year, own);
  if (how.fingerprint !== undefined && how.fingerprint !== fingerprintOf(draft))
    refuse('changed_meanwhile', '您打开以后，文稿或台账有变。请看过新的再签。');
  requireSourced(draft);
  const id = await freezeReport(db, ctx, place, scope, catalogue, { draft, own, paperId: how.paperId });
  if (!saved) await saveDraftRow(db, ctx, place, draft);
  await moveDraft(db, ctx, place, draft, 'signed');
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
