import { expect, test } from 'vitest';
import { printLines } from './printLines.ts';
import { lackingOf, type Rate, sectionsOf, sourcesOf } from './sections.ts';
import { axesOf, keyWords, plainWords } from './words.ts';

const rate = (code: string, key: string, amount: number | null): Rate => ({
  ...{
    code,
    key,
    amount,
    unit: 'fen_per_year',
    region: '000000',
    fund: 'central',
    from: '2017-10',
    to: '2018-07',
  },
  ...{ confidence: 'high', derivation: null, article: '附件', package: 'p' },
  status: amount === null ? 'unknown' : 'published',
  source: { id: 's', title: '通知', issuer: null, number: null, issued: null, url: null },
});

test('rates stand under their benefits; a table the law of the month does not ask is neither shown nor missed', () => {
  const rates = [
    rate('survivor.base', 'martyr', 1),
    rate('survivor.byResidence', '', null),
    rate('nursing.wage', '-', null),
    rate('disability.base', '9/duty', null),
    rate('honour.multiple', '-', null),
    rate('fund.share', '', null),
  ];
  const in2018 = sectionsOf(rates, '2018-01');
  expect(in2018.flatMap(({ tables }) => tables.map(({ code }) => code))).toEqual([
    ...['disability.base', 'nursing.wage', 'survivor.base'],
  ]);
  expect(lackingOf(in2018)).toEqual([
    { code: 'disability.base', keys: ['9/duty'], isLocal: false },
    { code: 'nursing.wage', keys: [], isLocal: true },
  ]);
  expect(lackingOf(sectionsOf(rates, '2015-01')).map(({ code }) => code)).toContain('survivor.byResidence');
});

test('a document stands once however many cells it tells', () => {
  const rates = [rate('survivor.base', 'martyr', 1), rate('survivor.base', 'dutyDeath', 2)];
  expect(sourcesOf(rates)).toHaveLength(1);
});

test('every key has a Chinese name, and codes in a sentence of the server too', () => {
  expect(keyWords('disability.base', '9/duty')).toBe('九级 因公');
  expect(keyWords('fund.share', 'illness/central')).toBe('带病回乡退伍军人 中央');
  expect(axesOf('nursing.ratio')[1]?.values.map(({ label }) => label)).toContain('精神障碍');
  expect(plainWords('甲 martyrChild.base 341524 2026-08，重叠')).toBe(
    '甲 「烈士子女生活补助」 341524 2026-08，重叠',
  );
});

test('a printed grid has one line a row, a status that differs told with its cell; other tables a line a cell', () => {
  const derived = { ...rate('disability.base', '9/duty', 1_600_800), status: 'derived' as const };
  const cells = [
    rate('disability.base', '9/combat', 2_048_400),
    derived,
    rate('survivor.base', 'martyr', null),
  ];
  const lines = printLines(sectionsOf(cells, '2018-01'));
  expect(lines.map(({ row, amounts, status }) => [row, amounts, status])).toEqual([
    ['九级', '因战 20,484.00　因公 16,008.00（推算）', '已公布'],
    ['烈士遗属', '不详', '不详'],
  ]);
});
