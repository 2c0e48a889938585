import { describe, expect, test } from 'vitest';
import { CODES } from '../packages/policy/src/index.ts';
import { amountAt, amounts, getAmount } from '../scripts/law-files.ts';

const ANHUI = '340000';
const disability = amounts.filter(({ code }) => code === 'disability.base');
const months = [...new Set(disability.map(({ value }) => value.from))].sort();
const CAUSES = ['combat', 'duty', 'illness'];

describe('tables are shaped as the law shapes them', () => {
  test.each(months)('disability of %s: a worse grade and a graver cause never give less', (month) => {
    const at = (grade: number, cause: string) =>
      amountAt('disability.base', `${grade}/${cause}`, month)?.amount;
    const here = disability.filter(({ value }) => value.from === month);
    const pairs = here.flatMap(({ key, amount }) => {
      const [grade, cause = ''] = key.split('/');
      const next = CAUSES[CAUSES.indexOf(cause) + 1] ?? '';
      return [at(Number(grade) + 1, cause), at(Number(grade), next)].flatMap((less) =>
        less ? [[less, amount]] : [],
      );
    });
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.filter(([less = 0, amount = 0]) => less > amount)).toEqual([]);
  });

  test('no yearly or monthly rate ever falls from one table of a region to the next', () => {
    const falls = amounts.filter(({ code, key, amount, unit, value }) => {
      const before = amounts.filter(
        (other) =>
          other.code === code &&
          other.key === key &&
          other.unit === unit &&
          other.value.region === value.region &&
          other.value.from < value.from,
      );
      const last = before.sort((a, b) => (a.value.from < b.value.from ? 1 : -1))[0];
      return last !== undefined && !code.endsWith('increment') && last.amount > amount;
    });
    expect(falls).toEqual([]);
  });

  test('from 2024-08 every disability figure is a whole number of yuan a month', () => {
    const late = disability.filter(({ value }) => value.from >= '2024-08');
    expect(late.length).toBeGreaterThanOrEqual(26);
    expect(late.filter(({ amount }) => amount % 1200 !== 0)).toEqual([]);
  });
});

const FUNDS = ['central', 'province', 'city', 'county'];
const benefits = CODES['fund.share'].axes[0]?.values ?? [];
const yearly = (code: string, month: string) => {
  const found = amountAt(code, '-', month);
  return (found?.amount ?? Number.NaN) * (found?.unit === 'fen_per_month' ? 12 : 1);
};
/** What Anhui pays a year under the name a split of funds uses. */
function anhuiRate(benefit: string, month: string): number {
  const [first = '', era] = benefit.split('-');
  if (era) return getAmount('demobilised.base', era, month, ANHUI);
  return yearly(`${first}.base`, month) + 12 * getAmount(`${first}.topUp`, '-', month, ANHUI);
}

describe('the funds of a benefit add up to its rate', () => {
  const splits = ['2020-08', '2022-08', '2024-08'].flatMap((month) =>
    benefits.map((benefit) => ({
      month,
      benefit,
      parts: FUNDS.flatMap(
        (fund) => amountAt('fund.share', `${benefit}/${fund}`, month, ANHUI)?.amount ?? [],
      ),
    })),
  );
  const known = splits.filter(({ parts }) => parts.length > 0);

  test.each(known)('$benefit from $month', ({ benefit, month, parts }) => {
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(anhuiRate(benefit, month));
  });

  test('nine splits are known', () => {
    expect(known.length).toBe(9);
  });
});

