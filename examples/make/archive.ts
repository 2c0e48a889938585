import type { Row } from './contract.ts';
import { day } from './days.ts';
import { NEW_GROUP, voucher } from './office.ts';
import { ALLOWANCE_VOUCHER, payVoucher } from './payments.ts';
import { TOWN } from './people.ts';

/** How a paper of the sample is drawn: a photo, a scanned sheet, or a typed document. */
export type Drawing = 'photo' | 'scan' | 'typed';

export interface Paper {
  readonly title: string;
  readonly date: string;
  readonly kind: string;
  readonly keep: string;
  readonly number?: string;
  readonly pages?: number;
  readonly by?: string;
  readonly item?: string;
  /** Where the paper original lies; a paper without a drawing lives only there. */
  readonly place?: string;
  readonly drawing?: Drawing;
}

const CABINET = '镇双拥办资料柜';
const TREASURY = '镇财政所凭证柜';
const ENDING: Readonly<Record<Drawing, string>> = { photo: 'jpg', scan: 'pdf', typed: 'docx' };

/** Path of the paper's file inside `papers/`, or undefined where there is only the original. */
export function fileOf(paper: Paper): string | undefined {
  return paper.drawing && `${paper.kind.slice(0, 4)}/${paper.title}.${ENDING[paper.drawing]}`;
}

export function archiveRow(paper: Paper): Row {
  return {
    题名: paper.title,
    责任者: paper.by ?? `${TOWN.name.slice(0, 3)}双拥办`,
    文号: paper.number,
    日期: paper.date,
    页数: paper.pages ?? 1,
    类别: paper.kind,
    保管期限: paper.keep,
    考评条目: paper.item === undefined ? undefined : `town-self-check:${paper.item}`,
    文件: fileOf(paper),
    原件位置: paper.place,
  };
}

type Brief = readonly [date: string, title: string, drawing?: Drawing, more?: Partial<Paper>];

/** Papers of one class; those without a drawing are kept as originals at `place`. */
function group(kind: string, keep: string, place: string, briefs: readonly Brief[]): Paper[] {
  return briefs.map(([date, title, drawing, more]) => ({
    title,
    date,
    kind,
    keep,
    ...(drawing === undefined ? { place } : { drawing }),
    ...more,
  }));
}

function organisation(): Paper[] {
  const minutes = (n: string, date: string): Brief[] => [
    [date, `领导小组第${n}次会议纪要`, 'typed', { pages: 2 }],
    [date, `领导小组第${n}次会议签到表`, 'scan'],
  ];
  return group('组织领导', '30年', CABINET, [
    ['2017-01-06', '2016年度双拥工作总结', undefined, { keep: '永久', pages: 6 }],
    ['2017-01-12', '春节军烈属座谈会记录', 'typed'],
    ...minutes('一', '2017-02-15'),
    ['2017-02-24', '2017年双拥工作要点', 'typed', { number: '映政〔2017〕8号', keep: '永久', pages: 3, item: '3' }],
    ['2017-02-27', '党委会纪要（双拥经费）'],
    ...minutes('二', '2017-03-20'),
    ['2017-03-20', '关于调整双拥工作领导小组的通知', 'typed', { number: NEW_GROUP, keep: '永久', item: '1' }],
    ['2017-03-28', '双拥成员单位职责分工', 'typed', { number: '映双〔2017〕2号' }],
    ['2017-04-10', '双拥工作制度汇编', undefined, { number: '映双〔2017〕3号', pages: 12 }],
    ['2017-05-18', '党委议军会纪要', undefined, { pages: 3 }],
    ['2017-06-22', '军地联席会议纪要', 'typed', { pages: 2 }],
    ...minutes('三', '2017-07-20'),
    ['2017-07-28', '八一座谈会记录', 'typed', { pages: 3 }],
    ['2017-09-11', '党委会纪要（双拥汇报）'],
    ...minutes('四', '2017-12-08'),
  ]);
}

function spending(): Paper[] {
  const days = ['01-16', '02-28', '03-30', '04-18', '05-19', '07-24', '07-28', '07-28', '07-31', '11-20'];
  const copies = days.map((d, i): Brief => [`2017-${d}`, `双拥经费支出凭证复印件${i + 1}`, undefined, { number: voucher(i + 1), pages: 2 }]);
  return group('经费', '30年', TREASURY, [
    ['2017-03-16', '关于2017年双拥工作经费预算的批复', 'typed', { number: '映政〔2017〕12号', item: '4' }],
    ...copies,
  ]);
}

function publicity(): Paper[] {
  const boards = ['01-10', '03-02', '04-01', '05-22', '07-24', '09-20'];
  return group('宣传教育', '10年', CABINET, [
    ...boards.map((d, i): Brief => [`2017-${d}`, `双拥专栏第${i + 1}期照片`, 'photo', i === 0 ? { item: '6' } : {}]),
    ['2017-03-02', '石桥路口标牌照片', 'photo'],
    ['2017-05-16', '竹溪桥头标牌照片', 'photo'],
    ['2017-03-02', '双拥一条街照片', 'photo'],
    ['2017-03-30', '清明横幅照片', 'photo'],
    ['2017-07-25', '八一横幅照片（集镇）', 'photo'],
    ['2017-07-26', '八一横幅照片（各村）', 'photo'],
    ['2017-01-14', '春节慰问信样张', 'typed'],
    ['2017-04-18', '政策明白纸样张', 'typed', { item: '7' }],
    ['2017-07-22', '八一慰问信样张', 'typed'],
    ['2017-04-07', '媒体采用剪报（清明）', 'photo'],
    ['2017-08-02', '媒体采用剪报（八一）', 'photo'],
    ['2017-11-15', '媒体采用剪报（共建）', 'photo'],
    ['2017-06-30', '村广播记录（上半年）', undefined, { pages: 24 }],
    ['2017-12-29', '村广播记录（下半年）', undefined, { pages: 26 }],
  ]);
}

