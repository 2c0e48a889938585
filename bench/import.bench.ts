// 100,000 people × 27 columns, from file to committed rows, against the fastest library reading the same file and
// dropping the cells. Memory of ours counts the database. `--people N` for another size.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { streamXlsxRows } from 'hucre/xlsx';
import { runCommand } from '../packages/server/src/apps/command.ts';
import { KINDS } from '../packages/server/src/apps/kinds.ts';
import { openRuntime } from '../packages/server/src/apps/runtime.ts';
import { OPERATOR } from '../packages/server/src/apps/visitor.ts';
import { importWorkbook } from '../packages/server/src/modules/imports/index.ts';
import { inFolder, peakMb, seconds, tell } from './measure.ts';
import { writeRoster } from './people.ts';

const asked = process.argv.indexOf('--people');
const people = asked < 0 ? 100_000 : Number(process.argv[asked + 1]);

async function readAndDrop(file: string): Promise<number> {
  let rows = 0;
  for await (const _row of streamXlsxRows(await readFile(file), { sheet: 1 })) rows += 1;
  return rows;
}

await inFolder(async (folder) => {
  const file = join(folder, 'roster.xlsx');
  await writeRoster(file, people);
  const { runtime, close } = await openRuntime(join(folder, 'data'), 'command');
  let created = 0;
  let ours = 0;
  const input = {
    file,
    fileName: 'roster.xlsx',
    kinds: KINDS,
    dataDir: runtime.dataDir,
    files: undefined,
    isTrial: false,
  };
  const memoryMb = await peakMb(async () => {
    ours = await seconds(async () => {
      const result = await runCommand(runtime, OPERATOR.caller, (tx, ctx) => importWorkbook(tx, ctx, input));
      created = result.sheets.优抚对象?.created ?? 0;
    });
  });
  await close();
  if (created !== people) throw new Error(`${created} of ${people} people were taken`);
  let read = 0;
  const baseline = await seconds(async () => {
    read = await readAndDrop(file);
  });
  if (read < people) throw new Error(`the baseline read ${read} rows`);
  tell({
    name: 'import',
    unit: 's',
    ours,
    baseline,
    people,
    memoryMb,
    baselineName: 'hucre stream, cells dropped',
  });
});
