import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Comma, double quote, UTF-8, from row 1, values as shown, every sheet into a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** What LibreOffice makes of a file: the produced files by name. Fails when LibreOffice is not installed. */
export async function converted(
  bytes: Uint8Array,
  name: string,
  format: string,
  more: readonly string[] = [],
): Promise<Map<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
  try {
    const source = join(folder, name);
    const out = join(folder, 'out');
    await writeFile(source, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = ['--headless', profile, ...more, '--convert-to', format, '--outdir', out, source];
    await run('soffice', args, { timeout: 100_000 });
    const names = await readdir(out);
    const files = await Promise.all(
      names.map(async (file) => [file, await readFile(join(out, file))] as const),
    );
    return new Map(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The cells LibreOffice shows, by sheet; empty lines kept, so that the n-th line is row n. */
export async function shownCells(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const files = await converted(bytes, 'book.xlsx', CSV);
  return new Map(
    [...files].map(([name, csv]) => [
      name.replace(/^book-/, '').replace(/\.csv$/, ''),
      linesOfCsv(csv.toString('utf8')),
    ]),
  );
}

function linesOfCsv(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    lines.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\n') lines.push([]);
    if (end === '') break;
  }
  return lines;
}
