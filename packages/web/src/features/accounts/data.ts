import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { type FieldError, fieldErrors, RefusedError } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import type { components, paths } from '../../api/schema.gen.ts';

export type ChangedAccount = components['schemas']['ChangedAccount'];
export type Accounts = components['schemas']['PayAccounts'];
export type Account = components['schemas']['PayAccount'];
export type NewAccount = paths['/api/pay/accounts']['post']['requestBody']['content']['application/json'];

const at = (division: string) => ({ query: { division } });

export function changedQuery(division: string, from: string) {
  return queryOptions({
    queryKey: ['pay', 'accounts', 'changed', division, from],
    queryFn: () =>
      answer(
        api.GET('/api/pay/accounts/changed', {
          params: { query: { division, ...(from === '' ? {} : { from }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function accountsQuery(division: string, personId: string) {
  return queryOptions({
    queryKey: ['pay', 'accounts', division, personId],
    queryFn: (): Promise<Accounts> =>
      answer(api.GET('/api/pay/accounts', { params: { query: { division, personId } } })),
  });
}

async function done<T>(work: Promise<T>): Promise<T> {
  const result = await work;
  await queryClient.invalidateQueries({ queryKey: ['pay'] });
  return result;
}

export const saveAccount = (division: string, body: NewAccount) =>
  done(answer(api.POST('/api/pay/accounts', { params: at(division), body })));

export const endAccount = (division: string, accountId: string, reason: string) =>
  done(answer(api.POST('/api/pay/accounts/end', { params: at(division), body: { accountId, reason } })));

/** Which field a refusal speaks of. */
const FIELDS: Readonly<Record<string, string>> = {
  ...{ holder_name: 'holderName', account_of_staff: 'holderName', relation_missing: 'relation' },
  ...{ account_of_other: 'account', account_paper_missing: 'paper' },
};

/** What was refused about an account, beside its field. */
export function accountErrors(problem: unknown): readonly FieldError[] {
  if (!(problem instanceof RefusedError)) return fieldErrors(problem, 'account');
  return problem.refusals.flatMap((refusal) => {
    const field = FIELDS[refusal.code];
    return field === undefined
      ? fieldErrors(new RefusedError([refusal]), 'account')
      : [{ field, message: refusal.message }];
  });
}

/** Whose card it is: his own, or another's who draws for him. */
export function holderWords({
  holder,
  holderName,
  relation,
}: Pick<ChangedAccount, 'holder' | 'holderName' | 'relation'>): string {
  return holder === 'self' ? holderName : `${holderName}（${relation ?? '他人'}代领）`;
}
