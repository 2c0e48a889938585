import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, send } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import type { components, paths } from '../../api/schema.gen.ts';

export type PayHome = components['schemas']['PayHome'];
export type ListedBatch = PayHome['batches'][number];
export type Batch = components['schemas']['Batch'];
export type BatchState = Batch['state'];
export type BatchException = Batch['exceptions'][number];
export type Lines = components['schemas']['BatchLines'];
export type Line = Lines['lines'][number];
export type LineState = Line['state'];
export type Sample =
  paths['/api/pay/batches/{id}/sample']['get']['responses'][200]['content']['application/json'];
export type Kind = NonNullable<PayHome['next']>['kind'];

/** Which lines are asked for. */
export interface LinesAsked {
  readonly filter: 'all' | 'changed' | 'held' | 'returned';
  readonly reason?: Batch['differences'][number]['reason'] | undefined;
  readonly text?: string | undefined;
}

/** The key of a command, so that two clicks make one. On plain http only `getRandomValues` is there. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const at = (division: string) => ({ query: { division } });
const on = (division: string, id: string) => ({ path: { id }, query: { division } });

export function homeQuery(division: string, year: number) {
  return queryOptions({
    queryKey: ['pay', 'home', division, year],
    queryFn: () => answer(api.GET('/api/pay', { params: { query: { division, year } } })),
    placeholderData: keepPreviousData,
  });
}

export function batchQuery(division: string, id: string) {
  return queryOptions({
    queryKey: ['pay', 'batch', division, id],
    queryFn: () => answer(api.GET('/api/pay/batches/{id}', { params: on(division, id) })),
    placeholderData: keepPreviousData,
    // Other hands work on it elsewhere meanwhile.
    refetchInterval: 30_000,
  });
}

export function lineQuery(division: string, id: string) {
  return queryOptions({
    queryKey: ['pay', 'line', division, id],
    queryFn: () => answer(api.GET('/api/pay/lines/{id}', { params: on(division, id) })),
  });
}

export type Raise = NonNullable<components['schemas']['Raise']>;

export function raiseQuery(division: string) {
  return queryOptions({
    queryKey: ['pay', 'raise', division],
    queryFn: () => answer(api.GET('/api/pay/raise', { params: at(division) })),
  });
}

export function sampleQuery(division: string, id: string, hash: string) {
  return queryOptions({
    queryKey: ['pay', 'sample', division, id, hash],
    queryFn: () => answer(api.GET('/api/pay/batches/{id}/sample', { params: on(division, id) })),
  });
}

export const linesKey = (division: string, id: string, hash: string, asked: LinesAsked) =>
  ['pay', 'lines', division, id, hash, asked] as const;

export async function fetchLines(
  division: string,
  id: string,
  asked: LinesAsked,
  offset: number,
  limit: number,
) {
  const { filter, reason, text } = asked;
  const query = {
    ...{ division, filter, offset, limit },
    ...(reason === undefined ? {} : { reason }),
    ...(text ? { text } : {}),
  };
  const found = await answer(api.GET('/api/pay/batches/{id}/lines', { params: { path: { id }, query } }));
  return { ...found, rows: found.lines };
}

export function lineMonthsQuery(division: string, id: string, lineId: string) {
  const params = { path: { id, lineId }, query: { division } };
  return queryOptions({
    queryKey: ['pay', 'line', division, id, lineId],
    queryFn: () => answer(api.GET('/api/pay/batches/{id}/lines/{lineId}', { params })),
  });
}

/** Whatever shows money asks again after a step. */
const changed = () => queryClient.invalidateQueries({ queryKey: ['pay'] });

/** Also where a step was refused: somebody else may have been faster, and the page shows what stands now. */
async function done<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await changed();
  }
}

export const openBatch = (division: string, kind: Kind, month: string, commandKey: string) =>
  done(answer(api.POST('/api/pay/batches', { params: at(division), body: { commandKey, kind, month } })));

