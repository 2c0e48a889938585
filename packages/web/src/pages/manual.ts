import { Marked } from 'marked';

/** Byte order of the names, which is the order of the pages: 01, 02, … then those without a number. */
const inByteOrder = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]) =>
  left < right ? -1 : left > right ? 1 : 0;

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const asText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A chapter of the manual: where it stands in the address, its title, its text. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

function reader(addresses: ReadonlyMap<string, string>, ids: ReadonlySet<string>): Marked {
  return new Marked({
    renderer: {
      image({ href, text }) {
        const address = addresses.get(nameOf(href));
        return address === undefined
          ? ''
          : `<img src="${asText(address)}" alt="${asText(text)}" loading="lazy">`;
      },
      link({ href, tokens }) {
        const chapter = idOf(decodeURI(href));
        const to = ids.has(chapter) ? `#${chapter}` : href;
        return `<a href="${asText(to)}">${this.parser.parseInline(tokens)}</a>`;
      },
    },
  });
}

const idOf = (path: string) => nameOf(path).replace(/\.md(#.*)?$/, '');

/**
 * The manual's chapters by file name, pictures from where the build put them, links from one chapter to another
 * inside the page. A picture that was not taken yet leaves nothing behind rather than a broken frame.
 */
export function chaptersOf(
  texts: Readonly<Record<string, string>>,
  pictures: Readonly<Record<string, string>>,
): readonly Chapter[] {
  const addresses = new Map(Object.entries(pictures).map(([path, address]) => [nameOf(path), address]));
  const entries = Object.entries(texts).sort(inByteOrder);
  const marked = reader(addresses, new Set(entries.map(([path]) => idOf(path))));
  return entries.map(([path, text]) => ({
    id: idOf(path),
    title: /^# (.+)$/m.exec(text)?.[1] ?? idOf(path),
    html: marked.parse(text, { async: false }),
  }));
}
