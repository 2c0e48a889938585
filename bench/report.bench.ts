// The annual summary of the sample as a Word file with its annex, against a bare Word file of the same paragraphs.
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { runQuery } from '../packages/server/src/apps/command.ts';
import { INDICATORS } from '../packages/server/src/apps/figures.ts';
import { KINDS } from '../packages/server/src/apps/kinds.ts';
import { placeOf } from '../packages/server/src/apps/places.ts';
import { openRuntime } from '../packages/server/src/apps/runtime.ts';
import { makeSample } from '../packages/server/src/apps/sample.ts';
import { OPERATOR } from '../packages/server/src/apps/visitor.ts';
import { getDivision } from '../packages/server/src/modules/divisions/index.ts';
import { getReport, reportDocument } from '../packages/server/src/modules/reporting/index.ts';
import { type OfficialDocument, renderDocument } from '../packages/server/src/platform/document/index.ts';
import { inFolder, median, seconds, tell } from './measure.ts';

const catalogue = { kinds: KINDS, indicators: INDICATORS };

const plain = (runs: readonly { text: string }[]) => runs.map((run) => run.text).join('');

async function bare(doc: OfficialDocument): Promise<void> {
  const lines = [...doc.paragraphs.map(({ runs }) => plain(runs)), ...(doc.problems ?? [])];
  const paragraphs = lines.map((line) => new Paragraph(line));
  const tables = doc.annexes.map(
    ({ table }) =>
      new Table({
        rows: table.rows.map(
          (row) =>
            new TableRow({
              children: row.cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
            }),
        ),
      }),
  );
  await Packer.toBuffer(new Document({ sections: [{ children: [...paragraphs, ...tables] }] }));
}

const ROUNDS = 15;

/** Medians of both, taken in turn: they warm up the same library, and neither must ride on the other's rounds. */
async function mediansOf(first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const [left, right]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    left.push(await seconds(first));
    right.push(await seconds(second));
  }
  return [median(left), median(right)] as const;
}

await inFolder(async (folder) => {
  const data = join(folder, 'data');
  await makeSample(data);
  const { runtime, close } = await openRuntime(data, 'command');
  const document = await runQuery(runtime, OPERATOR.caller, async (tx) => {
    const place = placeOf(await getDivision(tx, '341524199000'));
    return reportDocument(tx, place, await getReport(tx, place, 2017, catalogue), catalogue);
  });
  await close();
  const [ours, baseline] = await mediansOf(
    () => renderDocument(document),
    () => bare(document),
  );
  tell({
    name: 'report',
    unit: 's',
    ours,
    baseline,
    baselineName: 'docx, the same paragraphs and rows, no layout',
  });
});