export const nameStart = (division: string, month: string, reason: string) =>
  done(answer(api.POST('/api/pay/start', { params: at(division), body: { month, reason } })));

/** A signature on what was looked at; with a signer it stands on paper. */
export interface Signature {
  readonly hash: string;
  readonly signer?: string;
  readonly paperId?: string;
}

export const sign = (
  step: 'submit' | 'review' | 'approve',
  division: string,
  id: string,
  signature: Signature,
) =>
  done(
    step === 'submit'
      ? answer(api.POST('/api/pay/batches/{id}/submit', { params: on(division, id), body: signature }))
      : step === 'review'
        ? answer(api.POST('/api/pay/batches/{id}/review', { params: on(division, id), body: signature }))
        : answer(api.POST('/api/pay/batches/{id}/approve', { params: on(division, id), body: signature })),
  );

export const sendBack = (division: string, id: string, hash: string, reason: string) =>
  done(
    answer(api.POST('/api/pay/batches/{id}/send-back', { params: on(division, id), body: { hash, reason } })),
  );

export const cancelBatch = (division: string, id: string, reason: string) =>
  done(answer(api.POST('/api/pay/batches/{id}/cancel', { params: on(division, id), body: { reason } })));

export const recompute = (division: string, id: string, commandKey: string) =>
  done(
    answer(api.POST('/api/pay/batches/{id}/recompute', { params: on(division, id), body: { commandKey } })),
  );

export const answerException = (
  division: string,
  id: string,
  said: {
    readonly key: string;
    readonly answer: 'pay' | 'hold';
    readonly reason: string;
    /** No answer was seen: one given meanwhile by somebody else is not overwritten. */
    readonly isFirst: boolean;
  },
) => done(answer(api.POST('/api/pay/batches/{id}/answer', { params: on(division, id), body: said })));

/** One reason for several exceptions at once: all of them are paid, or none was answered. */
export const answerExceptions = (division: string, id: string, keys: readonly string[], reason: string) =>
  done(
    answer(
      api.POST('/api/pay/batches/{id}/answer-all', {
        params: on(division, id),
        body: { keys: [...keys], reason },
      }),
    ),
  );

export const releaseLine = (division: string, id: string, lineId: string, reason: string) =>
  done(
    answer(api.POST('/api/pay/batches/{id}/release', { params: on(division, id), body: { lineId, reason } })),
  );

export const exportFile = (division: string, id: string, layout: 'xlsx' | 'fixed') =>
  done(answer(api.POST('/api/pay/batches/{id}/export', { params: on(division, id), body: { layout } })));

export const closeBatch = (division: string, id: string) =>
  done(answer(api.POST('/api/pay/batches/{id}/close', { params: on(division, id), body: {} })));

/** What the bank's answer says, read only; then the same file for good. */
export type Result =
  paths['/api/pay/batches/{id}/result']['post']['responses'][200]['content']['application/json'];

export function sendResult(division: string, id: string, file: File, dry: boolean): Promise<Result> {
  const form = new FormData();
  form.set('file', file);
  const path = `/api/pay/batches/${encodeURIComponent(id)}/result`;
  const query = `division=${encodeURIComponent(division)}&dry=${dry}`;
  const sent = send<Result>('POST', `${path}?${query}`, form);
  return dry ? sent : done(sent);
}

export const fileAddress = (division: string, id: string, fileId: string): string =>
  `/api/pay/batches/${encodeURIComponent(id)}/bank-file?division=${encodeURIComponent(division)}&fileId=${encodeURIComponent(fileId)}`;

/** The account a returned line is sent to next. */
export interface NewAccount {
  readonly lineId: string;
  readonly holder: 'self' | 'other';
  readonly holderName: string;
  readonly relation?: string;
  readonly bankName?: string;
  readonly account: string;
  readonly paperId?: string;
}

export const reissue = (division: string, id: string, account: NewAccount) =>
  done(answer(api.POST('/api/pay/batches/{id}/reissue', { params: on(division, id), body: account })));
