import { expect, it } from 'vitest';
import { ownedDraft } from './own.ts';
import { sentencesOf } from './places.ts';
import { sampleFigures } from './sample-figures.ts';
import type { Draft, Run } from './types.ts';

const draft = (...runs: Run[]): Draft => ({
  ...{ year: 2017, title: '双河镇2017年度双拥工作总结', names: ['三百余封'] },
  blocks: [{ section: '四', sentences: [{ id: 'a', place: '四.1', runs }] }],
});
const typed = (reason: string, who: string): Run => ({ kind: 'typed', text: '两百件', reason, who });
const owned = (page: Draft, before?: Draft) =>
  ownedDraft(page, { before, names: ['双河镇'], figures: sampleFigures(), who: '王某' });
const runsOf = (of: Draft) => sentencesOf(of).flatMap(({ runs }) => runs);

it('takes proper names from the place, never from the page', () => {
  expect(owned(draft()).names).toEqual(['双河镇']);
});

it('writes the caller beside a number newly vouched for, whoever the page names', () => {
  expect(runsOf(owned(draft(typed('村报', '刘某'))))).toEqual([typed('村报', '王某')]);
  expect(runsOf(owned(draft(typed('', '刘某'))))).toEqual([typed('', '')]);
});

it('leaves a number with whoever vouched for it before', () => {
  const before = draft(typed('村报', '赵某'));
  expect(runsOf(owned(before, before))).toEqual([typed('村报', '赵某')]);
});

it('takes no measure word with a number in it', () => {
  const figure = (unit: string): Run => ({
    ...{ kind: 'figure', code: 'D01', unit, form: 'auto', text: '4户', marks: [] },
  });
  expect(runsOf(owned(draft(figure('户，又30户'))))).toEqual([figure('户')]);
  expect(runsOf(owned(draft(figure('家'))))).toEqual([figure('家')]);
});
