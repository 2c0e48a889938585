import { compileLaw, entitle, months, type PlainPerson, personFacts } from '@shuangyong/policy';
import { monthOf } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { lawFiles } from '../../../../scripts/law-files.ts';
import { basisWords, tellMonth } from './tell.ts';

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
