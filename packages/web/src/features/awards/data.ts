import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import type { components, paths } from '../../api/schema.gen.ts';

export type Award = components['schemas']['Award'];
export type AwardRoll = components['schemas']['AwardRoll'];
export type Candidate = AwardRoll['candidates'][number];
type Decide = paths['/api/pay/awards']['post']['requestBody']['content']['application/json'];
export type NewAward = Decide['awards'][number];
export type AwardKind = Decide['kind'];
export type Fund = NewAward['fund'];
export type PickedKind = Exclude<AwardKind, '优待金'>;
/** What the year's rate gave: nothing posted where there was nobody; and families that lack something. */
export interface ConscriptsPosted {
  readonly run: components['schemas']['LedgerRun'] | null;
  readonly left: readonly { readonly name: string; readonly missing: readonly string[] }[];
}

export const KINDS: readonly AwardKind[] = ['慰问金', '困难救助', '立功奖励', '优待金'];

export const isKind = (text: string): text is AwardKind => KINDS.some((kind) => kind === text);

/** How far an award is, in the office's words. */
export const STATE_WORDS: Readonly<Record<Award['state'], string>> = {
  free: '待发',
  in_batch: '在批次里',
  in_file: '在途',
  paid: '已到账',
  returned: '银行退回',
  revoked: '已撤销',
};

const at = (division: string) => ({ query: { division } });

export function awardsQuery(division: string, year: number) {
  return queryOptions({
    queryKey: ['pay', 'awards', division, year],
    queryFn: async () =>
      (await answer(api.GET('/api/pay/awards', { params: { query: { division, year } } }))).awards,
    placeholderData: keepPreviousData,
  });
}

export function rollQuery(division: string, kind: PickedKind, year: number) {
  return queryOptions({
    queryKey: ['pay', 'award-roll', division, kind, year],
    queryFn: (): Promise<AwardRoll> =>
      answer(api.GET('/api/pay/awards/roll', { params: { query: { division, kind, year } } })),
  });
}

async function done<T>(work: Promise<T>): Promise<T> {
  const result = await work;
  await queryClient.invalidateQueries({ queryKey: ['pay'] });
  return result;
}

export const decideAwards = (division: string, body: Decide) =>
  done(answer(api.POST('/api/pay/awards', { params: at(division), body })));

/** The families of the year's conscripts, by the rate of the place. */
export const decideConscripts = (
  division: string,
  body: { commandKey: string; year: number },
): Promise<ConscriptsPosted> =>
  done(answer(api.POST('/api/pay/awards/conscripts', { params: at(division), body })));

export interface Revoking {
  readonly commandKey: string;
  readonly reason: string;
  /** What is decided in its place. */
  readonly instead?: Pick<NewAward, 'month' | 'fen' | 'fund' | 'reason'>;
}

export const revokeAward = (division: string, id: string, body: Revoking) =>
  done(answer(api.POST('/api/pay/awards/{id}/revoke', { params: { path: { id }, ...at(division) }, body })));
