import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { BENEFITS, CODES, cellKeys, isCode, settingFits } from '../packages/policy/src/index.ts';
import { type Amount, amountAt, amounts, getAmount, lawFiles, observations } from '../scripts/law-files.ts';

/** What begins after this month came by adding a file and is not frozen here. */
const FROZEN_TO = '2025-07';
const frozen = amounts.filter(({ value }) => value.from <= FROZEN_TO);

const line = ({ code, unit, key, amount, value }: Amount) =>
  [code, value.region, value.from, value.to ?? '-', key, amount, unit, value.status, value.confidence].join(
    ' ',
  );
const hash = (cells: readonly Amount[]) =>
  createHash('sha256').update(cells.map(line).sort().join('\n')).digest('hex').slice(0, 12);
const summary = (cells: readonly Amount[]) => {
  const published = cells.filter(({ value }) => value.status === 'published').length;
  return `${published}+${cells.length - published} ${hash(cells)}`;
};

/** Compared one by one with the collected sources on the day they were entered. */
const ENTERED: Readonly<Record<string, string>> = {
  'disability.base': '169+143 6f037e294a32',
  'nursing.ratio': '26+0 a68f19166d23',
  'survivor.byResidence': '14+0 ab9031c88e8f',
  'survivor.base': '18+9 8fca9ff5753a',
  'redArmy.base': '20+8 5b86c200d8d0',
  'demobilised.base': '20+13 73e97e4f32af',
  'demobilised.increment': '11+0 ec376c5f0ad6',
  'illness.base': '14+0 6258fa9173a8',
  'illness.topUp': '2+3 fec9738f6e73',
  'combat.base': '13+0 9149c28d7b8b',
  'combat.topUp': '1+4 2203c3945b6f',
  'martyrChild.base': '13+0 5238a6d574ee',
  'ruralVeteran.rate': '12+0 a64e9bb73d58',
  'conscript.rate': '6+0 3f203275fda8',
  'conscript.merit': '10+0 62a375093ee4',
  'fund.share': '26+0 66597c1995b3',
  'deathGrant.multiple': '6+0 4b5c7c38f8b4',
  'deathGrant.merit': '15+0 eba1127c96b8',
  'honour.multiple': '1+0 1c14c5cc71d4',
  'statistics.urbanIncome': '2+0 6c69c2eb59c3',
};

describe('the figures of law/ are those that were checked against their sources', () => {
  test.each(Object.keys(CODES).filter((code) => code !== 'nursing.wage'))('%s', (code) => {
    expect(summary(frozen.filter((cell) => cell.code === code))).toBe(ENTERED[code]);
  });

  test('one fen more in one cell is seen', () => {
    const [first, ...rest] = frozen;
    if (!first) throw new Error('no cells');
    expect(hash([{ ...first, amount: first.amount + 1 }, ...rest])).not.toBe(hash(frozen));
  });

  test('a local average wage is not shipped, so 护理费 is unknown until a county enters one', () => {
    expect(amounts.some(({ code }) => code === 'nursing.wage')).toBe(false);
  });
});

describe('every value has its proof', () => {
  const ids = lawFiles.sources.map(({ id }) => id);
  const cited = [
    ...amounts.map(({ value }) => value.source),
    ...lawFiles.settings.flatMap(({ values }) => values.flatMap(({ source }) => source ?? [])),
    ...observations.flatMap(({ source }) => source ?? []),
  ];

  test('sources are named once and every cited one is there', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(cited)].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('only an observation that is refused goes without a source', () => {
    expect(observations.filter(({ source, kind }) => !source && kind !== 'refused')).toEqual([]);
  });

  test('no value is known before its document is issued', () => {
    const issued = new Map(lawFiles.sources.map(({ id, issued }) => [id, issued ?? '0000-00-00']));
    expect(amounts.filter(({ value }) => value.knownOn < (issued.get(value.source) ?? '9'))).toEqual([]);
  });

  test('addresses are of official sites only', () => {
    const hosts = lawFiles.sources.flatMap(({ url }) => (url ? [new URL(url).hostname] : []));
    expect(hosts.length).toBeGreaterThan(0);
    expect(hosts.filter((host) => !host.endsWith('.gov.cn'))).toEqual([]);
  });

  test('derived values say how, published ones say nothing of it', () => {
    const wrong = amounts.filter(({ value }) => (value.status === 'derived') !== Boolean(value.derivation));
    expect(wrong).toEqual([]);
  });
});

