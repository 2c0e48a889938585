import { describe, expect, it } from 'vitest';
import { checkDraft } from './check.ts';
import { defaultCheckRules } from './check-rules.ts';
import { composeDraft } from './compose.ts';
import { sampleFigures } from './sample-figures.ts';
import type { Draft, Figures, Run } from './types.ts';
import { defaultWording } from './wording.ts';

const rules = defaultCheckRules();
const text = (words: string): Run => ({ kind: 'text', text: words });
const figure = (code: string, unit: string, words: string): Run => ({
  ...{ kind: 'figure', code, unit, form: 'exact', text: words, marks: [] },
});

function draftOf(runs: Run[], year = 2017): Draft {
  return {
    ...{ year, title: '总结', names: [] },
    blocks: [{ section: '四', sentences: [{ id: 's', place: '四.1', runs }] }],
  };
}

const check = (
  runs: Run[],
  options: { year?: number; figures?: Figures; lastYear?: Figures; people?: string[] } = {},
) => {
  const { year = 2017, figures = sampleFigures(), ...rest } = options;
  return checkDraft(draftOf(runs, year), { figures, rules, ...rest }).map(({ code, message }) => ({
    code,
    message,
  }));
};

describe('the check before signing', () => {
  it('asks for a source of every numeral, and only that blocks signing', () => {
    const problems = checkDraft(draftOf([text('1988年参战的两百余名老兵在2016年座谈')]), {
      figures: new Map(),
      rules,
    });
    expect(problems.map(({ code, severity, text: words }) => [code, severity, words])).toEqual([
      ['unsourced', 'must', '两百余名'],
      ['other_year', 'look', '2016年'],
    ]);
    expect(problems[0]?.message).toBe('「两百余名」没有来源。请绑定指标，或标为人工填报。');
  });

  it('knows the army’s anniversary of the year', () => {
    expect(check([text('庆祝建军90周年')])).toEqual([]);
    expect(check([text('庆祝建军 90 周年')], { year: 2018 })).toEqual([
      { code: 'wrong_anniversary', message: '按 2018 年推算应为 91 周年，文中写「90 周年」。请改。' },
    ]);
    expect(check([text('建军九十周年')], { year: 2018 }).map((p) => p.code)).toEqual(['wrong_anniversary']);
  });

  it('takes next year for a plan in the closing, and for a slip elsewhere', () => {
    expect(check([text('2018年继续努力')]).map((p) => p.code)).toEqual(['other_year']);
    const closing = {
      ...draftOf([]),
      blocks: [
        { section: 'closing', sentences: [{ id: 's', place: '结尾.1', runs: [text('2018年继续努力')] }] },
      ],
    } satisfies Draft;
    expect(checkDraft(closing, { figures: new Map(), rules })).toEqual([]);
  });

  it('compares units with those of the indicator', () => {
    expect(check([figure('E17.people', '户', '60户')])).toEqual([
      { code: 'unit_differs', message: '「危房改造受益人」的单位是人，文中写「60户」。请核对口径。' },
    ]);
    expect(check([figure('B03', '条', '15条'), figure('C03.events', '次', '1次')])).toEqual([]);
  });

  it('names both readings where the text binds one of two', () => {
    const both = check([figure('F01', '人', '360人'), figure('F02', '元', '981875元')]);
    expect(both).toEqual([
      { code: 'two_readings', message: '全年发放 360 人，年末在册 359 人；文中用的是全年发放。' },
    ]);
    expect(check([figure('E02', '人', '359人')])[0]?.message).toContain('文中用的是年末在册。');
  });

  it('tells a figure that has gone, and one that has changed since it was written', () => {
    const figures = sampleFigures({
      J05: {},
      'J05.items': { value: 25 },
      E16: { value: null, reason: '没有名册' },
    });
    expect(check([figure('J05.items', '件', '23件'), figure('E16', '人', '48人')], { figures })).toEqual([
      { code: 'figure_changed', message: '台账有变：文中「23件」，现为「25件」。请刷新。' },
      {
        code: 'figure_null',
        message: '「享受低保特困优抚对象数」现在没有数（没有名册），这一句不印出。请补台账，或改写这一句。',
      },
    ]);
  });

  it('points at figures more than half unlike last year’s', () => {
    const lastYear = sampleFigures({ B01: { value: 12 }, B02: { value: 1 }, B03: { value: 7 } });
    const runs = [figure('B01', '期', '6期'), figure('B02', '处', '2处'), figure('B03', '幅', '15幅')];
    // Six after twelve is no more than half, and two after one are too few to mean anything.
    expect(check(runs, { lastYear })).toEqual([
      { code: 'unlike_last_year', message: '「横幅标语数」上年 7 幅，今年 15 幅，相差一半以上。请核对。' },
    ]);
  });

  it('tells a part that would leave a gap in the numbering', () => {
    const empty = { ...draftOf([]), blocks: [{ section: '二', heading: '二、强化宣传', sentences: [] }] };
    expect(checkDraft(empty as Draft, { figures: new Map(), rules })).toEqual([
      {
        ...{ code: 'empty_section', severity: 'look', place: '二', sentenceId: '', text: '二、强化宣传' },
        message: '「二、强化宣传」还没有内容，签发后整节不印。请补台账，或自己写一句。',
      },
    ]);
  });

  it('holds parts against their whole', () => {
    const figures = sampleFigures({
      'F03.参战退役人员.amount': { value: '1.00' },
      'A06.done': { value: 10 },
    });
    const problems = check([figure('F02', '元', '981875元'), figure('A06.raised', '项', '9项')], { figures });
    expect(problems).toEqual([
      { code: 'total_differs', message: '「抚恤补助发放金额」与各分项之和不一致。请核对台账。' },
      { code: 'total_differs', message: '「已落实议定事项数」多于「议定事项数」。请核对台账。' },
    ]);
  });

  it('wants reason and name for what the office vouches for', () => {
    expect(check([{ kind: 'typed', text: '20余件', reason: '', who: '王某' }])).toEqual([
      { code: 'typed_without_reason', message: '人工填报的「20余件」没有写理由或填报人。请补上。' },
    ]);
  });

  it('mentions estimates, missing papers, full names and unread sentences', () => {
    const figures = sampleFigures();
    const draft = draftOf([text('走访何守义等'), figure('D01', '户', '4户')]);
    const reused = {
      ...draft,
      blocks: draft.blocks.map((b) => ({
        ...b,
        sentences: b.sentences.map((s) => ({ ...s, reused: true })),
      })),
    };
    const codes = checkDraft(reused, { figures, rules, people: ['何守义', '马远山'] }).map((p) => p.code);
    expect(codes).toEqual(['full_name', 'unevidenced', 'reused_unread']);
  });

  it('finds nothing that blocks in a fresh draft', () => {
    const figures = sampleFigures();
    const draft = composeDraft({
      year: 2017,
      office: '双河镇',
      figures,
      missingSheets: [],
      wording: defaultWording(),
    });
    const problems = checkDraft(draft, { figures, rules });
    expect(problems.filter((p) => p.severity === 'must')).toEqual([]);
    expect(new Set(problems.map((p) => p.code))).toEqual(
      new Set(['estimated', 'unevidenced', 'two_readings']),
    );
  });
});
