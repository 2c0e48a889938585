import { describe, expect, test } from 'vitest';
import { type Amount, amountAt, amounts, getAmount } from '../scripts/law-files.ts';

const YUAN = 100;

/** amount × (100 + percent) %, to the nearest multiple of so many yuan, halves up. Whole numbers only. */
function raised(amount: number, percent: number, yuan: number): number {
  const step = yuan * YUAN;
  return Math.floor((2 * amount * (100 + percent) + 100 * step) / (200 * step)) * step;
}

type ByKey = (key: string) => number;
type Percents = Readonly<Record<string, number>>;
/** Raises of grades 1–6 and 7–10 by cause. */
const byCause =
  (upper: Percents, lower: Percents): ByKey =>
  (key) => {
    const [grade, cause = ''] = key.split('/');
    return (Number(grade) <= 6 ? upper : lower)[cause] ?? Number.NaN;
  };
const byGroup =
  (raises: Percents): ByKey =>
  (key) =>
    raises[key] ?? Number.NaN;

const RAISE_2022 = byCause({ combat: 9, duty: 8, illness: 7 }, { combat: 8, duty: 7 });
const RAISE_2023 = byCause({ combat: 7, duty: 6, illness: 5 }, { combat: 6, duty: 5 });
const RAISE_2024 = byCause({ combat: 6, duty: 5, illness: 4 }, { combat: 6, duty: 5 });
const SURVIVORS_2023 = byGroup({ martyr: 7, dutyDeath: 6, illnessDeath: 5 });
const SURVIVORS_2024 = byGroup({ martyr: 6, dutyDeath: 5, illnessDeath: 4 });

/** What a derived cell must be, worked out again from other cells. */
type Rule = ByKey;
const percent =
  (code: string, of: string, by: number | ByKey, yuan = 10): Rule =>
  (key) =>
    raised(getAmount(code, key, of), typeof by === 'number' ? by : by(key), yuan);
/** Anhui's level of another year and the national steps between. */
const steps =
  (of: string, sign: 1 | -1, ...months: readonly string[]): Rule =>
  (key) =>
    months.reduce(
      (sum, month) => sum + sign * getAmount('demobilised.increment', '-', month),
      getAmount('demobilised.base', key, of, '340000'),
    );
const disability = (of: string, by: number | ByKey) => percent('disability.base', of, by);