describe('tables are whole', () => {
  const tables = lawFiles.packages.flatMap((file) => file.tables.map((table) => ({ file, table })));

  test.each(tables)('$file.package $table.code', ({ table }) => {
    if (!isCode(table.code)) throw new Error(`no such code: ${table.code}`);
    const spans = new Map<string, string[]>();
    for (const { region, from, to, cells, absent, missing } of table.values) {
      const span = `${region} ${from} ${to}`;
      const keys = [...Object.keys(cells ?? {}), ...(absent ?? []), ...(missing ?? [])];
      spans.set(span, [...(spans.get(span) ?? []), ...keys]);
    }
    for (const keys of spans.values()) expect([...keys].sort()).toEqual([...cellKeys(table.code)].sort());
  });

  test('file and package bear the name of region and first month', () => {
    const wrong = lawFiles.packages.filter(({ package: name, tables }) =>
      tables.some(({ values }) => values.some(({ from }) => !name.endsWith(`-${from}`))),
    );
    expect(wrong).toEqual([]);
  });

  test('only what a decree fixes stays open; a yearly standard ends with its year', () => {
    const open = amounts.filter(({ value }) => !value.to).map(({ code }) => code);
    expect([...new Set(open)].sort()).toEqual([
      'deathGrant.merit',
      'deathGrant.multiple',
      'honour.multiple',
      'nursing.ratio',
    ]);
  });
});

describe('settings', () => {
  test('are known names with fitting values', () => {
    const wrong = lawFiles.settings.flatMap(({ name, values }) =>
      values.filter(({ value }) => settingFits(name, value, BENEFITS) !== true).map(() => name),
    );
    expect(wrong).toEqual([]);
  });

  test('Anhui cuts months to whole yuan from 2020-08 to 2024-07 and nowhere else', () => {
    const rounding = lawFiles.settings.find(({ name }) => name === 'rounding');
    const floors = rounding?.values.filter(({ value }) => value === 'floorYuan');
    expect(floors?.map(({ region, from, to }) => [region, from, to])).toEqual([
      ['340000', '2020-08', '2024-07'],
    ]);
  });
});

describe('spans', () => {
  const NEXT = [
    '2014-10',
    '2015-10',
    '2016-10',
    '2017-10',
    '2018-08',
    '2019-08',
    '2020-08',
    '2021-08',
    '2022-08',
  ];
  const YEARS = [...NEXT, '2023-08', '2024-08', '2025-07'];

  test.each([
    ['disability.base', '1/combat'],
    ['disability.base', '10/duty'],
    ['demobilised.increment', '-'],
    ['illness.base', '-'],
    ['combat.base', '-'],
    ['martyrChild.base', '-'],
    ['ruralVeteran.rate', '-'],
  ])('%s %s is known without a gap from 2014-10 to 2025-07', (code, key) => {
    expect(YEARS.filter((month) => !amountAt(code, key, month))).toEqual([]);
  });

  test('between 2010-09 and 2014-10 no national table is known', () => {
    expect(amountAt('disability.base', '1/combat', '2010-09')).toBeDefined();
    expect(amountAt('disability.base', '1/combat', '2010-10')).toBeUndefined();
    expect(amountAt('disability.base', '1/combat', '2014-09')).toBeUndefined();
  });

  test('town and country are one from 2016-10', () => {
    expect(amountAt('survivor.byResidence', 'martyr/rural', '2016-09')).toBeDefined();
    expect(amountAt('survivor.byResidence', 'martyr/rural', '2016-10')).toBeUndefined();
    expect(getAmount('survivor.base', 'martyr', '2016-10')).toBe(2_103_000);
  });

  test.each([
    ['illness.topUp', '2016-09', undefined],
    ['illness.topUp', '2016-10', 'derived'],
    ['illness.topUp', '2017-09', 'derived'],
    ['illness.topUp', '2017-10', 'published'],
    ['illness.topUp', '2018-07', 'published'],
    ['illness.topUp', '2018-08', 'derived'],
    ['illness.topUp', '2020-07', 'derived'],
    ['illness.topUp', '2020-08', 'published'],
    ['illness.topUp', '2021-07', 'published'],
    ['illness.topUp', '2021-08', undefined],
    ['combat.topUp', '2016-09', undefined],
    ['combat.topUp', '2017-10', 'derived'],
    ['combat.topUp', '2020-07', 'derived'],
    ['combat.topUp', '2020-08', 'published'],
    ['combat.topUp', '2021-08', undefined],
  ])("Anhui's five yuan: %s in %s", (code, month, status) => {
    expect(amountAt(code, '-', month, '340000')?.value.status).toBe(status);
  });
});
