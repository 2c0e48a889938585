import type { Row } from './contract.ts';
import { TOWN, VILLAGES } from './people.ts';

/** 单位 and 村(社区) of a year. */
export function unit(year: number): Row[] {
  return [
    {
      行政区划代码: TOWN.code,
      名称: TOWN.name,
      上级名称: TOWN.county,
      年度: year,
      人口: 21_460,
      '村(社区)数': VILLAGES.length,
    },
  ];
}

export function villages(): Row[] {
  return VILLAGES.map((name, i) => ({
    名称: name,
    代码: `${TOWN.code.slice(0, 9)}${i === 0 ? '001' : String(200 + i)}`,
  }));
}

const OLD_GROUP = '映双〔2016〕1号';
export const NEW_GROUP = '映双〔2017〕1号';

/** The leading group; in March 2017 one member left and one joined. */
export function leadingGroup(year: number): Row[] {
  const member = (name: string, post: string, role: string): Row => ({
    姓名: name,
    单位职务: post,
    组内职务: role,
    任职日期: '2016-02-22',
    文件号: OLD_GROUP,
  });
  const standing = [
    member('程立群', '镇党委书记', '组长'),
    member('余海峰', '镇党委副书记、镇长', '副组长'),
    member('汪振武', '镇党委委员、武装部长', '副组长'),
    member('江秀兰', '镇党政办主任', '成员'),
    member('陶文斌', '镇财政所所长', '成员'),
    member('储国庆', '镇民政办主任', '成员'),
    member('方晓东', '镇派出所所长', '成员'),
    member('潘玉芝', '镇中心学校校长', '成员'),
    member('叶长春', '镇卫生院院长', '成员'),
  ];
  const leaving = member('贺新民', '镇人社所所长', '成员');
  // Left blank in 2016, so that the older workbook, taken in later, does not undo the number of 2017.
  if (year === 2016) return [...standing, { ...leaving, 文件号: undefined }];
  return [
    ...standing,
    { ...leaving, 离任日期: '2017-03-20', 文件号: NEW_GROUP },
    { ...member('卫思远', '镇人社所所长', '成员'), 任职日期: '2017-03-20', 文件号: NEW_GROUP },
  ];
}

type MeetingCells = readonly [
  date: string,
  kind: string,
  subject: string,
  invited: number,
  came: number,
  paper: string,
  resolution?: readonly [text: string, unit: string, due: string, done?: string],
];

function meeting([date, kind, subject, invited, came, paper, resolution]: MeetingCells): Row {
  const [text, responsible, due, done] = resolution ?? [];
  return {
    日期: date,
    类型: kind,
    主题: subject,
    应到: invited,
    实到: came,
    议定事项: text,
    责任单位: responsible,
    完成时限: due,
    完成日期: done,
    佐证: paper,
  };
}

