import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type PrintedWord = {
  readonly text: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
};
export type PrintedPage = { readonly width: number; readonly height: number; readonly words: PrintedWord[] };

/**
 * What LibreOffice prints of a Word file: its pages with every word and where it stands, in points.
 * Uses a profile of its own, so that it runs beside an open office, and leaves nothing behind.
 */
export async function printedPages(docx: Uint8Array): Promise<PrintedPage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  try {
    await writeFile(join(folder, 'paper.docx'), docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [
      '--headless',
      profile,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'paper.docx'),
    ];
    await run('soffice', args, { timeout: 100_000 });
    await run('pdftotext', ['-bbox', join(folder, 'paper.pdf'), join(folder, 'paper.html')]);
    return pagesOf(await readFile(join(folder, 'paper.html'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pagesOf(html: string): PrintedPage[] {
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map((page) => ({
    width: Number(page[1]),
    height: Number(page[2]),
    words: [...(page[3] ?? '').matchAll(WORD)].map((word) => ({
      text: word[4] ?? '',
      xMin: Number(word[1]),
      yMin: Number(word[2]),
      xMax: Number(word[3]),
    })),
  }));
}

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<\/word>/g;

/** The lines of a page from top to bottom; words whose heads differ by less than four points share one. */
export function linesOf(page: PrintedPage): { text: string; yMin: number; xMin: number; xMax: number }[] {
  const lines: { text: string; yMin: number; xMin: number; xMax: number }[] = [];
  for (const word of [...page.words].sort((a, b) => a.yMin - b.yMin || a.xMin - b.xMin)) {
    const last = lines.at(-1);
    if (last && word.yMin - last.yMin < 4) {
      last.text += word.text;
      last.xMin = Math.min(last.xMin, word.xMin);
      last.xMax = Math.max(last.xMax, word.xMax);
    } else lines.push({ text: word.text, yMin: word.yMin, xMin: word.xMin, xMax: word.xMax });
  }
  return lines;
}

export const textOf = (pages: readonly PrintedPage[]): string =>
  pages
    .map((page) =>
      linesOf(page)
        .map((line) => line.text)
        .join(''),
    )
    .join('');
