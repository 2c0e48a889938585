import type ExcelJS from 'exceljs';
import { checkDigit } from './people.ts';
import { type Chance, chance } from './random.ts';
import { headOf, openWorkbook } from './read.ts';

/** One refusal or warning to expect; any of `columns` may be the one named. */
export interface Fault {
  readonly sheet: string;
  readonly row: number;
  readonly columns: readonly string[];
  readonly code: string;
}
export interface Spoilt {
  readonly refusals: readonly Fault[];
  readonly warnings: readonly Fault[];
}

type Spoil = readonly [
  code: string,
  sheet: string,
  column: string,
  value: (old: string) => ExcelJS.CellValue,
  also?: string,
];

const withCheck = (seventeen: string): string => seventeen + checkDigit(seventeen);

/** What goes wrong in real files, one fault a row; the row is refused, the rest of the sheet is taken. */
const REFUSED: readonly Spoil[] = [
  ['id_check_digit', '优抚对象', '身份证号', (id) => id.slice(0, 17) + (id.endsWith('0') ? '1' : '0')],
  ['id_birth_date', '优抚对象', '身份证号', (id) => withCheck(`${id.slice(0, 10)}13${id.slice(12, 17)}`)],
  ['id_as_number', '优抚对象', '身份证号', (id) => Number(id.replace('X', '0'))],
  ['word_unknown', '优抚对象', '对象类别', () => '劳动模范'],
  ['village_unknown', '优抚对象', '村(社区)', () => '没有这个村'],
  ['required_empty', '优抚对象', '享受起始年月', () => null],
  ['date_ambiguous', '优抚对象', '享受起始年月', () => 2017.1],
  ['text_too_long', '优抚对象', '备注', () => '长'.repeat(2001)],
  ['date_order', '优抚对象', '死亡日期', () => '1925-03-01', '出生日期'],
  ['date_invalid', '优抚对象', '入伍时间', () => '1970-02-30'],
  ['money_format', '发放记录', '金额', () => '一千二百'],
  ['money_format', '发放记录', '金额', () => '12.345'],
  ['error_cell', '发放记录', '金额', () => ({ error: '#N/A' })],
  ['word_unknown', '发放记录', '项目', () => '奖金'],
  ['id_two_names', '发放记录', '姓名', (name) => `${name}某`, '身份证号'],
  ['required_empty', '发放记录', '发放日期', () => null],
  ['date_invalid', '会议', '日期', () => '2017年13月1日'],
  ['money_format', '经费', '金额', () => '1,200元整'],
  ['required_empty', '宣传', '数量', () => null],
  ['village_unknown', '宣传', '村(社区)', () => '邻镇村'],
  ['money_negative', '走访慰问', '慰问金', () => -500],
  ['date_order', '困难帮扶', '办结日期', () => '2016-01-05', '登记日期'],
  ['formula_no_value', '待遇落实', '日期', () => ({ formula: 'TODAY()' })],
];

const WARNED: readonly Spoil[] = [
  ['id_disagrees', '优抚对象', '性别', (sex) => (sex === '男' ? '女' : '男')],
  ['id_disagrees', '优抚对象', '出生日期', () => '1955-05-05'],
  ['type_other', '活动', '类型', () => '登山比赛'],
  ['type_other', '宣传', '类型', () => '灯箱'],
  ['evidence_unknown', '会议', '佐证', () => '没有归档的纪要'],
  ['file_missing', '档案', '文件', () => '宣传教育/没有这个文件.jpg'],
  ['item_unknown', '档案', '考评条目', () => '没有这张表:1'],
];

/** Writes a spoilt copy of a sample workbook and says what its import must refuse and warn of. */
export async function dirty(source: string, target: string, seed: number): Promise<Spoilt> {
  const workbook = await openWorkbook(source);
  const luck = chance(seed);
  const used = new Set<string>();
  const refusals = REFUSED.map((spoil) => spoilOne(workbook, spoil, luck, used));
  const warnings = WARNED.map((spoil) => spoilOne(workbook, spoil, luck, used));
  const overlap = overlappingSpell(workbook, luck, used);
  await workbook.xlsx.writeFile(target);
  return { refusals: [...refusals, overlap], warnings };
}

function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function columnAt(sheet: ExcelJS.Worksheet, column: string): number {
  const index = headOf(sheet).names.findIndex((name) => name.replace('*', '') === column);
  if (index < 0) throw new Error(`no column ${column} on ${sheet.name}`);
  return index + 1;
}

/** A row nobody has spoilt yet; where the fault needs an old value, one that has it. */
function freshRow(sheet: ExcelJS.Worksheet, column: number, luck: Chance, used: Set<string>): number {
  const head = headOf(sheet).at;
  const fill = [...Array(sheet.rowCount - head).keys()].map((i) => head + 1 + i);
  const free = luck.shuffled(fill.filter((at) => !used.has(`${sheet.name}:${at}`)));
  const row = free.find((at) => sheet.getRow(at).getCell(column).value !== null) ?? free[0];
  if (row === undefined) throw new Error(`no row left on ${sheet.name}`);
  used.add(`${sheet.name}:${row}`);
  return row;
}

function spoilOne(workbook: ExcelJS.Workbook, spoil: Spoil, luck: Chance, used: Set<string>): Fault {
  const [code, name, column, value, also] = spoil;
  const sheet = sheetOf(workbook, name);
  const at = columnAt(sheet, column);
  const row = freshRow(sheet, at, luck, used);
  const cell = sheet.getRow(row).getCell(at);
  cell.value = value(String(cell.value ?? ''));
  return { sheet: name, row, columns: also === undefined ? [column] : [column, also], code };
}

/** A second spell of the same right, begun while the first still runs. */
function overlappingSpell(workbook: ExcelJS.Workbook, luck: Chance, used: Set<string>): Fault {
  const sheet = sheetOf(workbook, '优抚对象');
  const stop = columnAt(sheet, '停止年月');
  let first = freshRow(sheet, 1, luck, used);
  while (sheet.getRow(first).getCell(stop).value !== null) first = freshRow(sheet, 1, luck, used);
  const copy = sheet.addRow(sheet.getRow(first).values);
  copy.getCell(columnAt(sheet, '认定时间')).value = '2017-11';
  copy.getCell(columnAt(sheet, '享受起始年月')).value = '2017-11';
  return {
    sheet: '优抚对象',
    row: copy.number,
    columns: ['享受起始年月', '停止年月'],
    code: 'spell_overlap',
  };
}
