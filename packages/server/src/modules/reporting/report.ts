import { createHash } from 'node:crypto';
import { day } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import { type FigureScope, placedScope } from '../indicators/index.ts';
import { type Catalogue, type ReportFigures, reportFigures } from './figures.ts';
import { differencesOf, type LaterDifference } from './later.ts';
import {
  findDraft,
  findReturn,
  findSigning,
  hasDraft,
  peopleNames,
  type ReportPlace,
  type Returned,
  type SavedDraft,
  type Signing,
  villageNames,
} from './queries.ts';
import {
  checkDraft,
  composeDraft,
  type Draft,
  defaultCheckRules,
  defaultWording,
  type Figures,
  type FigureValue,
  type Problem,
  refreshDraft,
} from './text/index.ts';

export interface Report {
  readonly draft: Draft;
  readonly state: SavedDraft['state'] | 'none';
  readonly version: number;
  /** Stands for every word and number of the draft: whoever signs says by it what he has read. */
  readonly fingerprint: string;
  readonly checks: readonly Problem[];
  readonly figures: ReportFigures;
  readonly signing: Signing | undefined;
  readonly differences: readonly LaterDifference[];
  readonly saved: SavedDraft | undefined;
  /** Given back by whoever signs, as long as it has not been sent again. */
  readonly returned: Returned | undefined;
  /** Whether the year before has a text that can be used again. */
  readonly hasLastYear: boolean;
  readonly scope: FigureScope;
}

export const checkRules = defaultCheckRules();

/** The figures as the summary shows them: those of a signed one as they were signed. */
export function shownFigures({ figures, signing }: Pick<Report, 'figures' | 'signing'>): Figures {
  if (!signing) return figures.figures;
  const frozen = signing.annex.entries.map(({ figure }) => [figure.code, figure] as const);
  return new Map<string, FigureValue>([...figures.figures, ...frozen]);
}

/** The fingerprint of a draft: another word, number or mark gives another. */
export function fingerprintOf({ title, blocks }: Draft): string {
  return createHash('sha256')
    .update(JSON.stringify([title, blocks]))
    .digest('hex')
    .slice(0, 16);
}

/** The draft as the records word it, saved by nobody. */
export async function freshDraft(
  db: Db,
  place: ReportPlace,
  year: number,
  own: ReportFigures,
): Promise<Draft> {
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
  const { figures } = await reportFigures(db, { ...scope, ...daysOfYear(scope.year - 1) }, catalogue);
  return [...figures.values()].some((figure) => figure.value !== null && figure.value !== 0)
    ? figures
    : undefined;
}

async function checksOf(db: Db, scope: FigureScope, catalogue: Catalogue, draft: Draft, figures: Figures) {
  const lastYear = await lastYearFigures(db, scope, catalogue);
  const people = await peopleNames(db, scope.countyId, scope.divisionIds);
  return checkDraft(draft, { figures, rules: checkRules, people, ...(lastYear ? { lastYear } : {}) });
}

function daysOfYear(year: number): Pick<FigureScope, 'year' | 'from' | 'to' | 'asOf'> {
  const to = day(`${year}-12-31`);
  return { year, from: day(`${year}-01-01`), to, asOf: to };
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
  const draft = signing
    ? signing.draft
    : saved
      ? refreshDraft(saved.draft, figures.figures)
      : await freshDraft(db, place, year, figures);
  return {
    draft,
    state: signing ? 'signed' : (saved?.state ?? 'none'),
    version: saved?.version ?? 0,
    fingerprint: fingerprintOf(draft),
    checks: signing ? [] : await checksOf(db, scope, catalogue, draft, figures.figures),
    figures,
    signing,
    differences: signing ? await differencesOf(db, scope, catalogue, signing, figures.figures) : [],
    saved,
    returned: saved?.state === 'draft' ? await findReturn(db, place, year, saved.sentAt) : undefined,
    hasLastYear: await hasDraft(db, place, year - 1),
    scope,
  };
}
