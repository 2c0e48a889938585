import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { headerVocabulary, SHEET_NAMES } from '../plan/index.ts';
import type { StagedFile } from './store.ts';

/** How one sheet of one file is to be understood. */
export interface Mapping {
  readonly sheet: string;
  /** What the sheet is; 不导入 leaves it out. */
  readonly as?: string | undefined;
  readonly header?: Readonly<Record<string, string>> | undefined;
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

type Words = Record<string, Record<string, string>>;

/** The spellings a mapping teaches; `known` is what the sheet was taken for so far. */
export function wordsOf(mapping: Mapping, known: string | null): Words {
  const as = mapping.as ?? known;
  return {
    ...(mapping.as === undefined ? {} : { [SHEET_NAMES]: { [mapping.sheet]: mapping.as } }),
    ...(mapping.header && as ? { [headerVocabulary(as)]: { ...mapping.header } } : {}),
    ...Object.fromEntries(Object.entries(mapping.words ?? {}).map(([name, words]) => [name, { ...words }])),
  };
}

export function withWords(file: StagedFile, words: Words): StagedFile {
  const learned: Words = { ...file.learned };
  for (const [vocabulary, more] of Object.entries(words))
    learned[vocabulary] = { ...learned[vocabulary], ...more };
  return { ...file, learned };
}

/** Remembers spellings for the township; a later meaning of the same word takes the place of the earlier. */
export async function rememberWords(
  db: Db,
  ctx: Ctx,
  { countyId, divisionId }: { readonly countyId: number; readonly divisionId: string },
  words: Words,
): Promise<void> {
  const learned = Object.entries(words).flatMap(([vocabulary, one]) =>
    Object.entries(one).map(([word, meaning]) => ({ vocabulary, word, meaning })),
  );
  for (const { vocabulary, word, meaning } of learned)
    await sql`insert into learned_word (county_id, division_id, vocabulary, word, meaning, learned_at, learned_by)
      values (${countyId}, ${divisionId}, ${vocabulary}, ${word}, ${meaning}, ${new Date(ctx.now).toISOString()}, ${ctx.actor.name})
      on conflict (county_id, division_id, vocabulary, word) do update set meaning = excluded.meaning,
        learned_at = excluded.learned_at, learned_by = excluded.learned_by`.execute(db);
}
