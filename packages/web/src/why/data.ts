import type { Law, LawFiles, PlainPerson } from '@shuangyong/policy';
import { type Told, tellMonth } from '@shuangyong/policy/tell';
import { type Day, type Month, monthText } from '@shuangyong/values';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';

/** The law of a place, compiled here by the same engine as on the server. */
export function lawQuery(division: string, knownOn?: Day) {
  return queryOptions({
    queryKey: ['law', division, knownOn ?? ''],
    staleTime: 5 * 60_000,
    queryFn: async (): Promise<Law> => {
      const { files } = await answer(api.GET('/api/standards/law', { params: { query: { division } } }));
      const { compileLaw } = await import('@shuangyong/policy');
      const made = compileLaw(files as LawFiles, knownOn === undefined ? {} : { knownOn });
      if (!made.ok) throw new Error(made.refusals.map(({ code, where }) => `${code} ${where}`).join('; '));
      return made.law;
    },
  });
}

export function factsQuery(division: string, personId: string, knownOn?: Day) {
  return queryOptions({
    queryKey: ['personFacts', division, personId, knownOn ?? ''],
    queryFn: () => {
      const query = { division, ...(knownOn === undefined ? {} : { knownOn }) };
      return answer(api.GET('/api/people/{id}/facts', { params: { path: { id: personId }, query } }));
    },
  });
}

/** A month of one right, told. */
export interface ToldRight extends Told {
  readonly id: string;
  readonly category: string;
  /** Whose service it is for: the allowance of a conscript's family. */
  readonly soldier: string | null;
  readonly month: string;
  readonly fen: number;
  /** Since when the right is drawn: «2007-08». */
  readonly since: string;
}

/** Every right of a person in each month of a span, told in words; of a family with the soldier's name. */
export async function tellPerson(
  plain: PlainPerson,
  law: Law,
  from: Month,
  to: Month,
  soldier: string | null = null,
): Promise<readonly ToldRight[]> {
  const { entitle, months, personFacts } = await import('@shuangyong/policy');
  const answers = months(entitle(personFacts(plain), law, from, to));
  return answers.map((one) => {
    const index = plain.rights.findIndex(({ id }) => id === one.spell.id);
    const right = plain.rights[index];
    return {
      ...tellMonth(one, law),
      id: one.spell.id,
      soldier,
      category: right?.category ?? '',
      since: right?.from ?? '',
      month: monthText(one.month),
      fen: one.fen,
    };
  });
}
