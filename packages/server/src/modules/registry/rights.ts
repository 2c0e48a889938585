import { type Day, type Month, monthOfDay } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import { UNPAID_CATEGORIES } from './words.ts';

/**
 * SQL condition: the right `s` is in force on a day. The month of death is the last due; 停止年月 is the first month
 * not due; the earlier of the two governs.
 */
export function inForce(asOf: Day, spell: RawBuilder<unknown> = sql`s`): RawBuilder<boolean> {
  const month: Month = monthOfDay(asOf);
  const firstDay = `${asOf.slice(0, 7)}-01`;
  return sql`(${spell}.voided_at is null and ${spell}.from_month <= ${month}
    and (${spell}.stop_month is null or ${spell}.stop_month > ${month})
    and (${spell}.died_on is null or ${spell}.died_on >= ${firstDay}::date))`;
}

/** SQL condition: the category draws a regular pension or subsidy. */
export function isPaidCategory(category: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${category} <> all(${UNPAID_CATEGORIES as string[]}))`;
}

/** SQL: the person a registration stands for, after merges. */
export function mergedPerson(
  countyId: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
): RawBuilder<string> {
  return sql`coalesce((select a.merged_into from person_alias a
    where a.county_id = ${countyId} and a.person_id = ${personId} and a.undone_at is null), ${personId})`;
}
