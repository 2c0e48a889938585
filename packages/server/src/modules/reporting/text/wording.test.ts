import { describe, expect, it } from 'vitest';
import { holds, parseCondition } from './conditions.ts';
import { sampleFigures } from './sample-figures.ts';
import { parseTemplate, slotsOf } from './template.ts';
import { defaultWording, parseWording } from './wording.ts';

const wordingOf = (sentence: string) =>
  `version: 1\ntitle: 总结\nsections:\n  - section: 一\n    sentences:\n      - id: a\n${sentence}`;

describe('a sentence as a county words it', () => {
  it('holds figures, words the system knows, and clauses that may fall away', () => {
    expect(parseTemplate('{年度}年开会{A01|次|汉字}[，议定{A06.raised|项}]。')).toEqual([
      { kind: 'word', word: '年度' },
      { kind: 'text', text: '年开会' },
      { kind: 'figure', code: 'A01', unit: '次', form: 'chinese' },
      {
        kind: 'clause',
        parts: [
          { kind: 'text', text: '，议定' },
          { kind: 'figure', code: 'A06.raised', unit: '项', form: 'auto' },
        ],
      },
      { kind: 'text', text: '。' },
    ]);
  });

  it('is refused with its fault named: unknown form, unknown word, open bracket, unknown key', () => {
    expect(() => parseTemplate('{A01|次|大写}')).toThrow('not a slot');
    expect(() => parseTemplate('{今年}')).toThrow('not a slot');
    expect(() => parseTemplate('开会{A01|次')).toThrow('unmatched bracket');
    expect(() => parseWording(wordingOf('        txt: 开会。'))).toThrow(/txt/);
    expect(() => parseWording(wordingOf("        text: '{A01|次|大写}'"))).toThrow(/not a slot/);
    expect(() => parseWording(wordingOf('        opensParagraph: true'))).toThrow(/either text or variants/);
  });

  it('may stand under a condition, which a missing figure never meets', () => {
    const figures = sampleFigures();
    expect(holds(parseCondition('A06.raised > 0 且 周年 = 90'), figures, 2017)).toBe(true);
    expect(holds(parseCondition('A06.done >= A06.raised'), figures, 2017)).toBe(false);
    expect(holds(parseCondition('A02 = 0'), figures, 2017)).toBe(false);
    expect(holds(parseCondition('A02 != 5'), figures, 2017)).toBe(false);
    expect(() => parseCondition('A01 很多')).toThrow('not a condition');
  });
});

describe('the shipped wording', () => {
  it('has the five sections between opening and closing', () => {
    expect(defaultWording().sections.map((s) => s.section)).toEqual([
      ...['opening', '一', '二', '三', '四', '五', 'closing'],
    ]);
  });

  it('never praises', () => {
    const words = JSON.stringify(defaultWording());
    for (const praise of ['显著', '圆满', '热烈', '深入', '扎实', '有力', '高度重视', '好评', '成效', '蓬勃'])
      expect(words).not.toContain(praise);
  });

  it('prints every figure at most where its section can say it, and no code twice in one sentence', () => {
    for (const { sentences } of defaultWording().sections)
      for (const sentence of sentences)
        for (const { text } of sentence.variants ?? [{ text: sentence.text ?? [] }]) {
          const slots = slotsOf(text).map((slot) => `${slot.code} ${slot.form}`);
          expect(new Set(slots).size).toBe(slots.length);
        }
  });
});
