import { addDays, type Day, daysBetween } from '@shuangyong/values';

/** As long as an account is new, a payment to it is an exception: look at the card first. */
export const NEW_ACCOUNT_DAYS = 30;

/** Until which day an account entered on a day is new; null when it is not, or came with the first import. */
export function coolingUntil(
  { since, origin, version }: { readonly since: Day; readonly origin: string; readonly version: number },
  today: Day,
): Day | null {
  const isImported = origin === 'import' && version === 1;
  return isImported || daysBetween(since, today) >= NEW_ACCOUNT_DAYS
    ? null
    : addDays(since, NEW_ACCOUNT_DAYS);
}
