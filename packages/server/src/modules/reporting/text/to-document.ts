import type {
  DocumentParagraph,
  DocumentRow,
  DocumentRun,
  DocumentTable,
  OfficialDocument,
} from '../../../platform/document/index.ts';
import { fullDigits, isZero } from './amounts.ts';
import { figuresOf, isPrinted, sentencesOf } from './places.ts';
import type { Problem } from './problems.ts';
import type { Block, Draft, FigureValue, Run, Sentence } from './types.ts';

/** One figure as the annex explains it. */
export type AnnexEntry = {
  readonly figure: FigureValue;
  /** 口径: one sentence, what is counted. */
  readonly definition: string;
  /** 出处: files, sheets, rows, papers in words. */
  readonly source: string;
};

export type ToDocumentOptions = {
  readonly state: 'draft' | 'signed';
  readonly annex: readonly AnnexEntry[];
  readonly signature?: { readonly office: string; readonly day: string };
  /** Differences found after signing: «360人 → 361人，补录1人（四.1）». */
  readonly corrections?: readonly string[];
  /** A draft's open problems, as `checkDraft` found them. */
  readonly problems?: readonly Problem[];
};

/** The summary as an official paper: text, 更正说明, annex 数据来源对照表, and for a draft what is still open. */
export function toDocument(draft: Draft, options: ToDocumentOptions): OfficialDocument {
  const { state, signature, corrections, problems } = options;
  return {
    title: draft.title,
    state: state === 'draft' ? 'draft' : 'final',
    paragraphs: draft.blocks.flatMap((block) => blockParagraphs(block, state)),
    ...(signature ? { signature } : {}),
    ...(corrections ? { corrections: corrections.map((text) => body([{ kind: 'text', text }])) } : {}),
    ...(problems ? { problems: problems.map(({ place, message }) => `（${place}）${message}`) } : {}),
    annexes: [{ title: '数据来源对照表', table: annexTable(draft, options.annex) }],
  };
}

const body = (runs: readonly DocumentRun[]): DocumentParagraph => ({ level: 'body', runs });

function blockParagraphs(block: Block, state: ToDocumentOptions['state']): DocumentParagraph[] {
  const paragraphs = groupParagraphs(block.sentences.filter(isPrinted));
  const heading: DocumentParagraph[] =
    block.heading === undefined ? [] : [{ level: 'heading1', runs: [{ kind: 'text', text: block.heading }] }];
  if (paragraphs.length > 0) return [...heading, ...paragraphs];
  if (state === 'signed' || heading.length === 0) return [];
  return [...heading, body([{ kind: 'text', text: '（本节还没有可写的记录。）' }])];
}

function groupParagraphs(sentences: readonly Sentence[]): DocumentParagraph[] {
  const groups: DocumentRun[][] = [];
  for (const sentence of sentences) {
    const runs = sentence.runs.map(documentRun);
    const last = groups.at(-1);
    if (last && !sentence.opensParagraph) last.push(...runs);
    else groups.push(runs);
  }
  return groups.map(body);
}

function documentRun(run: Run): DocumentRun {
  if (run.kind === 'figure') return { kind: 'figure', code: run.code, text: run.text, marks: run.marks };
  return run.kind === 'typed' ? { kind: 'text', text: run.text, marks: ['人工'] } : run;
}

const COLUMNS: DocumentTable['columns'] = [
  { head: '序号', widthMm: 8, align: 'center' },
  { head: '指标', widthMm: 27, align: 'left' },
  { head: '数值', widthMm: 19, align: 'right' },
  { head: '单位', widthMm: 9, align: 'center' },
  { head: '截至', widthMm: 21, align: 'center' },
  { head: '口径（定义）', widthMm: 27, align: 'left' },
  { head: '记录数', widthMm: 11.5, align: 'right' },
  { head: '未佐证', widthMm: 11.5, align: 'right' },
  { head: '出处', widthMm: 22, align: 'left' },
];

/** Every figure printed in order of the text, then what the office vouched for, then every other that is not null or nought. */
function annexTable(draft: Draft, annex: readonly AnnexEntry[]): DocumentTable {
  const printed = new Set(
    figuresOf(draft).flatMap(({ run, sentence }) => (isPrinted(sentence) ? [run.code] : [])),
  );
  const entries = new Map(annex.map((entry) => [entry.figure.code, entry]));
  const first = [...printed].flatMap((code) => entries.get(code) ?? []);
  const others = annex.filter(
    ({ figure }) => !printed.has(figure.code) && figure.value !== null && !isZero(figure.value),
  );
  const rows = [...first.map(entryRow), ...typedRows(draft), ...others.map(entryRow)];
  return {
    columns: COLUMNS,
    linkColumn: 1,
    rows: rows.map((row, i) => ({ ...row, cells: [String(i + 1), ...row.cells] })),
  };
}

function entryRow({ figure, definition, source }: AnnexEntry): DocumentRow {
  const { code, name, unit, value, asOf, records, unevidenced, estimated } = figure;
  const number = fullDigits(value) + (estimated ? '\n估' : '');
  return {
    code,
    cells: [`${name}\n${code}`, number, unit, asOf, definition, String(records), String(unevidenced), source],
  };
}

function typedRows(draft: Draft): DocumentRow[] {
  return sentencesOf(draft)
    .filter(isPrinted)
    .flatMap(({ place, runs }) =>
      runs.flatMap((run) =>
        run.kind === 'typed'
          ? [{ cells: [`人工填报（${place}）`, run.text, '', '', run.reason, '', '', run.who] }]
          : [],
      ),
    );
}
