import { describe, expect, test } from 'vitest';
import type { Draft, Run } from './data.ts';
import {
  addSentence,
  bindText,
  closedDraft,
  markRead,
  markSectionRead,
  openedDraft,
  openParagraph,
  paragraphsOf,
  placeOf,
  removeSentence,
  setText,
  splitSentence,
} from './draft.ts';
import { blockedBy, groupChecks, unsourcedIn, wordingOf } from './problems.ts';

const text = (words: string): Run => ({ kind: 'text', text: words });
const visits: Run = { kind: 'figure', code: 'D01', unit: '户', form: 'auto', text: '4户', marks: [] };
const money: Run = { kind: 'figure', code: 'D03', unit: '元', form: 'auto', text: '2000元', marks: [] };

const draft = (...runs: Run[]): Draft => ({
  year: 2017,
  title: '示例镇2017年度双拥工作总结',
  names: [],
  blocks: [
    { section: '三', heading: '三、多样活动', sentences: [{ id: 'a', place: '三.1', runs, reused: true }] },
  ],
});
const runsOf = (of: Draft) => of.blocks[0]?.sentences[0]?.runs.map((run) => run.text);
const unsourced = (words: string) => ({
  ...{
    code: 'unsourced',
    severity: 'must' as const,
    place: '三.1',
    sentenceId: 'a',
    text: words,
    message: '',
  },
});

describe('the office’s own words around the figures', () => {
  test('there is room to write before, between and after figures, and none of it is kept when empty', () => {
    const opened = openedDraft(draft(visits, money, text('。')));
    expect(runsOf(opened)).toEqual(['', '4户', '', '2000元', '。']);
    expect(closedDraft(opened)).toEqual(draft(visits, money, text('。')));
  });

  test('changing the words never loses a figure', () => {
    const opened = openedDraft(draft(text('走访'), visits, text('。')));
    const emptied = [0, 2].reduce((of, run) => setText(of, { sentenceId: 'a', run }, ''), opened);
    expect(runsOf(emptied)).toEqual(['', '4户', '']);
    expect(setText(opened, { sentenceId: 'a', run: 1 }, '5户')).toEqual(opened);
  });

  test('a typed number becomes a figure where it stood', () => {
    const opened = openedDraft(draft(text('寄出慰问信三百余封。')));
    const [found] = unsourcedIn(opened, [unsourced('三百余封')]);
    expect(found && runsOf(bindText(opened, found, visits))).toEqual(['寄出慰问信', '4户', '。']);
  });

  test('a sentence taken out goes back to its place', () => {
    const opened = openedDraft(draft(text('甲。')));
    const two = addSentence(
      opened,
      { section: '三', index: 1 },
      { id: 'b', place: '', runs: [text('乙。')] },
    );
    const place = placeOf(two, 'a');
    const without = removeSentence(two, 'a');
    expect(placeOf(without, 'b')?.index).toBe(0);
    expect(place && addSentence(without, place, place.sentence)).toEqual(two);
  });

  test('a sentence of last year is asked about until somebody has read it', () => {
    expect(markRead(draft(text('甲。')), 'a').blocks[0]?.sentences[0]?.reused).toBeUndefined();
    expect(markSectionRead(draft(text('甲。')), '三').blocks[0]?.sentences[0]?.reused).toBeUndefined();
    expect(markSectionRead(draft(text('甲。')), '四').blocks[0]?.sentences[0]?.reused).toBe(true);
  });

  test('a sentence cut in two keeps its figures, and the second half begins a paragraph', () => {
    const opened = openedDraft(draft(visits, text('。老兵很高兴。')));
    const cut = splitSentence(opened, { sentenceId: 'a', run: 2 }, 1, 'b');
    const [block] = cut.blocks;
    expect(block?.sentences.map(({ runs }) => runs.map((run) => run.text).join(''))).toEqual([
      '4户。',
      '老兵很高兴。',
    ]);
    expect(block && paragraphsOf(block).map((each) => each.length)).toEqual([1, 1]);
    const joined = openParagraph(cut, 'b', false).blocks[0];
    expect(joined && paragraphsOf(joined).map((each) => each.length)).toEqual([2]);
    expect(splitSentence(opened, { sentenceId: 'a', run: 1 }, 0, 'b')).toEqual(opened);
  });

  test('sentences run on until one opens a paragraph', () => {
    const sentences = ['a', 'b', 'c'].map((id) => ({ id, place: '', runs: [], opensParagraph: id === 'c' }));
    expect(paragraphsOf({ section: '三', sentences }).map((each) => each.length)).toEqual([2, 1]);
  });
});

describe('what the checks found', () => {
  test('the same number twice is found twice, and never inside a figure', () => {
    const opened = openedDraft(draft(text('20人，'), visits, text('又20人。')));
    const found = unsourcedIn(opened, [unsourced('20人'), unsourced('20人'), unsourced('20人')]);
    expect(found.map(({ run, start }) => [run, start])).toEqual([
      [0, 0],
      [2, 1],
    ]);
  });

  test('a number of the title is found there', () => {
    const found = unsourcedIn(draft(), [{ ...unsourced('2017'), sentenceId: '标题' }]);
    expect(found).toEqual([{ sentenceId: '标题', run: 0, start: 3, end: 7, text: '2017' }]);
  });

  test('numbers without a source stand one by one, the rest by kind', () => {
    const look = { ...unsourced('4户'), code: 'unevidenced', severity: 'look' as const };
    expect(groupChecks([look]).map(({ words }) => words)).toEqual(['有记录未佐证：4户']);
    expect(
      groupChecks([unsourced('三百余封'), look, look]).map(({ words, checks }) => [words, checks.length]),
    ).toEqual([
      ['「三百余封」没有来源', 1],
      ['有记录未佐证', 2],
    ]);
    expect(blockedBy([look])).toBeUndefined();
    expect(blockedBy([unsourced('三百余封')])).toContain('「三百余封」');
  });

  test('a bound number keeps its way of writing and its measure word', () => {
    expect(wordingOf('三百余封', '份')).toEqual({ form: 'chineseRounded', unit: '封' });
    expect(wordingOf('200余', '人次')).toEqual({ form: 'rounded', unit: '人次' });
    expect(wordingOf('两户', '户')).toEqual({ form: 'chinese', unit: '户' });
    expect(wordingOf('12600元', '元')).toEqual({ form: 'exact', unit: '元' });
  });
});
