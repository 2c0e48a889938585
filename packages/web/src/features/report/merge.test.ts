import { expect, test } from 'vitest';
import type { Draft, Sentence } from './data.ts';
import { mergeDrafts } from './merge.ts';

const sentence = (id: string, text: string): Sentence => ({ id, place: '', runs: [{ kind: 'text', text }] });
const draft = (...sentences: Sentence[]): Draft => ({
  ...{ year: 2017, title: '总结', names: [] },
  blocks: [{ section: '三', heading: '三、多样活动', sentences }],
});
const textOf = ({ blocks }: Draft) =>
  blocks.flatMap(({ sentences }) => sentences.map(({ runs }) => runs.map((run) => run.text).join('')));

const [a, b, c] = [sentence('a', '甲。'), sentence('b', '乙。'), sentence('c', '丙。')];
const base = draft(a, b, c);

test('what either of two people changed, added or took out is kept', () => {
  const mine = draft(sentence('a', '甲改。'), sentence('x', '我加。'), b, c);
  const theirs = draft(a, b, sentence('y', '他加。'));
  expect(textOf(mergeDrafts(base, mine, theirs))).toEqual(['甲改。', '我加。', '乙。', '他加。']);
});

test('a sentence both changed stays as I wrote it; one I took out stays when the other changed it', () => {
  const mine = draft(sentence('a', '甲我。'), c);
  const theirs = draft(sentence('a', '甲他。'), sentence('b', '乙他。'), c);
  expect(textOf(mergeDrafts(base, mine, theirs))).toEqual(['甲我。', '乙他。', '丙。']);
});

test('a figure that only stands otherwise today is nobody’s change', () => {
  const visits = (text: string): Sentence => ({
    ...{ id: 'a', place: '' },
    runs: [{ kind: 'figure', code: 'D01', unit: '户', form: 'auto', text, marks: [] }],
  });
  const merged = mergeDrafts(draft(visits('4户')), draft(visits('4户')), draft(visits('5户')));
  expect(textOf(merged)).toEqual(['5户']);
});

test('the title is mine only where I changed it', () => {
  const mine = { ...base, title: '我的总结' };
  expect(mergeDrafts(base, mine, { ...base, title: '他的总结' }).title).toBe('我的总结');
  expect(mergeDrafts(base, base, { ...base, title: '他的总结' }).title).toBe('他的总结');
});
