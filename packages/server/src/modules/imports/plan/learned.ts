import { sql } from 'kysely';
import type { Db } from '../../../kernel/db.ts';

/** Spellings a township taught: vocabulary → what the file says → what it means. */
export type Learned = ReadonlyMap<string, Readonly<Record<string, string>>>;

export const NOTHING_LEARNED: Learned = new Map();

/** Vocabularies: names of sheets, headers of one sheet, words of one column. */
export const SHEET_NAMES = 'sheet';
/** What a sheet that shall not be read is taught to be. */
export const NOT_IMPORTED = '不导入';
export const headerVocabulary = (sheet: string): string => `header:${sheet}`;

export async function readLearned(db: Db, countyId: number, divisionId: string): Promise<Learned> {
  const { rows } = await sql<{ vocabulary: string; words: Record<string, string> }>`
    select vocabulary, jsonb_object_agg(word, meaning) as words from learned_word
    where county_id = ${countyId} and division_id = ${divisionId} group by vocabulary`.execute(db);
  return new Map(rows.map(({ vocabulary, words }) => [vocabulary, words]));
}

export function mergeLearned(base: Learned, more: Learned): Learned {
  const merged = new Map(base);
  for (const [vocabulary, words] of more) merged.set(vocabulary, { ...merged.get(vocabulary), ...words });
  return merged;
}
