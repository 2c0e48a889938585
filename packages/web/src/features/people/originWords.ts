import type { Right } from './data.ts';

function sameSource(left: Right['source'], right: Right['source']): boolean {
  return left?.file === right?.file && left?.sheet === right?.sheet && left?.row === right?.row;
}

/**
 * Where one value of a right came from, when not from the row the whole right names: `2018-01-05 王某更正：认定表`, or
 * an earlier file. Null for the rest.
 */
export function originWords(
  { origins, source }: Pick<Right, 'origins' | 'source'>,
  field: string,
): string | null {
  const origin = origins[field];
  if (origin === undefined) return null;
  const { correction } = origin;
  if (correction !== null && correction.reason !== null)
    return `${correction.on} ${correction.by}更正：${correction.reason}`;
  if (correction !== null) return source === null ? null : `${correction.on} ${correction.by}录入`;
  if (origin.source === null || sameSource(origin.source, source)) return null;
  const { file, sheet, row } = origin.source;
  return `${file ?? '导入'}「${sheet}」第 ${row} 行`;
}