/** The only multiple of ten yuan that grows by 15, 10 and 10 % to the published amount of 2017-10. */
const onlyStart: Rule = (key) => {
  const target = getAmount('disability.base', key, '2017-10');
  const grown = (start: number) => [15, 10, 10].reduce((amount, by) => raised(amount, by, 10), start);
  const found = Array.from({ length: 2000 }, (_, n) => n * 10 * YUAN).filter((n) => grown(n) === target);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${key}: ${found.length} starts`);
  return found[0];
};

const fiveYuan: Rule = () => 5 * YUAN;

const RULES: Readonly<Record<string, Rule>> = {
  'disability.base 2014-10': onlyStart,
  'disability.base 2015-10': disability('2014-10', 15),
  'disability.base 2016-10': disability('2015-10', 10),
  'disability.base 2018-08': disability('2017-10', 10),
  'disability.base 2019-08': disability('2018-08', 10),
  'disability.base 2020-08': disability('2019-08', 10),
  'disability.base 2023-08': disability('2022-08', RAISE_2023),
  'survivor.base 2020-08': percent('survivor.base', '2019-08', 10),
  'survivor.base 2023-08': percent('survivor.base', '2022-08', SURVIVORS_2023),
  'survivor.base 2024-08': percent('survivor.base', '2023-08', SURVIVORS_2024, 12),
  'redArmy.base 2016-10': percent('redArmy.base', '2015-10', 10),
  'redArmy.base 2020-08': percent('redArmy.base', '2019-08', 10),
  'redArmy.base 2022-08': percent('redArmy.base', '2021-08', 9),
  'redArmy.base 2023-08': percent('redArmy.base', '2022-08', 7),
  'demobilised.base 2016-10': steps('2017-10', -1, '2017-10'),
  'demobilised.base 2019-08': steps('2018-08', 1, '2019-08'),
  'demobilised.base 2021-08': steps('2020-08', 1, '2021-08'),
  'demobilised.base 2023-08': steps('2022-08', 1, '2023-08'),
  'demobilised.base 2024-08': steps('2022-08', 1, '2023-08', '2024-08'),
  'illness.base 2025-08': () => getAmount('illness.base', '-', '2024-08') + 300 * YUAN,
  'illness.topUp 2016-10': fiveYuan,
  'illness.topUp 2018-08': fiveYuan,
  'illness.topUp 2019-08': fiveYuan,
  'combat.topUp 2016-10': fiveYuan,
  'combat.topUp 2017-10': fiveYuan,
  'combat.topUp 2018-08': fiveYuan,
  'combat.topUp 2019-08': fiveYuan,
};

const derived = amounts.filter(({ value }) => value.status === 'derived');
const named = derived.map((cell) => ({ cell, name: `${cell.code} ${cell.value.from}`, key: cell.key }));

describe('every derived value is what its stated rule gives', () => {
  test.each(named)('$name $key', ({ cell, name }) => {
    expect(RULES[name]?.(cell.key)).toBe(cell.amount);
  });

  test('a rule that is off by one step is seen', () => {
    expect(disability('2017-10', 11)('2/combat')).not.toBe(
      getAmount('disability.base', '2/combat', '2018-08'),
    );
  });
});

const at = (code: string, month: string): Amount[] =>
  amounts.filter(({ code: c, value }) => c === code && value.region === '000000' && value.from === month);
const disabilityChain = (from: string, raises: readonly [string, number | ByKey, number][]) =>
  at('disability.base', from).map(({ key, amount }) => {
    const grown = raises.reduce(
      (sum, [, by, yuan]) => raised(sum, typeof by === 'number' ? by : by(key), yuan),
      amount,
    );
    const last = raises.at(-1)?.[0] ?? from;
    return { key, grown, published: amountAt('disability.base', key, last) };
  });

describe('chains of raises end in the published tables', () => {
  test.each([
    [
      '2014-10',
      [
        ['2015-10', 15, 10],
        ['2016-10', 10, 10],
        ['2017-10', 10, 10],
      ],
    ],
    [
      '2017-10',
      [
        ['2018-08', 10, 10],
        ['2019-08', 10, 10],
        ['2020-08', 10, 10],
        ['2021-08', 10, 10],
      ],
    ],
    ['2021-08', [['2022-08', RAISE_2022, 10]]],
    [
      '2022-08',
      [
        ['2023-08', RAISE_2023, 10],
        ['2024-08', RAISE_2024, 12],
      ],
    ],
  ] as const)('all 26 grades from %s', (from, raises) => {
    const chain = disabilityChain(
      from,
      raises.map(([month, by, yuan]) => [month, by, yuan]),
    );
    expect(chain.length).toBe(26);
    for (const { grown, published } of chain) {
      expect(published?.value.status).toBe('published');
      expect(grown).toBe(published?.amount);
    }
  });

  test('the martyrs’ survivors from 2016 to 2021', () => {
    const years = ['2017-10', '2018-08', '2019-08', '2020-08', '2021-08'];
    const grown = years.reduce(
      (amount) => raised(amount, 10, 10),
      getAmount('survivor.base', 'martyr', '2016-10'),
    );
    expect(grown).toBe(getAmount('survivor.base', 'martyr', '2021-08'));
  });

  test.each(['resistance', 'liberation'])(
    'Anhui’s demobilised of the %s war by the national steps',
    (era) => {
      const years = ['2018-08', '2019-08', '2020-08', '2021-08', '2022-08', '2023-08', '2024-08'];
      const grown = steps('2017-10', 1, ...years)(era);
      expect(grown).toBe(getAmount('demobilised.base', era, '2024-08', '340000'));
    },
  );
});
