import type { FigureItem } from '../indicators/index.ts';
import type { ReportFigures } from './figures.ts';
import { commonestFile, sourceWords } from './sources.ts';
import {
  type Annex,
  type AnnexEntry,
  type Draft,
  type FigureValue,
  figuresOf,
  isPrinted,
  isWorthPrinting,
} from './text/index.ts';

/** Codes of the figures a draft prints, in its order, each once. */
export function printedCodes(draft: Draft): readonly string[] {
  const printed = figuresOf(draft).filter(({ sentence }) => isPrinted(sentence));
  return [...new Set(printed.map(({ run }) => run.code))];
}

/**
 * The annex 数据来源对照表: every figure printed, in the text's order, then every other that is not null or zero. The
 * file most rows come from is named once, above the table.
 */
export function annexEntries(
  draft: Draft,
  own: ReportFigures,
  items: ReadonlyMap<string, readonly FigureItem[]>,
): Annex {
  const { figures, definitions } = own;
  const others = [...figures.values()].filter(isWorthPrinting).map((figure) => figure.code);
  const file = commonestFile([...items.values()].flat());
  const entries = [...new Set([...printedCodes(draft), ...others])].flatMap((code): AnnexEntry[] => {
    const figure = figures.get(code);
    if (!figure) return [];
    const source = code.startsWith('X.') ? '按各台账统计' : sourceWords(items.get(code) ?? [], file);
    return [{ figure, definition: definitions.get(code) ?? figure.name, source }];
  });
  const asOf = entries[0]?.figure.asOf ?? `${draft.year}-12-31`;
  const named = file === undefined ? '' : `出处没有写文件名的，都在《${file}》里。`;
  return { note: `各数截至 ${asOf}。${named}`, entries };
}

/** How many of the printed figures are backed by papers, lack some, or are vouched for by a person. */
export function countFigures(
  draft: Draft,
  figures: ReadonlyMap<string, FigureValue>,
): { total: number; evidenced: number; unevidenced: number; typed: number } {
  const runs = draft.blocks.flatMap(({ sentences }) =>
    sentences.filter(isPrinted).flatMap((one) => one.runs),
  );
  const bound = runs.flatMap((run) => (run.kind === 'figure' ? [figures.get(run.code)] : []));
  const unevidenced = bound.filter((figure) => (figure?.unevidenced ?? 0) > 0).length;
  const typed = runs.filter((run) => run.kind === 'typed').length;
  return { total: bound.length + typed, evidenced: bound.length - unevidenced, unevidenced, typed };
}