function activities(): Paper[] {
  return group('活动', '30年', CABINET, [
    ['2017-01-18', '迎新春联欢照片', 'photo'],
    ['2017-03-27', '清明活动方案', 'typed'],
    ['2017-03-31', '烈士陵园红色教育照片', 'photo', { item: '8' }],
    ['2017-04-04', '重走红军路照片', 'photo'],
    ['2017-05-26', '红军医院旧址红色教育照片', 'photo'],
    ['2017-07-27', '国防教育培训签到表', 'scan', { pages: 4 }],
    ['2017-07-27', '国防教育培训照片', 'photo'],
    ['2017-07-28', '八一座谈会签到表', 'scan'],
    ['2017-07-28', '八一座谈会照片', 'photo'],
    ['2017-07-29', '军事训练签到表', 'scan', { pages: 2 }],
    ['2017-07-29', '军事训练照片', 'photo'],
    ['2017-11-08', '护林防火通道照片', 'photo'],
  ]);
}

function rollsAndPay(): Paper[] {
  const sheets = Array.from({ length: 12 }, (_, i): Brief => {
    const k = i + 1;
    return [day(2017, k, k % 2 === 0 ? 20 : 21), `2017年${k}月抚恤补助发放表`, undefined, { number: payVoucher(k), pages: 18, by: '镇财政所' }];
  });
  return [
    ...group('优抚名册与确认', '永久', CABINET, [
      ['2017-01-20', '2017年初优抚对象名册', undefined, { pages: 20 }],
      ['2017-12-29', '2017年末优抚对象名册', undefined, { pages: 20, item: '10' }],
    ]),
    ...group('抚恤优待发放', '30年', TREASURY, [
      ...sheets,
      ['2017-07-26', '2017年义务兵家庭优待金发放名册', 'scan', { number: ALLOWANCE_VOUCHER, pages: 2, place: TREASURY, item: '12' }],
    ]),
  ];
}

function care(): Paper[] {
  return [
    ...group('走访慰问帮扶', '30年', CABINET, [
      ['2017-07-31', '八一慰问金签收表', 'scan', { item: '9' }],
      ['2017-12-29', '优抚对象走访联系记录册', undefined, { pages: 30 }],
      ['2017-12-28', '困难帮扶登记册', 'scan', { pages: 9, item: '15' }],
      ['2017-06-30', '优抚对象低保特困比对表', undefined, { pages: 3 }],
      ['2017-12-12', '危房改造受益名册', 'scan', { pages: 2 }],
    ]),
    ...group('安置就业、报到、优待证、光荣牌', '30年', CABINET, [
      ['2017-09-21', '退役士兵报到登记表', 'scan'],
      ['2017-11-27', '退役士兵就业登记表'],
    ]),
    ...group('荣誉', '30年', CABINET, [
      ['2017-01-19', '立功奖励领取表', 'scan'],
      ['2017-01-19', '喜报送达登记表'],
    ]),
  ];
}

/** Papers signed in 2017: the year's 86 filed pieces. */
export function filed2017(): Paper[] {
  return [...organisation(), ...spending(), ...publicity(), ...activities(), ...rollsAndPay(), ...care()];
}

/** Papers about 2017 signed in January 2018: filed in 2018, evidence for 2017. */
export function signedNextYear(): Paper[] {
  return [
    ...group('组织领导', '永久', CABINET, [['2018-01-05', '2017年度双拥工作总结', undefined, { pages: 7, item: '3' }]]),
    ...group('自评与考评', '30年', CABINET, [['2018-01-08', '2017年度双拥工作自评表', undefined, { pages: 3 }]]),
  ];
}

/** The leading group's founding paper stands in both workbooks: half its members rest on it in 2017 too. */
export function founding(): Paper[] {
  return group('组织领导', '永久', CABINET, [['2016-02-26', '关于成立双拥工作领导小组的通知', undefined, { number: '映双〔2016〕1号', pages: 2 }]]);
}

export function filed2016(): Paper[] {
  return [
    ...founding(),
    ...group('组织领导', '30年', CABINET, [
      ['2016-03-18', '关于2016年双拥工作经费预算的批复', undefined, { number: '映政〔2016〕9号' }],
      ['2016-05-20', '2016年党委议军会纪要'],
      ['2016-12-30', '2016年领导小组会议纪要', undefined, { pages: 5 }],
    ]),
    ...group('活动', '30年', CABINET, [['2016-07-29', '2016年八一座谈会签到表']]),
    ...group('走访慰问帮扶', '30年', CABINET, [['2016-08-01', '2016年八一慰问金签收表']]),
  ];
}
