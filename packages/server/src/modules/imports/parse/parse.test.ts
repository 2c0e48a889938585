import { day, identityCheckDigit, monthOf } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import type { Cell, CellType } from '../../../platform/workbook/index.ts';
import { visitKind } from '../../care/index.ts';
import { paidLineKind } from '../../disbursement/index.ts';
import { activityKind, meetingKind } from '../../records/index.ts';
import { spellKind } from '../../registry/index.ts';
import { cellParser, isKept, isProblem, type Parsed } from './index.ts';

function cell(value: string | number, type?: CellType): Cell {
  const text = String(value);
  const own = type ?? (typeof value === 'number' ? 'number' : 'text');
  return { column: 1, type: own, raw: text, text, numberFormatIsDate: own === 'date' };
}

function columnOf(header: string) {
  const all = [spellKind, paidLineKind, visitKind, meetingKind, activityKind].flatMap((kind) => kind.columns);
  const found = all.find((column) => column.header === header);
  if (!found) throw new Error(`no column ${header}`);
  return found;
}

function read(header: string, value: string | number | Cell, shiftMonths = 0): Parsed | string {
  const parse = cellParser(columnOf(header), { today: day('2018-01-05'), shiftMonths });
  const parsed = parse(typeof value === 'object' ? value : cell(value));
  if (isProblem(parsed)) return parsed.problem;
  return isKept(parsed) ? `${parsed.kept} (${parsed.warning})` : parsed;
}

describe('a day', () => {
  test.each([
    ['2017-08-01', '2017-08-01'],
    ['2017.8.1', '2017-08-01'],
    ['2017/8/1', '2017-08-01'],
    ['2017年8月1日', '2017-08-01'],
    ['２０１７－０８－０１', '2017-08-01'],
    [' 2017 - 08 - 01 ', '2017-08-01'],
    ['20170801', '2017-08-01'],
    [20170801, '2017-08-01'],
    ['二〇一七年八月一日', '2017-08-01'],
    ['2017-08-01 00:00:00', '2017-08-01'],
    ['2017-02-30', 'date_invalid'],
    ['2017年13月1日', 'date_invalid'],
    ['腊月生', 'date_invalid'],
    ['2017-08', 'date_invalid'],
    [42948, 'date_invalid'],
    [2017.1, 'date_ambiguous'],
  ])('%s is %s', (value, expected) => {
    expect(read('发放日期', value)).toBe(expected);
  });

  test('as Excel keeps it', () => {
    expect(read('发放日期', cell('2017-08-01', 'date'))).toBe('2017-08-01');
  });

  test('of enlistment, discharge and approval may be a month: its first day', () => {
    expect(read('入伍时间', '1965-03')).toBe('1965-03-01');
    expect(read('退役时间', '1969年3月')).toBe('1969-03-01');
    expect(read('认定时间', '200708')).toBe('2007-08-01');
  });
});

describe('a month', () => {
  test.each([
    ['2017-08', monthOf(2017, 8)],
    ['2017年8月', monthOf(2017, 8)],
    ['2017年8月份', monthOf(2017, 8)],
    ['201708', monthOf(2017, 8)],
    [201708, monthOf(2017, 8)],
    ['2017.10', monthOf(2017, 10)],
    ['2017.1', monthOf(2017, 1)],
    ['2017-08-15', monthOf(2017, 8)],
    [2017.1, 'date_ambiguous'],
    [201713, 'date_invalid'],
    ['2017-13', 'date_invalid'],
    ['去年', 'date_invalid'],
  ])('%s is %s', (value, expected) => {
    expect(read('享受起始年月', value)).toBe(expected);
  });

  test('as the last one due counts one further to the first that is not', () => {
    expect(read('停止年月', '2017-08', 1)).toBe(monthOf(2017, 9));
    expect(read('停止年月', '2017-12', 1)).toBe(monthOf(2018, 1));
  });

  test('without a stop may be written 至今', () => {
    expect(read('停止年月', '至今')).toBeNull();
  });
});

describe('an identity number', () => {
  test('masked says what is wrong with it, not that 18 is not 18', () => {
    const parsed = cellParser(columnOf('身份证号'), { today: day('2018-01-05') })(cell('341524********0012'));
    expect(isProblem(parsed) && parsed.reason).toContain('数字以外的字');
  });

  test.each([
    ['34152419460315003X', 'id_check_digit'],
    ['341524194603150012', '341524194603150012'],
    [' ３４１５２４１９４６０３１５００１２ ', '341524194603150012'],
    ["'341524194603150012", '341524194603150012'],
    ['341524460315001', '341524194603150012'],
    [341524460315001, '341524194603150012'],
    ['34152419460315001', 'id_check_digit'],
    ['341524194613150018', 'id_birth_date'],
    [`34152420200101001${identityCheckDigit('34152420200101001')}`, 'id_birth_date'],
    [341524194603150000, 'id_as_number'],
    ['3.41524E+17', 'id_as_number'],
  ])('%s is %s', (value, expected) => {
    expect(read('身份证号', value)).toBe(expected);
  });

  test('with a small x is the same number', () => {
    expect(read('身份证号', '34152419450725791x')).toBe('34152419450725791X');
  });
});

