import { describe, expect, it } from 'vitest';
import { composeDraft } from './compose.ts';
import { withNotes } from './notes.ts';
import { figuresOf, sentencesOf } from './places.ts';
import { sampleFigures, sampleNotes } from './sample-figures.ts';
import type { Draft, FigureValue } from './types.ts';
import { draftSchema } from './types.ts';
import { defaultWording, parseWording } from './wording.ts';

const asOf = '2017-12-31';

function compose(
  changes: Record<string, Partial<FigureValue>> = {},
  notes = sampleNotes,
  year = 2017,
): Draft {
  const figures = withNotes(sampleFigures(changes), notes, asOf);
  const { missingSheets } = notes;
  return composeDraft({ year, office: '双河镇', figures, missingSheets, wording: defaultWording() });
}

const textOf = (draft: Draft, section: string): string =>
  (draft.blocks.find((block) => block.section === section)?.sentences ?? [])
    .map((sentence) => sentence.runs.map((run) => run.text).join(''))
    .join('');

describe('the first draft', () => {
  it('carries every figure of the reference township', () => {
    const draft = compose();
    expect(draft.title).toBe('双河镇2017年度双拥工作总结');
    expect(textOf(draft, 'opening')).toBe(
      '2017年是中国人民解放军建军90周年。现将双河镇2017年度双拥工作情况总结如下。',
    );
    expect(textOf(draft, '一')).toBe(
      '全年召开双拥工作领导小组会议4次，会议平均到会率93.3%。会议议定事项9项，已落实7项。双拥经费实际支出12600.5元。',
    );
    expect(textOf(draft, '二')).toBe(
      '全年出双拥专栏6期，设永久性大型标牌2处，悬挂横幅标语15幅，建有双拥一条街1条。' +
        '各村（社区）均开展广播宣传，全年播出48次。向群众和优抚对象发放政策明白纸2400份。',
    );
    expect(textOf(draft, '三')).toBe(
      '组织祭扫纪念活动1场，参加200余人次。组织中小学生参加红色教育500余人次。组织国防和军事训练50余人次。' +
        '走访慰问4户，每户慰问金500元，共2000元。全年共开展双拥活动8场，参与800余人次。',
    );
    expect(textOf(draft, '四')).toBe(
      '全年为重点优抚对象360人发放抚恤补助981875元。义务兵家庭优待金发放28人、199752元。' +
        '优抚对象享受低保、特困（五保）供养48人。危房改造受益优抚对象60人。帮助解决困难23件。',
    );
    expect(textOf(draft, '五')).toBe('全年归档双拥资料86件。对照县考评条目48条，有据41条，尚有缺口7条。');
  });

  it('draws shortcomings and next steps from what is open, each a figure of its own', () => {
    expect(textOf(compose(), 'closing')).toBe(
      '文中自动生成的数字，出处均见《数据来源对照表》。' +
        '存在的不足：8条记录尚缺佐证材料，2项议定事项逾期未落实，2类台账没有记录（经费、档案）。' +
        '下一步：逐条补齐8条记录的佐证材料，督办落实2项逾期议定事项，补录2类台账。',
    );
    const codes = figuresOf(compose()).map(({ run }) => run.code);
    expect(codes.filter((code) => code === 'X.unevidenced')).toHaveLength(2);
  });

  it('says nothing of shortcomings where nothing is open', () => {
    const clean = { unevidencedRecords: 0, overdueResolutions: 0, openDifficulties: 0, missingSheets: [] };
    expect(textOf(compose({}, clean), 'closing')).toBe('文中自动生成的数字，出处均见《数据来源对照表》。');
  });

  it('leaves out a sentence whose figure is null, and never fills it', () => {
    const draft = compose({ F02: { value: null, reason: '没有发放记录' }, M02: { value: null } });
    expect(textOf(draft, '四')).not.toContain('抚恤补助');
    expect(textOf(draft, '五')).toBe('全年归档双拥资料86件。');
  });

  it('says «every household» only where the sum bears it out', () => {
    expect(textOf(compose({ D03: { value: '2300.00' } }), '三')).toContain(
      '走访慰问4户，慰问金多为每户500元，共发放慰问金2300元。',
    );
  });

  it('keeps the rest of a sentence when only a clause has no figure', () => {
    expect(textOf(compose({ B01: { value: null } }), '二')).toMatch(/^全年设永久性大型标牌2处，悬挂/);
    expect(textOf(compose({ 'A06.done': { value: 0 } }), '一')).toContain('会议议定事项9项。');
  });

  it('claims all villages only when every one has a broadcast on record', () => {
    expect(textOf(compose({}, { ...sampleNotes, broadcastVillages: 7 }), '二')).toContain(
      '7个村（社区）开展广播宣传，全年播出48次。',
    );
  });

  it('keeps the heading of a section about which there is no record', () => {
    const nothing = composeDraft({
      ...{ year: 2018, office: '三河镇', figures: new Map(), missingSheets: [], wording: defaultWording() },
    });
    expect(nothing.blocks.find((block) => block.section === '二')).toEqual({
      section: '二',
      heading: '二、强化宣传',
      sentences: [],
    });
    expect(textOf(nothing, 'opening')).toContain('建军91周年');
  });

  it('numbers its sentences by section and marks what is estimated or without papers', () => {
    const visits = figuresOf(compose()).find(({ run }) => run.code === 'D01');
    expect(visits?.sentence.place).toBe('三.4');
    expect(visits?.run.marks).toEqual(['未佐证']);
    expect(figuresOf(compose()).find(({ run }) => run.code === 'C04')?.run.marks).toEqual(['估']);
  });

  it('is plain JSON that the browser can hand back', () => {
    const draft = compose();
    expect(draftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it('follows a county that words it otherwise', () => {
    const wording = parseWording(
      "version: 1\ntitle: '{单位}小结'\nsections:\n  - section: 四\n    heading: 四、落实政策\n    sentences:\n" +
        "      - id: x\n        text: '全年解决困难{J05.items|件|约数}，发放{F02|元|万元}。'\n",
    );
    const draft = composeDraft({
      ...{ year: 2017, office: '双河镇', figures: sampleFigures(), missingSheets: [], wording },
    });
    expect(
      sentencesOf(draft)[0]
        ?.runs.map((run) => run.text)
        .join(''),
    ).toBe('全年解决困难20余件，发放98.19万元。');
  });
});
