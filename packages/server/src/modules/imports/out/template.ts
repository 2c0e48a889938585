import type { Writable } from 'node:stream';
import type { ColumnDef, KindDef } from '../../../platform/contract/kind.ts';
import {
  type ColumnKind,
  type TemplateColumn,
  type TemplateSheet,
  writeTemplate,
} from '../../../platform/workbook/index.ts';
import { EVIDENCE_COLUMN, unitSheet } from '../plan/index.ts';

const KINDS_OF_COLUMN: Readonly<Record<ColumnDef['type'], ColumnKind>> = {
  text: 'text',
  word: 'text',
  bool: 'text',
  village: 'text',
  month: 'code',
  day: 'day',
  fen: 'money',
  count: 'number',
  decimal: 'number',
  grade: 'number',
  identity: 'code',
  account: 'code',
  phone: 'code',
};

/** Codes of places are digits but no numbers. */
const CODES = new Set(['code']);

export function columnKind(column: ColumnDef): ColumnKind {
  return CODES.has(column.field) ? 'code' : KINDS_OF_COLUMN[column.type];
}

function optionsOf(column: ColumnDef): readonly string[] | undefined {
  if (column.type === 'bool') return ['是', '否'];
  return column.words?.words;
}

function templateColumn(column: ColumnDef): TemplateColumn {
  const options = optionsOf(column);
  return {
    header: column.header,
    kind: columnKind(column),
    required: column.required ?? false,
    ...(column.note ? { note: column.note } : {}),
    ...(options ? { options } : {}),
    ...(column.example === undefined ? {} : { example: column.example }),
  };
}

const EVIDENCE: TemplateColumn = {
  header: EVIDENCE_COLUMN.header,
  kind: 'text',
  note: '「档案」里材料的题名、文号或文件，几份用「、」隔开。',
};

/** The workbook's sheets in the contract's order; every sheet but 单位 may name its papers. */
export function templateSheets(kinds: readonly KindDef[]): TemplateSheet[] {
  return [unitSheet, ...kinds].map((kind) => ({
    name: kind.sheet,
    columns: [...kind.columns.map(templateColumn), ...(kind === unitSheet ? [] : [EVIDENCE])],
  }));
}

const NOTES = [
  '双拥台账导入表：一个乡镇一年一份。',
  '带 * 的列要填。「示例」一行不会导入，可以留着，也可以删掉。',
  '「单位」只填一行；没有内容的表可以整张留空。',
  '身份证号、银行账号先把单元格设为文本再填，否则末几位会丢。',
  '日期写 2017-08-01，年月写 2017-08；不知道的留空。要去掉系统里原有的内容，填「清空」。',
  '再导入同一份表不会重复；改过的格子会更新，空格子不改动原有内容。',
];

/** Writes the empty workbook: drop-downs, notes, one 示例 row a sheet. */
export function writeImportTemplate(kinds: readonly KindDef[], out: string | Writable): Promise<void> {
  return writeTemplate(templateSheets(kinds), NOTES, out);
}
