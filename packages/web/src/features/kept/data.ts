import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import type { components } from '../../api/schema.gen.ts';
import type { PaperDraft } from '../../components/index.ts';

export type ConfirmLine = components['schemas']['ConfirmLine'];
export type Notice = components['schemas']['PublicNotice'];
export type Slip = components['schemas']['TransferSlip'];

const of = (division: string) => ({ params: { query: { division } } });
const on = (division: string, id: string) => ({ params: { path: { id }, query: { division } } });

/** After a write everything is asked again; only the list on the screen is waited for, so that keys stay quick. */
async function afresh<Done>(list: string, done: Promise<Done>): Promise<Done> {
  const answered = await done;
  const others = queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== list });
  await queryClient.invalidateQueries({ queryKey: [list] });
  others.catch(() => undefined);
  return answered;
}

/** Takes the first paper in; undefined where none was given. */
export async function paperOf(
  division: string,
  papers: readonly PaperDraft[],
): Promise<{ readonly paperId?: string }> {
  const [paper] = papers;
  return paper === undefined ? {} : { paperId: (await uploadPaper(division, paper)).id };
}

const fetchConfirmations = (division: string, year: number) =>
  answer(api.GET('/api/confirmations', { params: { query: { division, year } } }));

export function confirmationsQuery(division: string, year: number) {
  return queryOptions({
    queryKey: ['confirmations', division, year],
    queryFn: () => fetchConfirmations(division, year),
  });
}

export type Confirmations = Awaited<ReturnType<typeof fetchConfirmations>>;
export type Notices = Awaited<ReturnType<typeof fetchNotices>>;
export type Slips = Awaited<ReturnType<typeof fetchSlips>>;

export type Way = NonNullable<ConfirmLine['confirmation']>['way'];

export interface Confirming {
  readonly year: number;
  readonly way: Way;
  readonly onDay: string;
  readonly personIds: string[];
  readonly byName?: string;
  readonly remark?: string;
  readonly paperId?: string;
  readonly death?: { readonly day: string; readonly source: string };
}

export const confirmPeople = (division: string, body: Confirming) =>
  afresh('confirmations', answer(api.POST('/api/confirmations', { ...of(division), body })));

const fetchNotices = (division: string, year: number) =>
  answer(api.GET('/api/notices', { params: { query: { division, year } } }));

export function noticesQuery(division: string, year: number) {
  return queryOptions({
    queryKey: ['notices', division, year],
    queryFn: () => fetchNotices(division, year),
    placeholderData: keepPreviousData,
  });
}

export interface NewNotice {
  readonly title: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly hangsAt?: string;
  readonly people: { readonly personId: string; readonly category: string }[];
}

export const addNotice = (division: string, body: NewNotice) =>
  afresh('notices', answer(api.POST('/api/notices', { ...of(division), body })));

export const voidNotice = (division: string, id: string, reason: string) =>
  afresh('notices', answer(api.POST('/api/notices/{id}/void', { ...on(division, id), body: { reason } })));

export const proveNotice = (division: string, id: string, paperId: string) =>
  afresh('notices', answer(api.POST('/api/notices/{id}/paper', { ...on(division, id), body: { paperId } })));

export const objectTo = (division: string, id: string, body: { text: string; onDay: string }) =>
  afresh('notices', answer(api.POST('/api/notices/{id}/objections', { ...on(division, id), body })));

export function answerObjection(division: string, id: string, seq: number, outcome: string) {
  const params = { path: { id, seq }, query: { division } };
  return afresh(
    'notices',
    answer(api.POST('/api/notices/{id}/objections/{seq}', { params, body: { outcome } })),
  );
}

const fetchSlips = (division: string) => answer(api.GET('/api/transfers', of(division)));

export function slipsQuery(division: string) {
  return queryOptions({ queryKey: ['transfers', division], queryFn: () => fetchSlips(division) });
}

/** Whose slip it will be, and the last month paid to him. */
export function paidQuery(division: string, personId: string) {
  return queryOptions({
    queryKey: ['transfers', 'paid', division, personId],
    queryFn: () => answer(api.GET('/api/transfers/paid/{id}', on(division, personId))),
  });
}

export interface NewSlip {
  readonly direction: 'out' | 'in';
  readonly personId: string;
  readonly otherOffice: string;
  readonly otherDivisionId?: string;
  readonly slipOn: string;
  readonly paidThrough?: string;
  readonly documentNo?: string;
  readonly paperId?: string;
}

export const addSlip = (division: string, body: NewSlip) =>
  afresh('transfers', answer(api.POST('/api/transfers', { ...of(division), body })));

export const acceptSlip = (
  division: string,
  id: string,
  body: { onDay?: string; by?: string; paperId?: string },
) => afresh('transfers', answer(api.POST('/api/transfers/{id}/accept', { ...on(division, id), body })));

export const withdrawSlip = (division: string, id: string, reason: string) =>
  afresh(
    'transfers',
    answer(api.POST('/api/transfers/{id}/withdraw', { ...on(division, id), body: { reason } })),
  );

/** What is wrong with a slip in: the right month, or none where he did not move in. */
export interface Voiding {
  readonly reason: string;
  readonly paidThrough?: string;
  readonly paperId?: string;
}

export const voidSlip = (division: string, id: string, body: Voiding) =>
  afresh('transfers', answer(api.POST('/api/transfers/{id}/void', { ...on(division, id), body })));

export const decideVoid = (division: string, id: string, body: { agree: boolean; reason?: string }) =>
  afresh('transfers', answer(api.POST('/api/transfers/{id}/void/decide', { ...on(division, id), body })));

/** What the correction of a slip would do to money, measured without making it; without a month, voiding it. */
export function voidEffectsQuery(division: string, year: number, slip: Slip, paidThrough: string | null) {
  return queryOptions({
    queryKey: ['void-effects', division, year, slip.id, slip.asked !== null, paidThrough],
    queryFn: () => {
      const asked = paidThrough === null ? {} : { paidThrough };
      const body = slip.asked === null ? { asked } : {};
      const params = { path: { id: slip.id }, query: { division, year } };
      return answer(api.POST('/api/transfers/{id}/void/effects', { params, body }));
    },
  });
}
