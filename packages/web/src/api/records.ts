import { fen, yuanDisplay } from '@shuangyong/values';
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

const yuan = (amount: number) => `¥${yuanDisplay(fen(amount))}`;

/** `2017-11 至 2018-01 共 3 个月`, or the one month. */
function monthsTold(months: readonly { readonly month: string }[]): string {
  const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? ''];
  return months.length < 2 ? first : `${first} 至 ${last} 共 ${months.length} 个月`;
}

/** What a change does to money: months that are due more or less, and what of it was paid and must come back. */
export function moneyWords(money: Effects['money']): readonly string[] {
  if (money === undefined) return [];
  if (money === null) return ['还没有启用记账，不影响金额。'];
  const { months, moreFen, lessFen, claimFen, continued } = money;
  if (months.length === 0 && claimFen === 0) return ['应发不变。'];
  const of = (more: boolean) => months.filter(({ fen: amount }) => amount > 0 === more);
  return [
    ...(moreFen > 0 ? [`应发多 ${yuan(moreFen)}（${monthsTold(of(true))}），下一批补发。`] : []),
    ...(lessFen < 0 ? [`应发少 ${yuan(-lessFen)}（${monthsTold(of(false))}）。`] : []),
    ...(continued.length > 0 ? [`去世后续发 ${continued.length} 个月，已算在内。`] : []),
    ...(claimFen > 0 ? [`其中已发出的 ${yuan(claimFen)}，列入追回。`] : []),
    ...(claimFen < 0 ? [`要追回的减少 ${yuan(-claimFen)}。`] : []),
  ];
}

/** 影响 in words, parts of a figure under its own code: «A01 会议：4 次 → 5 次», «2017 年度总结已签发，改后另出更正说明». */
export function effectWords({ figures, signedReports, money }: Effects): readonly string[] {
  const figure = (value: unknown, unit: string) => {
    const text = figureText((value ?? null) as FigureValue, unit);
    return unit === '元' || text === '不详' ? text : `${text} ${unit}`;
  };
  const isOneYear = new Set(figures.map(({ year }) => year)).size < 2;
  return [
    ...moneyWords(money),
    ...figures.map(
      ({ code, name, unit, year, before, after }) =>
        `${isOneYear ? '' : `${year} 年 `}${code.split('.')[0]} ${name}：${figure(before, unit)} → ${figure(after, unit)}`,
    ),
    ...signedReports.map(({ year }) => `${year} 年度总结已签发，原文不动，改后另出更正说明。`),
  ];
}
