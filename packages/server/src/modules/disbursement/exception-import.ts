import { createHash } from 'node:crypto';
import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { mergedPerson, PAY_FACTS } from '../registry/index.ts';
import type { BatchHead, BatchPlace } from './batch-find.ts';
import type { BatchException } from './exception-told.ts';

/** The one question about records that came in by a file and that nobody has looked at. */
export const IMPORT_QUESTION = 'imported_unreviewed';

const hashOf = (...parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const question = (
  words: string,
  lineIds: readonly string[],
  factsHash: string,
): readonly BatchException[] => {
  const own = { personId: null, personName: null, lineId: null, answer: null };
  const what = { severity: 'amber', code: IMPORT_QUESTION, words } as const;
  return [{ key: IMPORT_QUESTION, ...what, ...own, lineIds: new Set(lineIds), factsHash }];
};

/** Asked of the first batch after the imported payments: everything in it comes from files. */
export function firstImportQuestion(paidUntil: Month): readonly BatchException[] {
  const words = `这是导入后的第一批：名册和账号来自导入的表，请复核人对照 ${monthText(paidUntil)} 的发放记录看一遍。`;
  return question(words, [], hashOf('imported', paidUntil));
}

interface Imported {
  readonly lineId: string;
  readonly name: string;
  readonly factsSeq: number;
}

/** Facts that decide pay and stand in a column of their own; accounts have a version and a question of their own. */
const COMPARED = [...PAY_FACTS].filter(
  (field) => !['identity', 'account', 'bank_name', 'village_id'].includes(field),
);

/** Payees of a batch whose rights a file brought or changed, in what decides pay, since the batch before was opened. */
async function importedSince(db: Db, place: BatchPlace, batch: BatchHead, beforeId: string) {
  const { countyId } = place;
  const { rows } = await sql<Imported>`with since as (select at from batch_event
      where county_id = ${countyId} and batch_id = ${beforeId} and seq = 1),
    touched as (select ${mergedPerson(sql`s.county_id`, sql`s.person_id`)} as person_id from spell s, since
        where s.county_id = ${countyId} and s.division_id = any(${place.divisionIds}::uuid[])
          and s.origin = 'import' and s.version = 1 and s.voided_at is null and s.recorded_at > since.at
      union select ${mergedPerson(sql`s.county_id`, sql`s.person_id`)} from since, record_history h
        join spell s on s.county_id = h.county_id and s.id = h.record_id
        where h.county_id = ${countyId} and h.record_kind = 'spell' and h.superseding_import is not null
          and h.division_id = any(${place.divisionIds}::uuid[]) and h.superseded_at > since.at
          and exists (select from unnest(${COMPARED}::text[]) as f(name)
            where h.cells ->> f.name is distinct from to_jsonb(s) ->> f.name))
    select l.id as "lineId", p.name, p.facts_seq as "factsSeq" from touched t
    join pay_line l on l.county_id = ${countyId} and l.batch_id = ${batch.id} and l.person_id = t.person_id
    join person p on p.county_id = l.county_id and p.id = l.person_id order by l.ordinal`.execute(db);
  return rows;
}

const NAMED = 3;

/**
 * Asked once of the first batch after an import that brought or changed what decides pay: such facts count at once,
 * without a second person, so that the reviewer looks at them here.
 */
export async function laterImportQuestion(
  db: Db,
  place: BatchPlace,
  batch: BatchHead,
  beforeId: string,
): Promise<readonly BatchException[]> {
  const lines = await importedSince(db, place, batch, beforeId);
  if (lines.length === 0) return [];
  const names = lines.slice(0, NAMED).map(({ name }) => name);
  const who = `${names.join('、')}${lines.length > NAMED ? `等 ${lines.length} 人` : ''}`;
  const words = `上一批以后的导入新增或改了 ${who} 影响金额的信息，没有经第二个人核实，请复核人对照原表看一遍。`;
  const ids = lines.map(({ lineId }) => lineId);
  return question(words, ids, hashOf('imported', ...lines.map(({ lineId, factsSeq }) => [lineId, factsSeq])));
}
