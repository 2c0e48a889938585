import type { ImportResult } from '../apply/import.ts';
import type { Counts, Issue, Issues } from '../plan/index.ts';
import { countsText, sumOfCounts } from './marked.ts';

/** What the command line prints of an import. */
export interface ImportAnswer {
  readonly file: { readonly name: string; readonly sha256: string };
  readonly sheets: Readonly<Record<string, Counts>>;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  readonly notes: Issues['notes'];
}

export function answerOf({ file, sheets, errors, warnings, notes }: ImportResult): ImportAnswer {
  return { file, sheets, errors, warnings, notes };
}

/** Whether any row was taken or already there. */
export function isAnythingTaken({ sheets }: Pick<ImportAnswer, 'sheets'>): boolean {
  const { created, updated, unchanged } = sumOfCounts(Object.values(sheets));
  return created + updated + unchanged > 0;
}

const issueLine = ({ sheet, row, column, value, reason }: Issue) =>
  `  ${sheet} 第 ${row} 行「${column}」${value === '' ? '' : `（${value}）`}：${reason}`;

const SHOWN = 200;

function section(title: string, issues: readonly Issue[]): string[] {
  if (issues.length === 0) return [];
  const more =
    issues.length > SHOWN ? [`  …还有 ${issues.length - SHOWN} 条，见 --json 或 --errors 的文件`] : [];
  return [`${title} ${issues.length} 条`, ...issues.slice(0, SHOWN).map(issueLine), ...more];
}

/** The same for people. */
export function answerText(answer: ImportAnswer, heading: string): string {
  const rows = Object.entries(answer.sheets).map(([sheet, counts]) => `${sheet}：${countsText(counts)}`);
  const notes = answer.notes.map(({ sheet, column }) => `  ${sheet}「${column}」`);
  return [
    `${heading} ${answer.file.name}`,
    ...rows,
    countsText(sumOfCounts(Object.values(answer.sheets))),
    ...section('退回', answer.errors),
    ...section('提醒', answer.warnings),
    ...(notes.length > 0 ? ['认不得的列，照存：', ...notes] : []),
  ].join('\n');
}