/** Ten meetings, nine resolutions, seven of them done: one is overdue, one is due after the year's end. */
export function meetings2017(): Row[] {
  const all: MeetingCells[] = [
    ['2017-01-12', '座谈会', '春节军烈属座谈会', 26, 24, '春节军烈属座谈会记录'],
    ['2017-02-15', '领导小组', '研究全年双拥工作要点', 11, 11, '领导小组第一次会议纪要、领导小组第一次会议签到表', ['印发2017年双拥工作要点', '党政办', '2017-03-01', '2017-02-24']],
    ['2017-02-27', '党委', '党委会研究双拥经费预算', 9, 9, '党委会纪要（双拥经费）', ['双拥经费1.5万元列入镇预算', '财政所', '2017-03-31', '2017-03-16']],
    ['2017-03-20', '领导小组', '调整领导小组成员和分工', 11, 10, '领导小组第二次会议纪要、领导小组第二次会议签到表', ['印发成员单位职责分工', '党政办', '2017-04-10', '2017-03-28']],
    ['2017-05-18', '议军', '党委议军会', 12, 12, '党委议军会纪要', ['民兵训练场地整修', '武装部', '2017-07-15', '2017-07-10']],
    ['2017-06-22', '联席', '军地联席会议', 14, 12, '军地联席会议纪要', ['军地共建护林防火通道', '林业站', '2017-11-30', '2017-11-08']],
    ['2017-07-20', '领导小组', '部署八一系列活动', 11, 11, '领导小组第三次会议纪要、领导小组第三次会议签到表', ['八一前发清义务兵优待金', '财政所', '2017-07-31', '2017-07-26']],
    ['2017-07-28', '座谈会', '八一座谈会', 34, 32, '八一座谈会记录、八一座谈会签到表', ['落实退役士兵技能培训报名', '人社所', '2017-09-30', '2017-09-18']],
    ['2017-09-11', '党委', '党委会听取双拥工作汇报', 9, 8, '党委会纪要（双拥汇报）', ['修缮红旗岭村零散烈士墓道路', '村建所', '2017-11-30']],
    ['2017-12-08', '领导小组', '总结全年工作，查漏补缺', 11, 10, '领导小组第四次会议纪要、领导小组第四次会议签到表', ['补齐走访签收手续', '民政办', '2018-01-20']],
  ];
  return all.map(meeting);
}

export function meetings2016(): Row[] {
  const all: MeetingCells[] = [
    ['2016-02-22', '领导小组', '研究2016年双拥工作', 10, 9, '2016年领导小组会议纪要', ['成立双拥工作领导小组', '党政办', '2016-03-01', '2016-02-26']],
    ['2016-05-20', '议军', '2016年党委议军会', 12, 11, '2016年党委议军会纪要', ['建设双拥一条街', '村建所', '2016-06-30', '2016-05-18']],
    ['2016-07-25', '领导小组', '部署2016年八一活动', 10, 10, '2016年领导小组会议纪要', ['走访困难优抚对象', '民政办', '2016-08-01', '2016-08-01']],
    ['2016-07-29', '座谈会', '2016年八一座谈会', 30, 27, '2016年八一座谈会签到表'],
  ];
  return all.map(meeting);
}

export function voucher(k: number): string {
  return `映财支〔2017〕${k}号`;
}

/** A budget of 15,000 yuan and ten expenses of 12,600 in all. */
export function money2017(): Row[] {
  const spent: readonly (readonly [string, string, number])[] = [
    ['2017-01-16', '慰问信印刷邮寄', 300],
    ['2017-02-28', '双拥专栏制作', 2400],
    ['2017-03-30', '红色教育租车', 1300],
    ['2017-04-18', '政策明白纸印刷', 720],
    ['2017-05-19', '永久性标牌制作安装', 3200],
    ['2017-07-24', '横幅制作', 900],
    ['2017-07-28', '干部军事训练伙食', 800],
    ['2017-07-28', '八一座谈会', 480],
    ['2017-07-31', '八一慰问金', 2000],
    ['2017-11-20', '档案盒和资料柜', 500],
  ];
  const budget = { 日期: '2017-03-16', 类型: '预算', 用途: '2017年双拥工作经费', 金额: 15_000, 凭证号: '映政〔2017〕12号' };
  return [budget, ...spent.map(([date, use, sum], i) => expense(date, use, sum, voucher(i + 1)))];
}

export function money2016(): Row[] {
  return [
    { 日期: '2016-03-18', 类型: '预算', 用途: '2016年双拥工作经费', 金额: 10_000, 凭证号: '映政〔2016〕9号' },
    expense('2016-05-18', '双拥一条街建设', 6800, '映财支〔2016〕1号'),
    expense('2016-08-01', '八一慰问金', 1200, '映财支〔2016〕2号'),
    expense('2016-09-12', '专栏和横幅制作', 1500, '映财支〔2016〕3号'),
  ];
}

function expense(date: string, use: string, sum: number, number: string): Row {
  return { 日期: date, 类型: '支出', 用途: use, 金额: sum, 凭证号: number };
}
