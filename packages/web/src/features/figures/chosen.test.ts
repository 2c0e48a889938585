import { expect, test } from 'vitest';
import type { FigureRow } from '../../api/types.ts';
import { chosenFigures } from './chosen.ts';

const figure = (code: string, name: string, section: string, more: Partial<FigureRow> = {}) =>
  ({ code, name, section, value: 1, unevidenced: 0, ...more }) as FigureRow;

const FIGURES = [
  figure('A01', '领导小组会', '一'),
  figure('B04', '横幅', '二', { unevidenced: 1 }),
  figure('K02.rate', '巡护率', '六', { value: null }),
];

const ALL = { heading: '', text: '', isUnproved: false, isUnknown: false };
const codes = (choice: Partial<typeof ALL>) =>
  chosenFigures(FIGURES, { ...ALL, ...choice }).map(({ code }) => code);

test('one heading, part of a name, the beginning of a code in either case', () => {
  expect(codes({})).toEqual(['A01', 'B04', 'K02.rate']);
  expect(codes({ heading: '二' })).toEqual(['B04']);
  expect(codes({ text: '小组' })).toEqual(['A01']);
  expect(codes({ text: 'k02' })).toEqual(['K02.rate']);
  expect(codes({ text: '02' })).toEqual([]);
});

test('only those whose records lack a paper, or that have no source', () => {
  expect(codes({ isUnproved: true })).toEqual(['B04']);
  expect(codes({ isUnknown: true })).toEqual(['K02.rate']);
  expect(codes({ heading: '一', isUnknown: true })).toEqual([]);
});
