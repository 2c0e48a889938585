import { Marked } from 'marked';

/** Byte order of the names, which is the order of the pages: 01, 02, … then those without a number. */
const inByteOrder = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]) =>
  left < right ? -1 : left > right ? 1 : 0;

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const asText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * The manual as one page: chapters by file name, pictures from where the build put them. A picture that was not
 * taken yet leaves nothing behind rather than a broken frame.
 */
export function manualHtml(
  chapters: Readonly<Record<string, string>>,
  pictures: Readonly<Record<string, string>>,
): string {
  const addresses = new Map(Object.entries(pictures).map(([path, address]) => [nameOf(path), address]));
  const marked = new Marked({
    renderer: {
      image({ href, text }) {
        const address = addresses.get(nameOf(href));
        return address === undefined
          ? ''
          : `<img src="${asText(address)}" alt="${asText(text)}" loading="lazy">`;
      },
    },
  });
  const texts = Object.entries(chapters)
    .sort(inByteOrder)
    .map(([, text]) => text);
  return marked.parse(texts.join('\n\n'), { async: false });
}
