import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';

export const COUNTY = 341524;

export type Values = Readonly<Record<string, string | number | boolean | Buffer | null>>;

/** What stands in for a number's fingerprint. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

async function insert(db: Db, table: string, values: Values): Promise<string> {
  const id = typeof values.id === 'string' ? values.id : newId();
  const all = { county_id: COUNTY, ...values, id };
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(all).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(all))})`.execute(db);
  return id;
}

/** A township of the test's county. */
export async function addTown(db: Db, code: string): Promise<string> {
  return insert(db, 'division', { level: 'township', code: `${code}000`, name: `${code}镇` });
}

export interface Town {
  readonly record: (table: string, values: Values) => Promise<string>;
  readonly person: (name: string, more?: Values) => Promise<string>;
  readonly prove: (kind: string, recordId: string, paper: Values) => Promise<string>;
  readonly merge: (personId: string, into: string) => Promise<string>;
}

/** Rows put straight into the ledgers of one township, so that a test says only what it is about. */
export function townOf(db: Db, divisionId: string): Town {
  const now = new Date().toISOString();
  const made = { recorded_at: now, recorded_by: '测试' };
  const record: Town['record'] = (table, values) =>
    insert(db, table, {
      division_id: divisionId,
      row_key: hashOf(newId()),
      origin: 'screen',
      ...made,
      ...values,
    });
  const person: Town['person'] = (name, more = {}) =>
    insert(db, 'person', { division_id: divisionId, name, identity_hash: hashOf(name), ...made, ...more });
  const prove: Town['prove'] = async (kind, recordId, paper) => {
    const paperId = await record('paper', {
      title: '材料',
      signed_on: '2016-01-01',
      paper_class: 'SY1',
      ...paper,
    });
    const link = { paper_id: paperId, record_kind: kind, record_id: recordId, origin: 'screen' };
    await insert(db, 'evidence', { division_id: divisionId, ...link, linked_at: now, linked_by: '测试' });
    return paperId;
  };
  const merge: Town['merge'] = (personId, into) =>
    insert(db, 'person_alias', {
      person_id: personId,
      merged_into: into,
      reason: '同一人',
      merged_at: now,
      merged_by: '测试',
    });
  return { record, person, prove, merge };
}
