import { expect, test } from 'vitest';
import type { Draft, ReportFigure } from './data.ts';
import { otherReadings, suggestFigures, wordsAround } from './suggest.ts';

const figure = (code: string, name: string, ...texts: string[]) =>
  ({
    code,
    name,
    unit: '份',
    definition: '',
    value: Number.parseInt(texts[0] ?? '', 10),
    forms: texts.map((text) => ({ form: 'exact', text })),
  }) as unknown as ReportFigure;

const FIGURES = [
  figure('B08', '政策明白纸发放', '2400份'),
  figure('B09', '慰问信发放', '848份', '八百余份'),
  figure('C07', '国防、军事训练人次', '56人次', '50余人次'),
];
const codes = (text: string, around: string) => suggestFigures(FIGURES, text, around).map(({ code }) => code);

test('a figure is likely when its name is in the words around, or when it would be written so', () => {
  expect(codes('三百余封', '寄出慰问信')).toEqual(['B09']);
  expect(codes('50余人', '到县里参观')).toEqual(['C07']);
  expect(codes('八百余封', '寄出慰问信')[0]).toBe('B09');
  expect(codes('两面', '送锦旗')).toEqual([]);
});

test('the words around a number end with its sentence', () => {
  const text = '会议召开。寄出慰问信三百余封，反响很好。又开会';
  const draft = {
    blocks: [{ sentences: [{ id: 'a', runs: [{ kind: 'text', text }] }] }],
  } as unknown as Draft;
  const hit = { sentenceId: 'a', run: 0, start: 10, end: 14, text: '三百余封' };
  expect(wordsAround(draft, hit)).toBe('寄出慰问信，反响很好');
});

test('another reading is one of the same unit, near in value before near in name', () => {
  const [paid, roll, few, none] = [
    figure('F01', '抚恤补助发放人数', '360人'),
    figure('E02', '重点优抚对象总数', '359人'),
    figure('F03', '抚恤补助发放人数（残疾军人）', '8人'),
    figure('F04', '抚恤补助发放人数（红军失散人员）', '0人'),
  ];
  const money = { ...figure('F02', '抚恤补助发放金额', '360元'), unit: '元' };
  const all = [paid, roll, few, none, money] as ReportFigure[];
  expect(otherReadings(all, paid as ReportFigure).map(({ code }) => code)).toEqual(['E02', 'F03']);
});
