import { z } from 'zod';
import type { DocumentAnnex, DocumentRow, DocumentTable } from '../../../platform/document/index.ts';
import { fullDigits, isZero } from './amounts.ts';
import { figuresOf, isPrinted, sentencesOf } from './places.ts';
import type { Draft, FigureNumber } from './types.ts';

const figureNumber = z.union([
  z.number(),
  z.string(),
  z.object({ num: z.number(), den: z.number() }),
  z.null(),
]);

const figureValue = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  value: figureNumber,
  estimated: z.boolean(),
  unevidenced: z.number(),
  records: z.number(),
  asOf: z.string(),
});

const annexEntry = z.object({
  figure: figureValue,
  /** 口径: one sentence, what is counted. */
  definition: z.string(),
  /** 出处: files, sheets, rows, papers in words. */
  source: z.string(),
});

const annex = z.object({
  /** Above the table: the day the figures stand on, the file that is not named in every row. */
  note: z.string(),
  entries: z.array(annexEntry),
});

/** One figure as the annex explains it. */
export type AnnexEntry = z.infer<typeof annexEntry>;
/** What 数据来源对照表 prints beside the draft. */
export type Annex = z.infer<typeof annex>;

/** Reads the annex out of what a signing keeps: the draft with its annex beside it. */
export const annexSchema = z
  .object({ annex: annex.default({ note: '', entries: [] }) })
  .transform((signed): Annex => signed.annex);

/** Figures the text does not print are listed only where there is something to say. */
export const isWorthPrinting = ({ value }: { readonly value: FigureNumber }): boolean =>
  value !== null && !isZero(value);

const COLUMNS: DocumentTable['columns'] = [
  { head: '序号', widthMm: 10, align: 'center' },
  { head: '指标', widthMm: 30, align: 'left' },
  { head: '位置', widthMm: 9.5, align: 'center' },
  { head: '数值', widthMm: 19, align: 'right' },
  { head: '单位', widthMm: 8.5, align: 'center' },
  { head: '口径（定义）', widthMm: 38, align: 'left' },
  { head: '记录数', widthMm: 10, align: 'right' },
  { head: '未佐证', widthMm: 9, align: 'right' },
  { head: '出处', widthMm: 22, align: 'left' },
];

/** Every figure printed in order of the text, then what the office vouched for, then every other that is not null or nought. */
export function annexPaper(draft: Draft, { note, entries }: Annex): DocumentAnnex {
  const places = placesOf(draft);
  const byCode = new Map(entries.map((entry) => [entry.figure.code, entry]));
  const printed = [...places.keys()].flatMap((code) => byCode.get(code) ?? []);
  const others = entries.filter(({ figure }) => !places.has(figure.code) && isWorthPrinting(figure));
  const row = (entry: AnnexEntry) => entryRow(entry, places.get(entry.figure.code) ?? '—');
  const rows = [...printed.map(row), ...typedRows(draft), ...others.map(row)];
  return {
    title: '数据来源对照表',
    ...(note === '' ? {} : { note }),
    table: {
      columns: COLUMNS,
      linkColumn: 1,
      rows: rows.map((each, i) => ({ ...each, cells: [String(i + 1), ...each.cells] })),
    },
  };
}

/** Where each figure stands in the text for the first time: 三.2. */
function placesOf(draft: Draft): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { run, sentence } of figuresOf(draft))
    if (isPrinted(sentence) && !places.has(run.code)) places.set(run.code, sentence.place);
  return places;
}

function entryRow({ figure, definition, source }: AnnexEntry, place: string): DocumentRow {
  const { code, name, unit, value, records, unevidenced, estimated } = figure;
  const number = fullDigits(value) + (estimated ? '\n估' : '');
  return {
    code,
    cells: [
      `${name}\n${code}`,
      place,
      number,
      unit,
      definition,
      String(records),
      String(unevidenced),
      source,
    ],
  };
}

function typedRows(draft: Draft): DocumentRow[] {
  return sentencesOf(draft)
    .filter(isPrinted)
    .flatMap(({ place, runs }) =>
      runs.flatMap((run) =>
        run.kind === 'typed'
          ? [
              {
                cells: ['人工填报', place, run.text, '', `理由：${run.reason}`, '', '', `填报人：${run.who}`],
              },
            ]
          : [],
      ),
    );
}
