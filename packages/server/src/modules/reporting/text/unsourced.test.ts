import { describe, expect, it } from 'vitest';
import { defaultCheckRules } from './check-rules.ts';
import { composeDraft } from './compose.ts';
import { withNotes } from './notes.ts';
import { sampleFigures, sampleNotes } from './sample-figures.ts';
import type { Draft, Run } from './types.ts';
import { findUnsourced } from './unsourced.ts';
import { defaultWording } from './wording.ts';

const rules = defaultCheckRules();

function draftOf(runs: Run[] | string, year = 2017): Draft {
  const list: Run[] = typeof runs === 'string' ? [{ kind: 'text', text: runs }] : runs;
  const sentences = [{ id: 's', place: '三.1', runs: list }];
  return {
    year,
    title: '双河镇年度总结',
    names: ['双河镇', '八里铺村', '万家乡'],
    blocks: [{ section: '三', sentences }],
  };
}

const found = (text: string, year?: number): string[] =>
  findUnsourced(draftOf(text, year), rules).map((hit) => hit.text);

describe('a numeral without a source', () => {
  it.each([
    ['两百余名干部群众参加', ['两百余名']],
    ['解决困难20余件', ['20余件']],
    ['寄出慰问信三百余封。', ['三百余封']],
    ['走访两户现役军人家属', ['两户']],
    ['数百名学生和几十户家庭', ['数百名', '几十户']],
    ['上千人参加，近百人签名', ['千人', '百人']],
    ['发放981,875.00元、9.5万元', ['981,875.00元', '9.5万元']],
    ['到会率９８％，满意率百分之九十九', ['９８％', '百分之九十九']],
    ['参加者三百余，到会二十五', ['三百余', '二十五']],
    ['慰问一户、一名老兵', ['一户', '一名']],
    ['连续十一年获奖', ['十一年']],
    ['整整三百年', ['三百年']],
    ['两户8月1日受慰问', ['两户']],
    ['每人2727.43元、1250.5元', ['2727.43元', '1250.5元']],
    ['参战老兵（12）', ['12']],
    ['慰问4×500元', ['4', '500元']],
    ['十余万元', ['十余万元']],
    ['送两面锦旗，植树百余棵，上了六堂课', ['两面', '百余棵', '六堂']],
  ])('is found in «%s»', (text, hits) => {
    expect(found(text)).toEqual(hits);
  });

  it.each([
    '2017年，在“八一”、「八一」期间开展活动，2016—2017年度、二〇一七年同。',
    '8月1日、7月28日至30日、2017-08-01、2017.8.1，八月一日，9:30开会，上午9时。',
    '一、加强领导',
    '一是抓组织，二是抓宣传；三是抓落实。',
    '（一）建章立制。（2）落实责任。',
    '第一次、第二批、第3条、第十二届',
    '建双拥一条街，落实五保、三属、两参政策，做到一户一档、一人一策。',
    '落实四尊崇、五关爱、六必访，做到一个不漏。',
    '学习党的十九大精神，进一步统一思想，千方百计、十分重视，统一名称、统一条件。',
    '根据民发〔2017〕154号、皖民优字〔2017〕75号文件，建立“1+1”机制、24小时热线，一户一册，一天不拖。',
    '60周岁以上农村籍退役士兵，年满六十周岁',
    '八里铺村、万家乡、双河镇均已完成。',
    '庆祝建军90周年，建党96周年，新中国成立68周年，庆祝中国人民解放军建军九十周年，第90个建军节。',
    '镇村两级、三级联动，镇党委第一书记，每一位老兵，一年来，全年一次性完成。',
    '从两个方面抓落实，三个坚持。',
    'G312国道沿线，用A4纸。',
    '百姓安居，万家灯火，零距离服务。',
  ])('is not seen in «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('does not count a bound figure, nor one the office vouched for with reason and name', () => {
    const figure: Run = { kind: 'figure', code: 'D01', unit: '户', form: 'exact', text: '4户', marks: [] };
    const typed: Run = { kind: 'typed', text: '20余件', reason: '台账外', who: '王某' };
    expect(findUnsourced(draftOf([{ kind: 'text', text: '慰问' }, figure, typed]), rules)).toEqual([]);
    const bare: Run = { ...typed, reason: ' ' };
    expect(findUnsourced(draftOf([figure, bare]), rules)).toMatchObject([{ run: 1, text: '20余件' }]);
  });

  it('is seen even when an edit has cut it in two, and is told by run and place', () => {
    const cut = draftOf([
      { kind: 'text', text: '解决困难2' },
      { kind: 'text', text: '0余件。' },
    ]);
    expect(findUnsourced(cut, rules)).toEqual([
      { place: '三.1', sentenceId: 's', run: 0, start: 4, end: 8, text: '20余件' },
    ]);
  });

  it('is looked for in the title too', () => {
    expect(findUnsourced({ ...draftOf(''), title: '慰问360人的总结' }, rules)).toMatchObject([
      { place: '标题', text: '360人' },
    ]);
  });

  it('never stands in a fresh draft, whatever the town is called', () => {
    for (const office of ['双河镇', '三河镇', '十里铺镇', '百户乡', '八一街道', '第九师一〇一团']) {
      const figures = withNotes(sampleFigures(), sampleNotes, '2017-12-31');
      const { missingSheets } = sampleNotes;
      const draft = composeDraft({ year: 2017, office, figures, missingSheets, wording: defaultWording() });
      expect(findUnsourced(draft, rules)).toEqual([]);
    }
  });
});
