import type { LawFiles } from '@shuangyong/policy';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import type { components } from '../../api/schema.gen.ts';
import type { Rate } from './sections.ts';

export type EnteredPackage = components['schemas']['LawPackage'];
export type Effect = components['schemas']['LawEffect'];
/** What an effect is about: a new table, derived rates taken over, or a rate only tried. */
export type EffectKind = 'package' | 'derived' | 'try';

type Origin = EnteredPackage['origin'];

/** Which month, where, and as known on which day. */
export interface RatesAsk {
  readonly division: string;
  readonly month: string;
  readonly region?: string | undefined;
  readonly knownOn?: string | undefined;
}

export function ratesQuery(ask: RatesAsk) {
  return queryOptions({
    queryKey: ['standards', 'rates', ask],
    queryFn: () => answer(api.GET('/api/standards', { params: { query: ask as never } })),
    placeholderData: (old) => old,
  });
}

export function historyQuery(division: string, { code, key }: Pick<Rate, 'code' | 'key'>, region: string) {
  return queryOptions({
    queryKey: ['standards', 'history', division, code, key, region],
    queryFn: async () =>
      (
        await answer(
          api.GET('/api/standards/history', { params: { query: { division, code, key, region } } }),
        )
      ).rates,
  });
}

export function packagesQuery(division: string) {
  return queryOptions({
    queryKey: ['standards', 'packages', division],
    queryFn: async () =>
      (await answer(api.GET('/api/standards/packages', { params: { query: { division } } }))).packages,
  });
}

/** The whole law of the place as files: what a new table is compared with. */
export function filesQuery(division: string) {
  return queryOptions({
    queryKey: ['standards', 'files', division],
    queryFn: async () =>
      (await answer(api.GET('/api/standards/law', { params: { query: { division } } }))).files as LawFiles,
  });
}

/** What is asked of «看影响»: a package's text, one that waits, the derived rates, or another rate for a year. */
export type EffectAsk =
  | { readonly text: string }
  | { readonly packageId: string }
  | { readonly derived: true }
  | { readonly whatIf: WhatIfAsk };

export interface WhatIfAsk {
  readonly code: string;
  readonly year: number;
  readonly basisPoints?: number;
  readonly amounts?: Readonly<Record<string, number>>;
  readonly unit?: string;
}

export interface Months {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function effectQuery(division: string, ask: EffectAsk, months: Months) {
  return queryOptions({
    queryKey: ['standards', 'effect', division, ask, months],
    retry: false,
    queryFn: () =>
      answer(
        api.POST('/api/standards/effect', {
          params: { query: { division } },
          body: { ...ask, ...told(months) } as never,
        }),
      ),
  });
}

const told = (months: Months) => Object.fromEntries(Object.entries(months).filter(([, month]) => month));

async function after<Data>(call: Promise<Data>): Promise<Data> {
  const data = await call;
  await queryClient.invalidateQueries();
  return data;
}

export function enterPackage(division: string, text: string, origin: Exclude<Origin, 'derived'>) {
  return after(
    answer(api.POST('/api/standards/packages', { params: { query: { division } }, body: { text, origin } })),
  );
}

export function proposeDerived(division: string) {
  return after(answer(api.POST('/api/standards/derived', { params: { query: { division } }, body: {} })));
}

export type Decision = 'adopted' | 'returned' | 'withdrawn';

export function decide(division: string, id: string, state: Decision, reason: string) {
  const body = reason === '' ? { state } : { state, reason };
  return after(
    answer(
      api.POST('/api/standards/packages/{id}/decision', {
        params: { path: { id }, query: { division } },
        body,
      }),
    ),
  );
}

export function takeBack(division: string, id: string, reason: string) {
  return after(
    answer(
      api.POST('/api/standards/packages/{id}/taking-back', {
        params: { path: { id }, query: { division } },
        body: { reason },
      }),
    ),
  );
}
