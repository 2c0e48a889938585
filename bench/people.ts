import { addDays, addMonths, day, identityCheckDigit, monthOf, monthText } from '@shuangyong/values';
import { spellKind } from '../packages/server/src/modules/registry/index.ts';
import { type WriteValue, writeSheets } from '../packages/server/src/platform/workbook/index.ts';

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '长河德茂远山桂兰守义有福广田其昌秀英先林世才保国立新善成';
const CATEGORIES = ['农村籍退役士兵', '参战退役人员', '带病回乡退伍军人', '烈士子女', '其他退役军人'];

/** One of 15,680 names, evenly and in no order, so that a part of a name finds some of the people and not all. */
function nameOf(n: number): string {
  const at = (text: string, i: number) => text[i % text.length] ?? '';
  const mixed = Math.imul(n + 1, 2_654_435_761) >>> 7;
  return at(SURNAMES, mixed) + at(GIVEN, Math.floor(mixed / 20)) + at(GIVEN, Math.floor(mixed / 560));
}

/** An invented number, the n-th of its kind: another day or another serial for every person. */
function identityOf(n: number): { number: string; bornOn: string } {
  const bornOn = addDays(day('1935-01-01'), n % 7000);
  const first17 = `341524${bornOn.replaceAll('-', '')}${String(Math.floor(n / 7000) + 1).padStart(3, '0')}`;
  return { number: first17 + identityCheckDigit(first17), bornOn };
}

function cellsOf(n: number): Record<string, WriteValue> {
  const { number, bornOn } = identityOf(n);
  return {
    name: nameOf(n),
    identity: number,
    sex: Number(number[16]) % 2 === 1 ? '男' : '女',
    born_on: bornOn,
    village_id: `练习${(n % 200) + 1}村`,
    category: CATEGORIES[n % CATEGORIES.length] ?? '',
    enlisted_on: '1968-03-01',
    discharged_on: '1972-03-01',
    service_years: '4',
    residence: '农村',
    approved_on: '2011-08-01',
    from_month: monthText(addMonths(monthOf(2011, 8), n % 60)),
    certificate_no: `练${n}`,
    bank_name: '练习银行',
    account: `6217000${String(n).padStart(12, '0')}`,
    phone: `199${String(n).padStart(8, '0')}`,
    low_income: n % 11 === 0 ? '是' : '否',
    extreme_hardship: n % 97 === 0 ? '是' : '否',
    support_mode: '分散',
    remark: '练习数据，合成',
  };
}

function* rosterRows(people: number): Generator<WriteValue[]> {
  for (let n = 0; n < people; n += 1) {
    const cells = cellsOf(n);
    yield spellKind.columns.map((column) => cells[column.field] ?? null);
  }
}

const text = (header: string) => ({ header, kind: 'text' as const });

/** Writes a township's workbook with so many invented people on the roll, 27 columns each. */
export async function writeRoster(file: string, people: number, code = '341524199000'): Promise<void> {
  const unit = [code, '练习镇', '练习县', 2017, null, null];
  await writeSheets(
    [
      {
        name: '单位',
        columns: ['行政区划代码', '名称', '上级名称', '年度', '人口', '村(社区)数'].map(text),
        rows: [unit],
      },
      {
        name: spellKind.sheet,
        columns: spellKind.columns.map(({ header }) => text(header)),
        rows: rosterRows(people),
      },
    ],
    file,
  );
}
