import { querySerializer } from './client.ts';
import { errorOf, UnreachableError } from './errors.ts';

/** The name a server gives its file. */
export function nameOf(disposition: string | null): string | undefined {
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return name === undefined ? undefined : decodeURIComponent(name);
}

/**
 * Saves a file that has to be made first, so that a refusal is said in its place instead of taking the page away.
 * Answers its name. Throws as `answer` does.
 */
export async function saveFile(path: string, query: Readonly<Record<string, unknown>>): Promise<string> {
  const response = await fetch(`${path}?${querySerializer(query)}`, { credentials: 'same-origin' }).catch(
    () => {
      throw new UnreachableError();
    },
  );
  if (!response.ok) throw errorOf(response.status, await response.json().catch(() => undefined));
  const name = nameOf(response.headers.get('content-disposition')) ?? '文件';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
