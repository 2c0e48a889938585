import { strFromU8, unzipSync } from 'fflate';

export type PrintedFigure = { readonly bookmark: string; readonly text: string };

const TOKEN = /<w:bookmarkStart\b([^>]*)\/>|<w:bookmarkEnd\b([^>]*)\/>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The figures of a Word file in order: what stands between the two ends of each `fig_…` bookmark.
 * Also reads files a person has edited and saved in Word or WPS, where one figure may be cut into several runs.
 */
export function readFigures(docx: Uint8Array): PrintedFigure[] {
  const parts = unzipSync(docx, { filter: (file) => file.name === 'word/document.xml' });
  const xml = parts['word/document.xml'];
  if (!xml) throw new Error('the file holds no word/document.xml');
  const found: { bookmark: string; text: string }[] = [];
  const open = new Map<string, { bookmark: string; text: string }>();
  for (const [, start, end, words] of strFromU8(xml).matchAll(TOKEN)) {
    if (start !== undefined) openFigure(start, open, found);
    else if (end !== undefined) open.delete(attribute(end, 'id'));
    else for (const figure of open.values()) figure.text += unescapeXml(words ?? '');
  }
  return found;
}

type Figure = { bookmark: string; text: string };

function openFigure(attributes: string, open: Map<string, Figure>, found: Figure[]): void {
  const bookmark = unescapeXml(attribute(attributes, 'name'));
  if (!bookmark.startsWith('fig_')) return;
  const figure = { bookmark, text: '' };
  open.set(attribute(attributes, 'id'), figure);
  found.push(figure);
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\bw:${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

const unescapeXml = (text: string): string =>
  text
    .replace(/&#(?:x([0-9a-fA-F]+)|(\d+));/g, (_, hex, dec) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(dec)),
    )
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
