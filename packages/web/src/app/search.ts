/** Everything after `?` as plain text values, so that addresses stay readable and can be sent. */
export type Search = Readonly<Record<string, string | undefined>>;

export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Empty values leave the address; order is as given. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** What every page keeps when another is opened: town, year and 截至. */
export function keptSearch(search: Search): Search {
  const { division, year, asOf } = search;
  return { division, year, asOf };
}
