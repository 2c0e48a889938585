import { day, monthOf } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { lawFiles } from '../../../../scripts/law-files.ts';
import { compileLaw, entitle, type LawFiles, months, type PlainPerson, personFacts } from '../index.ts';
import { basisWords, tellMonth } from './month.ts';

const made = compileLaw(lawFiles);
if (!made.ok) throw new Error('law/ does not compile');
const { law } = made;

function told(rights: PlainPerson['rights'], year = 2017, month = 10, more: Partial<PlainPerson> = {}) {
  const person = personFacts({ born: '1946-03', region: '341524', rights, ...more });
  const at = monthOf(year, month);
  return months(entitle(person, law, at, at)).map((answer) => tellMonth(answer, law));
}

test('the national rate and the five yuan of the province, each with its document, and that one is derived', () => {
  const [one] = told([{ category: '参战退役人员', from: '2007-08' }]);
  expect(one).toMatchObject({ outcome: 'due', amount: '555.00', rounding: null, derived: true });
  expect(one?.lines).toEqual([
    { label: '国家　基本标准', amount: '550.00' },
    { label: '省　增发', amount: '5.00' },
  ]);
  expect(one?.parts.map(({ label, read }) => `${label} ${read}`)).toEqual([
    '国家 550.00 元/月',
    '省 5.00 元/月',
  ]);
  expect(one?.parts.map(({ derivation }) => derivation !== null)).toEqual([false, true]);
  expect(one?.parts[0] && basisWords(one.parts[0].basis)).toContain('民发〔2017〕154号');
});

test('years of service and a year’s figure show their arithmetic', () => {
  const [rural] = told([{ category: '农村籍退役士兵', from: '2012-08', serviceYears: 3.5 }]);
  expect(rural?.facts).toEqual(['服役 3.5 年']);
  expect(rural?.parts[0]?.reckoning).toBe('30.00 × 4 = 120.00 元/月');
  const [disabled] = told([{ category: '残疾军人', from: '2012-08', grade: 9, cause: 'duty' }]);
  expect(disabled?.facts).toEqual(['残疾等级 9 级', '致残性质 因公']);
  expect(disabled?.parts[0]?.reckoning).toBe('9,260.00 ÷ 12 = 771.67 元/月');
  expect(disabled?.rounding).toContain('全年正好');
});

test('what is not due says why, what is unknown what is missing, a part that cannot be computed stands beside', () => {
  const [, lower] = told([
    { category: '残疾军人', from: '2012-08', grade: 9, cause: 'duty' },
    { category: '参战退役人员', from: '2007-08' },
  ]);
  expect(lower).toMatchObject({ outcome: 'notDue', notes: ['几项待遇取最高的一项，这项较低'], parts: [] });
  const [blank] = told([{ category: '残疾军人', from: '2012-08', cause: 'duty' }]);
  expect(blank).toMatchObject({ outcome: 'unknown', notes: ['还缺：残疾等级。补上后就能算出。'] });
  const [nursed] = told([
    { category: '残疾军人', from: '2012-08', grade: 1, cause: 'combat', housed: false },
  ]);
  expect(nursed?.outcome).toBe('due');
  expect(nursed?.notes[0]).toContain('护理费的当地月平均工资');
});

type Table = LawFiles['packages'][number]['tables'][number];

/** The law with tables of a county of its own. */
function lawWith(...tables: readonly Table[]) {
  const packages = [...lawFiles.packages, { package: 'local', title: '练习', tables }];
  const sources = [...lawFiles.sources, { id: 'local', title: '练习' }];
  const local = compileLaw({ ...lawFiles, packages, sources });
  if (!local.ok) throw new Error(local.refusals.map(({ code }) => code).join());
  return local.law;
}

/** One table of the county for 2017. */
function table(head: Pick<Table, 'code' | 'unit' | 'axes'>, rest: Partial<Table['values'][number]>): Table {
  const value = { region: '341524', from: '2017-01', to: '2017-12', source: 'local' } as const;
  const values = [{ ...value, knownOn: day('2017-01-01'), status: 'published' as const, cells: {}, ...rest }];
  return { ...head, combine: 'replace', values };
}

test('a percentage is taken of the wage it stands beside, and both have their names', () => {
  const wage = table({ code: 'nursing.wage', unit: 'fen_per_month', axes: [] }, { cells: { '-': 654_321 } });
  const own = lawWith(wage);
  const rights = [
    { category: '残疾军人', from: '2012-08', grade: 2, cause: 'combat', housed: false } as const,
  ];
  const at = monthOf(2017, 10);
  const person = personFacts({ born: '1946-03', region: '341524', rights });
  const [one] = months(entitle(person, own, at, at)).map((answer) => tellMonth(answer, own));
  expect(one?.parts.map(({ read, reckoning }) => [read, reckoning])).toEqual([
    ['2 级 因战 65,930.00 元/年', '65,930.00 ÷ 12 = 5,494.17 元/月'],
    ['护理费的当地月平均工资 6,543.21 元/月', ''],
    ['护理费比例 2 级 因战 50 %', '6,543.21 × 50% = 3,271.61 元/月'],
  ]);
});

test('the allowance of a conscript’s family is one sum of the year’s rate for the half-years paid', () => {
  const own = lawWith(
    table({ code: 'conscript.rate', unit: 'fen_per_year', axes: [] }, { cells: { '-': 713_400 } }),
  );
  const from = '2016-09';
  const rights = [{ id: 's', category: '义务兵', from, stop: '2018-09', periods: [{ from, to: '2018-08' }] }];
  const person = personFacts({ region: '341524', rights });
  const [june, july] = months(entitle(person, own, monthOf(2017, 6), monthOf(2017, 7))).map((answer) =>
    tellMonth(answer, own),
  );
  expect(june).toMatchObject({ outcome: 'notDue', notes: ['每年只在规定的月份发一次'] });
  expect(july).toMatchObject({ outcome: 'due', amount: '7,134.00', facts: ['这次计发 2 个半年'] });
  expect(july?.parts[0]?.reckoning).toBe('7,134.00 × 2 个半年 ÷ 2 = 7,134.00 元');
});
