import type { ClosingNotes } from './notes.ts';
import type { FigureNumber, Figures, FigureValue } from './types.ts';

type Row = readonly [
  code: string,
  name: string,
  unit: string,
  value: FigureNumber,
  extra?: Partial<FigureValue>,
];

const estimated = { estimated: true } as const;

/** The reference township of 2017, for tests of the text only; the real figures come from records. */
const ROWS: readonly Row[] = [
  ['A01', '领导小组全体会议次数', '次', 4],
  ['A02', '党委会研究双拥次数', '次', null, { reason: '没有会议记录' }],
  ['A05', '会议平均到会率', '%', { num: 56, den: 60 }],
  ['A06.raised', '议定事项数', '项', 9],
  ['A06.done', '已落实议定事项数', '项', 7],
  ['A10', '双拥经费实际支出', '元', '12600.50'],
  ['B01', '双拥专栏期数', '期', 6],
  ['B02', '永久性大型标牌处数', '处', 2],
  ['B03', '横幅标语数', '幅(条)', 15],
  ['B04', '双拥街数', '条(处)', 1],
  ['B07', '村广播宣传次数', '次', 48],
  ['B08', '政策明白纸发放', '份', 2400],
  ['C01', '双拥活动总场次', '场', 8],
  ['C02', '活动参与人次', '人次', 860, estimated],
  ['C03.events', '祭扫场次', '场', 1],
  ['C03.attendance', '祭扫人次', '人次', 213, estimated],
  ['C04', '中小学生教育人次', '人次', 524, estimated],
  ['C07', '国防军事训练人次', '人次', 56, estimated],
  ['D01', '走访慰问户数', '户', 4, { records: 4, unevidenced: 1 }],
  ['D03', '慰问金合计', '元', '2000.00'],
  ['D04', '慰问金标准', '元', '500.00'],
  ['E02', '重点优抚对象总数', '人', 359],
  ['E16', '享受低保特困优抚对象数', '人', 48],
  ['E17.households', '危房改造受益户', '户', null, { reason: '没有户数' }],
  ['E17.people', '危房改造受益人', '人', 60],
  ['F01', '抚恤补助发放人数', '人', 360],
  ['F02', '抚恤补助发放金额', '元', '981875.00'],
  ['F03.参战退役人员.amount', '参战退役人员发放金额', '元', '322920.00'],
  ['F03.农村籍退役士兵.amount', '农村籍退役士兵发放金额', '元', '658955.00'],
  ['G01.people', '义务兵家庭优待金人数', '人', 28],
  ['G01.amount', '义务兵家庭优待金金额', '元', '199752.00'],
  ['J04.people', '困难帮扶援助人数', '人', 0],
  ['J05.items', '解决困难件数', '件', 23],
  ['M01', '归档件数', '件', 86],
  ['M02', '考评条目覆盖率', '%', { num: 41, den: 48 }],
  ['M03', '缺口条目数', '条', 7],
];

export function sampleFigures(changes: Readonly<Record<string, Partial<FigureValue>>> = {}): Figures {
  return new Map(
    ROWS.map(([code, name, unit, value, extra]) => {
      const records = typeof value === 'number' ? Math.min(value, 10) : 1;
      const base = { code, name, unit, value, estimated: false, unevidenced: 0, records, asOf: '2017-12-31' };
      return [code, { ...base, ...extra, ...changes[code] }];
    }),
  );
}

export const sampleNotes: ClosingNotes = {
  unevidencedRecords: 8,
  overdueResolutions: 2,
  openDifficulties: 0,
  missingSheets: ['经费', '档案'],
  villages: 12,
  broadcastVillages: 12,
};
