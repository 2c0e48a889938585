import { type RawBuilder, sql } from 'kysely';

// What was written is hashed by the database over plain text, so that the same statement proves it years later and a
// changed cell shows. Parts are joined by a space: none of them holds one but the last.

const bytes = (text: RawBuilder<unknown>) => sql<Buffer>`sha256(convert_to(${text}, 'UTF8'))`;

/**
 * How a hash was written. The first releases left some cells of a line out; what they wrote stays as it was signed and
 * is proved as it was written. A hash of one writing never equals that of the other.
 */
export type Writing = 'now' | 'first';

/** Hash of the lines a run posted, in order of their ids; of nothing when it posted none. */
export function runHash(
  countyId: RawBuilder<unknown>,
  runId: RawBuilder<unknown>,
  writing: Writing = 'now',
): RawBuilder<Buffer> {
  const more =
    writing === 'now' ? sql`a.division_id, a.derived, a.facts_seq, a.posted_on, a.posted_month, ` : sql``;
  return sql<Buffer>`(select ${bytes(sql`coalesce(string_agg(concat_ws(' ', a.id, a.person_id, a.month, a.seq, a.fen,
      a.due_after_fen, a.cause, encode(a.trace_hash, 'hex'), a.fund, a.component, a.ref, ${more}a.kind),
      E'\n' order by a.id), '')`)}
    from accrual a where a.county_id = ${countyId} and a.run_id = ${runId})`;
}

/** Hash of one line: who, where, to which version of which account, how much, on which facts, made of which items. */
export function lineHash(line: string, writing: Writing = 'now'): RawBuilder<Buffer> {
  const of = (column: string) => sql.ref(`${line}.${column}`);
  const more =
    writing === 'now' ? sql`${of('division_id')}, coalesce(${of('reissue_of')}::text, '-'), ` : sql``;
  return sql<Buffer>`(select ${bytes(sql`concat_ws(' ', ${of('ordinal')}, ${of('person_id')},
      ${more}coalesce(${of('account_id')}::text, '-'), coalesce(${of('account_version')}, 0), ${of('fen')}, ${of('facts_seq')},
      string_agg(concat_ws(' ', i.item_no, i.fen, coalesce(i.accrual_id, i.recovery_id), coalesce(i.attempt, 0)), ' '
        order by i.item_no))`)}
    from line_item i where i.county_id = ${of('county_id')} and i.line_id = ${of('id')})`;
}

/** Hash of a batch: its lines' hashes in their order. What the three hands sign. */
export function batchHash(countyId: RawBuilder<unknown>, batchId: RawBuilder<unknown>): RawBuilder<Buffer> {
  return sql<Buffer>`(select ${bytes(sql`coalesce(string_agg(encode(l.content_hash, 'hex'), E'\n' order by l.ordinal), '')`)}
    from pay_line l where l.county_id = ${countyId} and l.batch_id = ${batchId})`;
}

/** Hash of everything posted into a month of a place, for its closing. */
export function monthHash(
  countyId: RawBuilder<unknown>,
  divisionIds: RawBuilder<unknown>,
  month: RawBuilder<unknown>,
): RawBuilder<Buffer> {
  return sql<Buffer>`(select ${bytes(sql`coalesce(string_agg(concat_ws(' ', a.id, a.fen), E'\n' order by a.id), '')`)}
    from accrual a where a.county_id = ${countyId} and a.division_id = any(${divisionIds}) and a.posted_month = ${month})`;
}
