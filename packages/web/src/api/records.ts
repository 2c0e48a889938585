import type { PaperDraft } from '../components/PaperDrop.tsx';
import { type FigureValue, figureText } from '../lib/figures.ts';
import { answer, api, send } from './client.ts';
import type { Cell, Effects, RecordRow } from './types.ts';

/** Which record of which kind. */
export interface RecordRef {
  readonly division: string;
  readonly kind: string;
  readonly id: string;
}
export type CellChanges = Record<string, Cell>;

function onRecord({ division, kind, id }: RecordRef) {
  return { path: { kind, id }, query: { division } };
}

/** Enters a record. Refuses with the fields named. */
export function enterRecord(division: string, kind: string, cells: CellChanges): Promise<RecordRow> {
  return answer(
    api.POST('/api/records/{kind}', { params: { path: { kind }, query: { division } }, body: { cells } }),
  );
}

/**
 * What a correction would touch, measured by the server without making it: in the record's own year, for records
 * without a day in the year on the screen, and in every year that is signed.
 */
export function effectsOf(ref: RecordRef, year: number, cells: CellChanges): Promise<Effects> {
  const { path, query } = onRecord(ref);
  const params = { path, query: { ...query, year } };
  return answer(api.POST('/api/records/{kind}/{id}/effects', { params, body: { cells } }));
}

/** Corrects a record; `waiting` is the change that now waits for a second person, if it does. */
export function correctRecord(
  ref: RecordRef,
  body: { version: number; cells: CellChanges; reason: string; paperId?: string },
): Promise<{ row: RecordRow; waiting: string | null }> {
  return answer(api.POST('/api/records/{kind}/{id}/correct', { params: onRecord(ref), body }));
}

/** 「作废」: the record leaves every figure and can be restored. `waiting` is the change a right of the roll leaves behind. */
export function voidRecord(
  ref: RecordRef,
  version: number,
  reason: string,
): Promise<{ done: true; waiting: string | null }> {
  return answer(
    api.POST('/api/records/{kind}/{id}/void', { params: onRecord(ref), body: { version, reason } }),
  );
}

/** Takes a paper in and, with `proves`, hangs it on that record. The same file again gives the paper there is. */
export async function uploadPaper(
  division: string,
  paper: PaperDraft,
  proves?: Pick<RecordRef, 'kind' | 'id'>,
): Promise<{ id: string; already: { id: string; title: string; originalAt: string | null } | null }> {
  const form = new FormData();
  if (paper.file !== null) form.set('file', paper.file);
  if (paper.originalAt) form.set('originalAt', paper.originalAt);
  form.set('title', paper.caption === '' ? paper.title : `${paper.title}：${paper.caption}`);
  form.set('signedOn', paper.signedOn);
  form.set('paperClass', paper.paperClass);
  if (proves !== undefined) {
    form.set('kind', proves.kind);
    form.set('recordId', proves.id);
  }
  return send('POST', `/api/papers?division=${encodeURIComponent(division)}`, form);
}

/** 影响 in words: «A01 会议：4 次 → 5 次», «2017 年度总结已签发，改后另出更正说明». */
export function effectWords({ figures, signedReports }: Effects): readonly string[] {
  const figure = (value: unknown, unit: string) => {
    const text = figureText((value ?? null) as FigureValue, unit);
    return unit === '元' || text === '不详' ? text : `${text} ${unit}`;
  };
  const isOneYear = new Set(figures.map(({ year }) => year)).size < 2;
  return [
    ...figures.map(
      ({ code, name, unit, year, before, after }) =>
        `${isOneYear ? '' : `${year} 年 `}${code} ${name}：${figure(before, unit)} → ${figure(after, unit)}`,
    ),
    ...signedReports.map(({ year }) => `${year} 年度总结已签发，原文不动，改后另出更正说明。`),
  ];
}
