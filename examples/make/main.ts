import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from './contract.ts';
import { drawn } from './drawing.ts';
import { town } from './town.ts';
import { workbookBytes } from './write.ts';

/** Writes both workbooks; papers are drawn where missing, or all anew with `--papers`. */
async function main(): Promise<void> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'sample');
  const { book2017, book2016 } = town();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '双拥台账-2017.xlsx'), await workbookBytes(book2017));
  writeFileSync(join(folder, '双拥台账-2016.xlsx'), await workbookBytes(book2016));
  await drawPapers(book2017.档案 ?? [], join(folder, 'papers'), process.argv.includes('--papers'));
}

/** Letters look different on machines with other fonts, so drawn papers are kept unless asked for. */
async function drawPapers(archive: readonly Row[], folder: string, anew: boolean): Promise<void> {
  for (const row of archive.filter((r) => r.文件 !== undefined)) {
    const target = join(folder, String(row.文件));
    if (!anew && existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await drawn(row));
  }
}

await main();
