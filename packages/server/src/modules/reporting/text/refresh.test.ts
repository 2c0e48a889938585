import { describe, expect, it } from 'vitest';
import { checkDraft } from './check.ts';
import { defaultCheckRules } from './check-rules.ts';
import { laterDifferences } from './differences.ts';
import { refreshDraft, reuseDraft } from './refresh.ts';
import { sampleFigures } from './sample-figures.ts';
import type { Draft } from './types.ts';

const draft: Draft = {
  year: 2017,
  title: '双河镇2017年度双拥工作总结',
  names: ['双河镇'],
  blocks: [
    {
      section: '四',
      heading: '四、落实政策',
      sentences: [
        {
          id: 'own',
          place: '四.9',
          runs: [
            { kind: 'text', text: '2017年建军90周年之际，镇里按月兑现，惠及' },
            { kind: 'figure', code: 'F01', unit: '人', form: 'exact', text: '9人', marks: [] },
            { kind: 'text', text: '，另帮困' },
            { kind: 'typed', text: '20余件', reason: '村里口头报', who: '王某' },
            { kind: 'text', text: '，1979年参战老兵都到了，2016年的也补了。' },
          ],
        },
      ],
    },
  ],
};

const wordsOf = (d: Draft): string => d.blocks[0]?.sentences[0]?.runs.map((run) => run.text).join('') ?? '';

describe('a draft and the records', () => {
  it('takes new figures and keeps the office’s own words', () => {
    const fresh = refreshDraft(draft, sampleFigures({ F01: { value: 361, unevidenced: 2 } }));
    expect(wordsOf(fresh)).toBe(wordsOf(draft).replace('9人', '361人'));
    expect(fresh.blocks[0]?.sentences[0]?.place).toBe('四.1');
    expect(fresh.blocks[0]?.sentences[0]?.runs[1]).toMatchObject({ marks: ['未佐证'] });
  });

  it('empties a figure that has no value any more, so that its sentence is not printed', () => {
    const fresh = refreshDraft(draft, sampleFigures({ F01: { value: null } }));
    expect(fresh.blocks[0]?.sentences[0]?.runs[1]).toMatchObject({ text: '', marks: [] });
  });

  it('tells after signing what the records would say now', () => {
    const signed = refreshDraft(draft, sampleFigures());
    expect(laterDifferences(signed, sampleFigures())).toEqual([]);
    expect(laterDifferences(signed, sampleFigures({ F01: { value: 361 } }))).toEqual([
      {
        ...{ place: '四.1', code: 'F01', name: '抚恤补助发放人数', before: '360人', after: '361人' },
        sentence: '抚恤补助发放人数：原文「360人」，现为「361人」（四.1）。',
      },
    ]);
  });

  it('begins a new year with last year’s words, moved on and unread', () => {
    const next = reuseDraft(draft, sampleFigures(), 2018);
    expect(next.title).toBe('双河镇2018年度双拥工作总结');
    expect(wordsOf(next)).toBe(
      '2018年建军91周年之际，镇里按月兑现，惠及360人，另帮困20余件，1979年参战老兵都到了，2016年的也补了。',
    );
    expect(next.blocks[0]?.sentences[0]?.reused).toBe(true);
    const codes = checkDraft(next, { figures: sampleFigures(), rules: defaultCheckRules() }).map(
      (p) => p.code,
    );
    expect(codes).toEqual(['typed_without_reason', 'other_year', 'two_readings', 'reused_unread']);
  });
});
