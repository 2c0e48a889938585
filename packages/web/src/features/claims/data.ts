import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import type { components } from '../../api/schema.gen.ts';
import type { PaperDraft } from '../../components/index.ts';

export type Claims = components['schemas']['Claims'];
export type Debt = Claims['debts'][number];
export type Claim = Debt['claims'][number];
export type DebtStep = Debt['steps'][number];
export type DebtRecovery = Debt['recoveries'][number];
export type May = Debt['may']['act'];

/** Claims of a place with the roll-forward of a span of days. */
export interface ClaimsAsk {
  readonly division: string;
  readonly from: string;
  readonly to: string;
  /** Settled ones too. */
  readonly all?: boolean;
  /** Of one debtor, by a claim of his or what came in for it. */
  readonly of?: string;
  readonly personId?: string;
}

export function claimsQuery({ all = false, ...asked }: ClaimsAsk) {
  const query = { ...asked, all: all ? ('true' as const) : ('false' as const) };
  return queryOptions({
    queryKey: ['pay', 'claims', query],
    queryFn: (): Promise<Claims> => answer(api.GET('/api/pay/claims', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** Ids of what is still open of a debt. */
export const openIds = ({ claims }: Debt): string[] =>
  claims.filter(({ openFen }) => openFen > 0).map(({ id }) => id);

const at = (division: string) => ({ query: { division } });

async function done(work: Promise<unknown>): Promise<void> {
  await work;
  await queryClient.invalidateQueries();
}

async function paperIdOf(division: string, [paper]: readonly PaperDraft[]): Promise<{ paperId?: string }> {
  return paper === undefined ? {} : { paperId: (await uploadPaper(division, paper)).id };
}

const said = (reason: string) => (reason.trim() === '' ? {} : { reason: reason.trim() });

export const giveNotice = (division: string, debt: Debt, papers: readonly PaperDraft[], reason: string) =>
  done(
    paperIdOf(division, papers).then((paper) => {
      const body = { claims: openIds(debt), ...paper, ...said(reason) };
      return answer(api.POST('/api/pay/claims/notice', { params: at(division), body }));
    }),
  );

export const planDebt = (
  division: string,
  debt: Debt,
  plan: { readonly monthlyCapFen: number; readonly fromMonth: string; readonly reason: string },
  papers: readonly PaperDraft[],
) =>
  done(
    paperIdOf(division, papers).then((paper) => {
      const { reason, ...rest } = plan;
      const body = { claims: openIds(debt), ...rest, ...paper, ...said(reason) };
      return answer(api.POST('/api/pay/claims/plan', { params: at(division), body }));
    }),
  );

export const receiveCash = (
  division: string,
  debt: Debt,
  cash: { readonly fen: number; readonly receiptNo: string; readonly onDay: string },
  papers: readonly PaperDraft[],
) =>
  done(
    paperIdOf(division, papers).then((paper) => {
      const body = { claims: openIds(debt), ...cash, ...paper };
      return answer(api.POST('/api/pay/claims/cash', { params: at(division), body }));
    }),
  );

export const propose = (division: string, debt: Debt, papers: readonly PaperDraft[], reason: string) =>
  done(
    paperIdOf(division, papers).then(({ paperId = '' }) => {
      const body = { claims: openIds(debt), paperId, reason };
      return answer(api.POST('/api/pay/claims/propose', { params: at(division), body }));
    }),
  );

/** A decision on the paper it rests on; `signer` where it was signed by hand. */
export interface Decision {
  readonly paperId: string;
  readonly reason: string;
  readonly signer?: string;
}

export const writeOff = (division: string, debt: Debt, decision: Decision) =>
  done(
    answer(
      api.POST('/api/pay/claims/write-off', {
        params: at(division),
        body: { claims: openIds(debt), ...decision },
      }),
    ),
  );

export const undo = (
  division: string,
  recoveries: readonly string[],
  why: Omit<Decision, 'paperId'> & { readonly paperId?: string },
) =>
  done(
    answer(
      api.POST('/api/pay/claims/undo', {
        params: at(division),
        body: { recoveries: [...recoveries], ...why },
      }),
    ),
  );

export const letterAddress = (division: string, { person }: Debt): string =>
  `/api/pay/claims/notice.docx?division=${encodeURIComponent(division)}&personId=${encodeURIComponent(person.id)}`;