describe('money', () => {
  test.each([
    ['505', 50_500],
    [505.5, 50_550],
    ['1,764.05', 176_405],
    ['¥1,764.05', 176_405],
    ['￥505元', 50_500],
    ['５０５．００', 50_500],
    ['12.345', 'money_format'],
    [12.345, 'money_format'],
    ['1,200元整', 'money_format'],
    ['一千二百', 'money_format'],
    ['12,34', 'money_format'],
  ])('%s is %s', (value, expected) => {
    expect(read('慰问金', value)).toBe(expected);
  });

  test('below zero stands only among payments', () => {
    expect(read('慰问金', -500)).toBe('money_negative');
    expect(read('金额', -500)).toBe(-50_000);
  });
});

describe('counts and years', () => {
  test.each([
    ['15', 15],
    ['15人', 15],
    ['1,500', 1500],
    ['十五', 15],
    [0, 0],
    ['15.5', 'money_format'],
    ['200余人', 'money_format'],
    ['三十余人', 'money_format'],
    [-3, 'money_negative'],
  ])('应到 %s is %s', (value, expected) => {
    expect(read('应到', value)).toBe(expected);
  });

  test.each([
    ['3.5', '3.5'],
    [4, '4'],
    ['3年6个月', '3.5'],
    ['4年', '4'],
    ['很久', 'money_format'],
  ])('服役年限 %s is %s', (value, expected) => {
    expect(read('服役年限', value)).toBe(expected);
  });
});

describe('words', () => {
  test.each([
    ['对象类别', '60周岁以上农村籍退役士兵', '农村籍退役士兵'],
    ['对象类别', '烈士子女（含错杀后被平反人员子女）', '烈士子女'],
    ['对象类别', '残疾军人（六级）', '残疾军人'],
    ['对象类别', ' 参 战 ', '参战退役人员'],
    ['对象类别', '劳动模范', 'word_unknown'],
    ['项目', '慰问', '慰问金'],
    ['项目', '奖金', 'word_unknown'],
    ['死亡原因', '病逝', '因病'],
    ['残疾等级', '六级', 6],
    ['残疾等级', '10', 10],
    ['残疾等级', '７级', 7],
    ['残疾等级', '十一级', 'word_unknown'],
    ['低保', '是', true],
    ['低保', '√', true],
    ['低保', '低保', true],
    ['低保', '×', false],
    ['低保', '0', false],
    ['低保', '无', false],
    ['低保', '也许', 'word_unknown'],
    ['低保', '', null],
    ['估计', '估', true],
  ])('%s %s is %s', (header, value, expected) => {
    expect(read(header, value)).toBe(expected);
  });

  test('nobody knows are kept as 其他 where the list is open', () => {
    const column = activityKind.columns[1];
    if (!column) throw new Error('no column');
    const parsed = cellParser(column, { today: day('2018-01-05') })(cell('登山比赛'));
    expect(parsed).toMatchObject({ kept: '其他', warning: 'type_other', original: '登山比赛' });
  });

  test('a township taught are understood', () => {
    const parse = cellParser(columnOf('对象类别'), {
      today: day('2018-01-05'),
      learned: { 老兵: '参战退役人员' },
    });
    expect(parse(cell('老兵'))).toBe('参战退役人员');
  });
});

describe('text', () => {
  test('is trimmed, without unseen characters, and at most 2,000 long', () => {
    expect(read('备注', ' \u200b合成\u0007人员 ')).toBe('合成人员');
    expect(read('备注', '=1+1')).toBe('=1+1');
    expect(read('备注', '𠮷'.repeat(2000))).toBe('𠮷'.repeat(2000));
    expect(read('备注', '长'.repeat(2001))).toBe('text_too_long');
  });

  test('of a name loses the spaces it was spread with; over 50 characters it is refused', () => {
    expect(read('姓名', '王 小 明')).toBe('王小明');
    expect(read('姓名', '阿卜杜拉·买买提')).toBe('阿卜杜拉·买买提');
    expect(read('姓名', '名'.repeat(51))).toBe('text_too_long');
  });

  test('of an account kept as a long number is refused: its end is lost', () => {
    expect(read('银行账号', '6217 0000 1000 1234 567')).toBe('6217000010001234567');
    expect(read('银行账号', 6217000010001234000)).toBe('id_as_number');
  });
});

test('an error, an uncomputed formula, a blank, 清空', () => {
  expect(read('备注', cell('#N/A', 'error'))).toBe('error_cell');
  expect(read('金额', cell('', 'formulaNoValue'))).toBe('formula_no_value');
  expect(read('备注', '　')).toBeNull();
  expect(read('慰问金', '—')).toBeNull();
  expect(read('备注', '清 空')).toEqual({ clear: true });
});

test('every refusal says in Chinese what to do', () => {
  const parse = cellParser(columnOf('身份证号'), { today: day('2018-01-05') });
  expect(parse(cell('341524194603150010'))).toMatchObject({
    reason: '校验位不对，应为 2。请核对原件后改正再导入。',
  });
});

describe('the benefit of a category', () => {
  test.each([
    ['参战退役人员生活补助', '参战退役人员生活补助'],
    ['农村籍退役士兵生活补助', '农村籍退役士兵老年生活补助'],
    ['伤残人民警察生活补助', '残疾抚恤金'],
    ['烈士遗属生活补助', '定期抚恤金'],
    ['现役军人家属生活补助', '抚恤补助'],
    ['见义勇为生活补助', 'word_unknown'],
  ])('%s is %s', (value, expected) => {
    expect(read('项目', value)).toBe(expected);
  });
});
