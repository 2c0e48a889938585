import type { Db } from '../../kernel/db.ts';
import { type FigureScope, traceFigure } from '../indicators/index.ts';
import type { Catalogue } from './figures.ts';
import type { Report } from './service.ts';
import { type AnnexEntry, type FigureValue, figuresOf, isPrinted } from './text/index.ts';

const RECORDS_READ = 400;

/** «2017台账.xlsx「活动」第 3、7 行»: where the records of a figure stand in the office's own files. */
function sourceWords(
  records: readonly { source: { file: string | null; sheet: string | null; row: number | null } }[],
  total: number,
): string {
  const rows = new Map<string, number[]>();
  for (const { source } of records) {
    if (source.sheet === null || source.row === null) continue;
    const place = `${source.file ?? '导入'}「${source.sheet}」`;
    rows.set(place, [...(rows.get(place) ?? []), source.row]);
  }
  const typed = records.filter(({ source }) => source.sheet === null).length;
  const words = [...rows].map(([place, numbers]) => `${place}第 ${ranges(numbers)} 行`);
  if (typed > 0) words.push(`录入 ${typed} 条`);
  return words.join('；') + (total > records.length ? ' 等' : '');
}

/** `3、7–9`: consecutive rows drawn together, at most a line of them. */
function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: [number, number][] = [];
  for (const number of sorted) {
    const last = parts.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else parts.push([number, number]);
  }
  const shown = parts.slice(0, 6).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join('、') + (parts.length > 6 ? ' 等' : '');
}

async function proofWords(db: Db, scope: FigureScope, catalogue: Catalogue, code: string): Promise<string> {
  if (code.startsWith('X.')) return '见系统「年度总结」';
  const trace = await traceFigure(db, scope, catalogue.indicators, code, { offset: 0, limit: RECORDS_READ });
  return sourceWords(trace.records, trace.total);
}

function isWorthPrinting(figure: FigureValue): boolean {
  return figure.value !== null && figure.value !== 0 && figure.value !== '0.00' && figure.value !== '0.0';
}

/** The annex 数据来源对照表: every figure printed, in the text's order, then every other that is not null or zero. */
export async function annexOf(db: Db, report: Report, catalogue: Catalogue): Promise<AnnexEntry[]> {
  const { figures, definitions } = report.figures;
  const printed = figuresOf(report.draft)
    .filter(({ sentence }) => isPrinted(sentence))
    .map(({ run }) => run.code);
  const others = [...figures.values()].filter(isWorthPrinting).map((figure) => figure.code);
  const entries: AnnexEntry[] = [];
  for (const code of new Set([...printed, ...others])) {
    const figure = figures.get(code);
    if (!figure) continue;
    const source = await proofWords(db, report.scope, catalogue, code);
    entries.push({ figure, definition: definitions.get(code) ?? figure.name, source });
  }
  return entries;
}

/** How many of the printed figures are backed by papers, lack some, or are vouched for by a person. */
export function countFigures(report: Report): {
  total: number;
  evidenced: number;
  unevidenced: number;
  typed: number;
} {
  const runs = report.draft.blocks.flatMap((block) =>
    block.sentences.filter(isPrinted).flatMap((one) => one.runs),
  );
  const bound = runs.flatMap((run) => (run.kind === 'figure' ? [report.figures.figures.get(run.code)] : []));
  const unevidenced = bound.filter((figure) => (figure?.unevidenced ?? 0) > 0).length;
  const typed = runs.filter((run) => run.kind === 'typed').length;
  return { total: bound.length + typed, evidenced: bound.length - unevidenced, unevidenced, typed };
}