describe('end points as announced, in yuan', () => {
  test.each([
    ['disability.base', '1/combat', '2009-10', 26_080],
    ['disability.base', '10/duty', '2009-10', 2480],
    ['disability.base', '1/combat', '2016-10', 66_230],
    ['disability.base', '1/combat', '2017-10', 72_850],
    ['disability.base', '10/duty', '2017-10', 6930],
    ['disability.base', '1/combat', '2023-08', 124_410],
    ['disability.base', '10/duty', '2023-08', 11_390],
    ['disability.base', '1/combat', '2024-08', 131_880],
    ['survivor.base', 'martyr', '2017-10', 23_130],
    ['survivor.base', 'illnessDeath', '2016-10', 16_980],
    ['redArmy.base', 'scattered', '2017-10', 22_790],
    ['combat.base', '-', '2017-10', 550],
    ['ruralVeteran.rate', '-', '2011-08', 10],
    ['ruralVeteran.rate', '-', '2024-08', 720],
  ])('%s %s from %s: %d', (code, key, month, yuan) => {
    expect(getAmount(code, key, month)).toBe(yuan * 100);
  });

  test.each([
    ['illness', '2017-10', 6060],
    ['illness', '2020-08', 7860],
    ['combat', '2020-08', 8460],
    ['illness', '2016-10', 5460],
    ['combat', '2016-10', 6060],
    ['combat', '2017-10', 6660],
  ])('Anhui, %s from %s: %d a year with its five yuan a month', (benefit, month, yuan) => {
    expect(anhuiRate(benefit, month)).toBe(yuan * 100);
  });

  test.each([
    ['2017', '2016-01', 1_008_480, 672_320, 67_232],
    ['2025', '2024-01', 1_625_640, 1_083_760, 108_376],
  ])(
    'a death in %s: 褒扬金 and the income parts of the lump sum',
    (year, income, honour, martyr, illness) => {
      const base = getAmount('statistics.urbanIncome', '-', income) / 100;
      const times = (code: string, key: string) => getAmount(code, key, `${year}-01`) * base;
      expect(times('honour.multiple', '-')).toBe(honour);
      expect(times('deathGrant.multiple', 'martyr')).toBe(martyr);
      expect(times('deathGrant.multiple', 'dutyDeath')).toBe(martyr);
      expect(times('deathGrant.multiple', 'illnessDeath')).toBe(illness);
    },
  );

  test('merit of Licheng 2020 in whole yuan as its notice prints it', () => {
    const rate = getAmount('conscript.rate', '-', '2020-07', '350502');
    const printed = ['first', 'second', 'third', 'outstanding'].map((award) =>
      Math.round((rate * getAmount('conscript.merit', award, '2020-07', '350502')) / 10_000),
    );
    expect(printed).toEqual([23_878, 14_327, 7163, 2388]);
  });
});

describe('a township of 360 people in 2017', () => {
  /** Nine months of the level of 2016-10 and three of 2017-10, in fen; every one of them is whole. */
  const year = (code: string, key: string, region?: string) => {
    const monthly = (month: string) =>
      getAmount(code, key, month, region) /
      (amountAt(code, key, month, region)?.unit === 'fen_per_year' ? 12 : 1);
    return 9 * monthly('2017-01') + 3 * monthly('2017-10');
  };
  const withTopUp = (benefit: string) => year(`${benefit}.base`, '-') + year(`${benefit}.topUp`, '-', ANHUI);

  test.each([
    ['农村籍退役士兵, a service year', () => year('ruralVeteran.rate', '-'), 315],
    ['参战、参试', () => withTopUp('combat'), 6210],
    ['带病回乡', () => withTopUp('illness'), 5610],
    ['烈士子女', () => year('martyrChild.base', '-'), 4230],
    ['复员, 建国后', () => year('demobilised.base', 'afterFounding', ANHUI), 11_960],
    ['因公 10 级', () => year('disability.base', '10/duty'), 6457.5],
    ['因公 9 级', () => year('disability.base', '9/duty'), 8630],
    ['因公 8 级', () => year('disability.base', '8/duty'), 11_840],
    ['烈士遗属', () => year('survivor.base', 'martyr'), 21_555],
    ['病故军人遗属', () => year('survivor.base', 'illnessDeath'), 17_405],
  ])('%s', (_, amount, yuan) => {
    expect(amount()).toBe(yuan * 100);
  });

  test('together 981,875.00', () => {
    const sum =
      1178 * year('ruralVeteran.rate', '-') +
      52 * withTopUp('combat') +
      12 * withTopUp('illness') +
      4 * year('martyrChild.base', '-') +
      7 * year('demobilised.base', 'afterFounding', ANHUI) +
      4 * year('disability.base', '10/duty') +
      3 * year('disability.base', '9/duty') +
      year('disability.base', '8/duty') +
      year('survivor.base', 'martyr') +
      2 * year('survivor.base', 'illnessDeath');
    expect(sum).toBe(98_187_500);
  });
});
