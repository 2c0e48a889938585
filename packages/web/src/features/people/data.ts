import { queryOptions } from '@tanstack/react-query';
import { answer, api, send } from '../../api/client.ts';
import type { components, paths } from '../../api/schema.gen.ts';
import type { Cell, RecordRow } from '../../api/types.ts';

export type PersonListed = components['schemas']['PersonListed'];
export type Person = components['schemas']['Person'];
export type Right = Person['rights'][number];
export type TimelineLine = Person['timeline'][number];
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
export type PeoplePage = Answer<'/api/people'>;

export type PeopleTab = 'key' | 'family' | 'other' | 'stopped' | 'all';

/** One question to the roll: which tab, narrowed how, on which day. */
export interface PeopleAsk {
  readonly division: string;
  readonly asOf: string;
  readonly tab: PeopleTab;
  readonly q?: string | undefined;
  readonly village?: string | undefined;
  readonly category?: string | undefined;
  readonly state?: string | undefined;
  readonly missing?: 'yes' | undefined;
}

export function fetchPeople(ask: PeopleAsk, offset: number, limit: number): Promise<PeoplePage> {
  const narrowed = Object.fromEntries(Object.entries(ask).filter(([, value]) => value));
  const query = { ...ask, ...narrowed, offset, limit };
  return answer(api.GET('/api/people', { params: { query: query as never } }));
}

/** What is due to one person in one month. */
export interface Amount {
  readonly fen: number;
  /** Some fact or table is missing: the sum cannot be told. */
  readonly isUnknown: boolean;
  readonly derived: boolean;
}

/** What is due in a month, by person; null to whom nothing is. */
export async function fetchAmounts(
  division: string,
  month: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Amount | null>> {
  const params = { query: { division } };
  const { amounts } = await answer(api.POST('/api/due/amounts', { params, body: { month, ids: [...ids] } }));
  const known = new Map(amounts.map((one) => [one.id, one.fen === 0 && !one.isUnknown ? null : one]));
  return new Map(ids.map((id) => [id, known.get(id) ?? null]));
}

/** The counts of all tabs, for the pages beside the list. */
export function tabsQuery(division: string, asOf: string) {
  return queryOptions({
    queryKey: ['people', 'tabs', division, asOf],
    queryFn: async () => (await fetchPeople({ division, asOf, tab: 'key' }, 0, 1)).tabs,
  });
}

/** How many of a tab lack something, whatever else is filtered. */
export function missingCountQuery({ division, asOf, tab }: PeopleAsk) {
  return queryOptions({
    queryKey: ['people', 'missing', division, asOf, tab],
    queryFn: async () => (await fetchPeople({ division, asOf, tab, missing: 'yes' }, 0, 1)).total,
  });
}

/** The rows before and after one of a list, for going from person to person in the order of that list. */
export function aroundQuery(ask: PeopleAsk, index: number) {
  return queryOptions({
    queryKey: ['people', 'around', ask, index],
    queryFn: () => fetchPeople(ask, Math.max(0, index - 1), 3),
  });
}

export function personQuery(division: string, id: string, asOf: string) {
  return queryOptions({
    queryKey: ['person', division, id, asOf],
    queryFn: (): Promise<Person> => {
      const params = { path: { id }, query: { division, asOf } };
      return answer(api.GET('/api/people/{id}', { params }));
    },
  });
}

export function spellQuery(division: string, id: string) {
  return queryOptions({
    queryKey: ['record', division, 'spell', id],
    queryFn: (): Promise<RecordRow> => {
      const params = { path: { kind: 'spell', id }, query: { division } };
      return answer(api.GET('/api/records/{kind}/{id}', { params }));
    },
  });
}

export interface Looked {
  readonly sex: string;
  readonly bornOn: string;
  readonly existing: { readonly id: string; readonly name: string } | null;
}

/** Whose number is this; sent in the body, so that no address and no log holds it. */
export function lookUp(division: string, identity: string): Promise<Looked> {
  return answer(api.POST('/api/people/lookup', { params: { query: { division } }, body: { identity } }));
}

export async function reveal(
  division: string,
  id: string,
  field: 'identity' | 'phone' | 'account',
  reason: string,
): Promise<string> {
  const params = { path: { id }, query: { division } };
  return (await answer(api.POST('/api/people/{id}/reveal', { params, body: { field, reason } }))).value;
}

export function paperFile(division: string, id: string): string {
  return `/api/papers/${encodeURIComponent(id)}/file?division=${encodeURIComponent(division)}`;
}

export interface PaperOfRight {
  readonly id: string;
  readonly title: string;
  readonly signedOn: string;
  readonly originalAt: string | null;
  readonly sha256: string | null;
}

export function papersQuery(division: string, spellId: string) {
  return queryOptions({
    queryKey: ['papers', division, 'spell', spellId],
    queryFn: (): Promise<PaperOfRight[]> =>
      send('GET', `/api/records/spell/${spellId}/papers?division=${encodeURIComponent(division)}`),
  });
}

export type Cells = Readonly<Record<string, Cell>>;
