import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filed2017, signedNextYear } from './archive.ts';
import { drawn, withFiles } from './draw.ts';
import { town } from './town.ts';
import { workbookBytes } from './write.ts';

/** Writes both workbooks; papers are drawn where missing, or all anew with `--papers`. */
async function main(): Promise<void> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'sample');
  const { book2017, book2016 } = town();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '双拥台账-2017.xlsx'), await workbookBytes(book2017));
  writeFileSync(join(folder, '双拥台账-2016.xlsx'), await workbookBytes(book2016));
  await drawPapers(join(folder, 'papers'), process.argv.includes('--papers'));
}

/** Letters look different on machines with other fonts, so drawn papers are kept unless asked for. */
async function drawPapers(folder: string, anew: boolean): Promise<void> {
  for (const { path, paper } of withFiles([...filed2017(), ...signedNextYear()])) {
    const target = join(folder, path);
    if (!anew && existsSync(target)) continue;
    const bytes = await drawn(paper);
    if (bytes === undefined) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

await main();
