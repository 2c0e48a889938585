import { YAMLParseError } from 'yaml';
import type { z } from 'zod';

// What is wrong with the shape of a package file, for the clerk who wrote it: which table, place and month.

type Issue = z.core.$ZodIssue;
type Fields = Readonly<Record<string, unknown>>;

const SHAPES: Readonly<Record<string, string>> = {
  string: '文字（数字要加引号）',
  number: '数字，不加引号',
  array: '一列（每项前面一个短横）',
  object: '一组「名称: 值」',
  record: '一组「名称: 值」',
};

const ALIASES = /alias count/i;

/** Why a text is no YAML at all, with the line. */
export function unreadableWords(error: unknown): string {
  if (error instanceof YAMLParseError) {
    if (error.code === 'MULTIPLE_DOCS') return '一个文件只放一个标准包，不要用 --- 分成几份';
    const at = error.linePos?.[0];
    const place = at ? `第 ${at.line} 行第 ${at.col} 个字附近` : '';
    return `${place}写法不对，请核对缩进（用空格，不用 Tab）、冒号后面的空格、引号和括号`;
  }
  return error instanceof Error && ALIASES.test(error.message) ? '引用（& 和 *）太多' : '不是文字文件';
}

/** One thing out of shape, with its place in the file. */
export function issueWords(issue: Issue, raw: unknown): string {
  const place = placeOf(issue.path, raw);
  return `${place === '' ? '整个文件' : place}：${wrongOf(issue, raw)}`;
}

function wrongOf(issue: Issue, raw: unknown): string {
  if (issue.code === 'unrecognized_keys') return `没有「${issue.keys.join('、')}」这一项`;
  if (issue.code === 'invalid_value') return `只能是 ${issue.values.join('、')}`;
  if (issue.code !== 'invalid_type') return issue.message;
  const shape = SHAPES[issue.expected] ?? issue.expected;
  return valueAt(raw, issue.path) === undefined ? '没有写' : `要写成${shape}`;
}

/** `第 1 张表 illness.base，341524 2026-08，cells.-`. */
function placeOf(path: readonly PropertyKey[], raw: unknown): string {
  const [list, index, inner, at] = path;
  if (typeof index !== 'number') return path.map(String).join('.');
  const item = fieldsAt(raw, path.slice(0, 2));
  if (list !== 'tables') return [`${String(list)} 第 ${index + 1} 项`, ...rest(path.slice(2))].join('，');
  const table = `第 ${index + 1} 张表 ${said(item, 'code')}`.trim();
  if (inner !== 'values' || typeof at !== 'number') return [table, ...rest(path.slice(2))].join('，');
  const value = fieldsAt(raw, path.slice(0, 4));
  const where = `第 ${at + 1} 段 ${said(value, 'region')} ${said(value, 'from')}`.trim();
  return [table, where, ...rest(path.slice(4))].join('，');
}

const rest = (path: readonly PropertyKey[]): readonly string[] =>
  path.length === 0 ? [] : [path.map(String).join('.')];

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[step] : undefined,
    raw,
  );
}

function fieldsAt(raw: unknown, path: readonly PropertyKey[]): Fields {
  const found = valueAt(raw, path);
  return typeof found === 'object' && found !== null ? (found as Fields) : {};
}

const said = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
