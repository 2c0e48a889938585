import { sql } from 'kysely';
import { timelineOf } from '../../platform/records/timeline.ts';
import { benefitKind } from './sheets.ts';

export const benefitTimeline = timelineOf(benefitKind, '待遇', {
  day: sql`r.carried_on`,
  text: sql`concat_ws('　', r.benefit_type, r.explanation)`,
  amount: sql`r.amount_fen`,
});
