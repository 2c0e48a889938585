import { type RawBuilder, sql } from 'kysely';

/** SQL: the last step of a payment line; null when it has none. */
export const lineState = (
  countyId: RawBuilder<unknown>,
  lineId: RawBuilder<unknown>,
): RawBuilder<string | null> =>
  sql`(select e.state from line_event e where e.county_id = ${countyId} and e.line_id = ${lineId}
    order by e.seq desc limit 1)`;

/** States in which a line is dead: what it would have paid is free again. */
export const DEAD_STATES: readonly string[] = ['returned', 'taken_back', 'cancelled'];
