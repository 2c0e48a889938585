import type { Row } from './contract.ts';
import { type Drawing, drawingOf } from './drawing.ts';
import { TOWN } from './people.ts';
import { table } from './table.ts';

const COLUMNS = '日期 | 题名 | 样子 | 页数 | 文号 | 考评条目 | 保管期限';
const CABINET = '镇双拥办资料柜';
const TREASURY = '镇财政所凭证柜';

/**
 * Papers of one class. 样子 says how the file is drawn; without it only the original exists, at `place`.
 * 保管期限 of a line wins over that of the class; 考评条目 is the number in the township's self-check.
 */
function papers(kind: string, keep: string, place: string, text: string): Row[] {
  return table(COLUMNS, text).map((r) => {
    const drawing = drawingOf(r.样子);
    return {
      题名: r.题名,
      责任者: place === TREASURY ? '镇财政所' : `${TOWN.short}双拥办`,
      文号: r.文号,
      日期: r.日期,
      页数: r.页数 ?? 1,
      类别: kind,
      保管期限: r.保管期限 ?? keep,
      考评条目: r.考评条目 === undefined ? undefined : `town-self-check:${r.考评条目}`,
      文件: drawing === undefined ? undefined : path(kind, String(r.题名), drawing),
      原件位置: drawing === undefined ? place : undefined,
    };
  });
}

const ENDING: Readonly<Record<Drawing, string>> = { 照片: 'jpg', 扫描: 'pdf', 文稿: 'docx' };

function path(kind: string, title: string, drawing: Drawing): string {
  return `${kind.slice(0, 4)}/${title}.${ENDING[drawing]}`;
}

function organisation(): Row[] {
  return papers(
    '组织领导',
    '30年',
    CABINET,
    `
2017-01-06 | 2016年度双拥工作总结 | | 6 | | | 永久
2017-01-12 | 春节军烈属座谈会记录 | 文稿 | | | |
2017-02-15 | 领导小组第一次会议纪要 | 文稿 | 2 | | 2 |
2017-02-15 | 领导小组第一次会议签到表 | 扫描 | | | |
2017-02-24 | 2017年双拥工作要点 | 文稿 | 3 | 映政〔2017〕8号 | 3 | 永久
2017-02-27 | 党委会纪要（双拥经费） | | | | |
2017-03-20 | 领导小组第二次会议纪要 | 文稿 | 2 | | |
2017-03-20 | 领导小组第二次会议签到表 | 扫描 | | | |
2017-03-20 | 关于调整双拥工作领导小组的通知 | 文稿 | | 映双〔2017〕1号 | 1 | 永久
2017-03-28 | 双拥成员单位职责分工 | 文稿 | | 映双〔2017〕2号 | |
2017-04-10 | 双拥工作制度汇编 | | 12 | 映双〔2017〕3号 | |
2017-05-18 | 党委议军会纪要 | | 3 | | |
2017-06-22 | 军地联席会议纪要 | 文稿 | 2 | | |
2017-07-20 | 领导小组第三次会议纪要 | 文稿 | 2 | | |
2017-07-20 | 领导小组第三次会议签到表 | 扫描 | | | |
2017-07-28 | 八一座谈会记录 | 文稿 | 3 | | |
2017-09-11 | 党委会纪要（双拥汇报） | | | | |
2017-12-08 | 领导小组第四次会议纪要 | 文稿 | 2 | | |
2017-12-08 | 领导小组第四次会议签到表 | 扫描 | | | |`,
  );
}

function spending(): Row[] {
  const budget = papers(
    '经费',
    '30年',
    CABINET,
    '2017-03-16 | 关于2017年双拥工作经费预算的批复 | 文稿 | | 映政〔2017〕12号 | 4 |',
  );
  const copies = papers(
    '经费',
    '30年',
    TREASURY,
    `
2017-01-16 | 支出凭证复印件（慰问信） | | 2 | 映财支〔2017〕1号 | |
2017-02-28 | 支出凭证复印件（专栏） | | 2 | 映财支〔2017〕2号 | |
2017-03-30 | 支出凭证复印件（租车） | | 2 | 映财支〔2017〕3号 | |
2017-04-18 | 支出凭证复印件（明白纸） | | 2 | 映财支〔2017〕4号 | |
2017-05-19 | 支出凭证复印件（标牌） | | 2 | 映财支〔2017〕5号 | |
2017-07-24 | 支出凭证复印件（横幅） | | 2 | 映财支〔2017〕6号 | |
2017-07-28 | 支出凭证复印件（训练） | | 2 | 映财支〔2017〕7号 | |
2017-07-28 | 支出凭证复印件（座谈会） | | 2 | 映财支〔2017〕8号 | |
2017-07-31 | 支出凭证复印件（慰问金） | | 2 | 映财支〔2017〕9号 | |
2017-11-20 | 支出凭证复印件（资料柜） | | 2 | 映财支〔2017〕10号 | |`,
  );
  return [...budget, ...copies];
}

function publicity(): Row[] {
  return papers(
    '宣传教育',
    '10年',
    CABINET,
    `
2017-01-10 | 双拥专栏第1期照片 | 照片 | | | 6 |
2017-03-02 | 双拥专栏第2期照片 | 照片 | | | |
2017-04-01 | 双拥专栏第3期照片 | 照片 | | | |
2017-05-22 | 双拥专栏第4期照片 | 照片 | | | |
2017-07-24 | 双拥专栏第5期照片 | 照片 | | | |
2017-09-20 | 双拥专栏第6期照片 | 照片 | | | |
2017-03-02 | 石桥路口标牌照片 | 照片 | | | |
2017-05-16 | 竹溪桥头标牌照片 | 照片 | | | |
2017-03-02 | 双拥一条街照片 | 照片 | | | |
2017-03-30 | 清明横幅照片 | 照片 | | | |
2017-07-25 | 八一横幅照片（集镇） | 照片 | | | |
2017-07-26 | 八一横幅照片（各村） | 照片 | | | |
2017-01-14 | 春节慰问信样张 | 文稿 | | | |
2017-04-18 | 政策明白纸样张 | 文稿 | | | 7 |
2017-07-22 | 八一慰问信样张 | 文稿 | | | |
2017-04-07 | 媒体采用剪报（清明） | 照片 | | | |
2017-08-02 | 媒体采用剪报（八一） | 照片 | | | |
2017-11-15 | 媒体采用剪报（共建） | 照片 | | | |
2017-06-30 | 村广播记录（上半年） | | 24 | | |
2017-12-29 | 村广播记录（下半年） | | 26 | | |`,
  );
}

function activities(): Row[] {
  return papers(
    '活动',
    '30年',
    CABINET,
    `
2017-01-18 | 迎新春联欢照片 | 照片 | | | |
2017-03-27 | 清明活动方案 | 文稿 | | | |
2017-03-31 | 烈士陵园红色教育照片 | 照片 | | | 8 |
2017-04-04 | 重走红军路照片 | 照片 | | | |
2017-05-26 | 红军医院旧址红色教育照片 | 照片 | | | |
2017-07-27 | 国防教育培训签到表 | 扫描 | 4 | | |
2017-07-27 | 国防教育培训照片 | 照片 | | | |
2017-07-28 | 八一座谈会签到表 | 扫描 | | | |
2017-07-28 | 八一座谈会照片 | 照片 | | | |
2017-07-29 | 军事训练签到表 | 扫描 | 2 | | |
2017-07-29 | 军事训练照片 | 照片 | | | |
2017-11-08 | 护林防火通道照片 | 照片 | | | |`,
  );
}

/** Twelve pay sheets lie at the treasury; their numbers are the voucher numbers of the lines paid. */
function rollsAndPay(): Row[] {
  const sheets = Array.from({ length: 12 }, (_, i) => {
    const date = `2017-${String(i + 1).padStart(2, '0')}-${i % 2 === 0 ? 21 : 20}`;
    return `${date} | 2017年${i + 1}月抚恤补助发放表 | | 18 | 映财优〔2017〕${i + 1}号 | |`;
  });
  const rolls = `
2017-01-20 | 2017年初优抚对象名册 | | 20 | | |
2017-12-29 | 2017年末优抚对象名册 | | 20 | | 10 |`;
  const allowance = '2017-07-26 | 义务兵家庭优待金发放名册 | 扫描 | 2 | 映财优〔2017〕优待金 | 12 |';
  return [
    ...papers('优抚名册与确认', '永久', CABINET, rolls),
    ...papers('抚恤优待发放', '30年', TREASURY, [...sheets, allowance].join('\n')),
  ];
}

function care(): Row[] {
  const visits = `
2017-07-31 | 八一慰问金签收表 | 扫描 | | | 9 |
2017-12-29 | 优抚对象走访联系记录册 | | 30 | | |
2017-12-28 | 困难帮扶登记册 | 扫描 | 9 | | 15 |
2017-06-30 | 优抚对象低保特困比对表 | | 3 | | |
2017-12-12 | 危房改造受益名册 | 扫描 | 2 | | |`;
  const homecoming = `
2017-09-21 | 退役士兵报到登记表 | 扫描 | | | |
2017-11-27 | 退役士兵就业登记表 | | | | |`;
  const honours = `
2017-01-19 | 立功奖励领取表 | 扫描 | | | |
2017-01-19 | 喜报送达登记表 | | | | |`;
  return [
    ...papers('走访慰问帮扶', '30年', CABINET, visits),
    ...papers('安置就业、报到、优待证、光荣牌', '30年', CABINET, homecoming),
    ...papers('荣誉', '30年', CABINET, honours),
  ];
}

/** The leading group's founding paper stands in both workbooks: half its members rest on it in 2017 too. */
function founding(): Row[] {
  return papers(
    '组织领导',
    '永久',
    CABINET,
    '2016-02-26 | 关于成立双拥工作领导小组的通知 | | 2 | 映双〔2016〕1号 | |',
  );
}

/** 86 papers signed in 2017, and two about 2017 signed in January 2018, which are filed in 2018. */
export function archive2017(): Row[] {
  const nextYear = [
    ...papers('组织领导', '永久', CABINET, '2018-01-05 | 2017年度双拥工作总结 | | 7 | | 3 |'),
    ...papers('自评与考评', '30年', CABINET, '2018-01-08 | 2017年度双拥工作自评表 | | 3 | | |'),
  ];
  const year = [organisation(), spending(), publicity(), activities(), rollsAndPay(), care()].flat();
  return [...founding(), ...year, ...nextYear];
}

export function archive2016(): Row[] {
  const meetings = `
2016-03-18 | 关于2016年双拥工作经费预算的批复 | | | 映政〔2016〕9号 | |
2016-05-06 | 2016年党委议军会纪要 | | | | |
2016-12-30 | 2016年领导小组会议纪要 | | 5 | | |`;
  return [
    ...founding(),
    ...papers('组织领导', '30年', CABINET, meetings),
    ...papers('活动', '30年', CABINET, '2016-07-29 | 2016年八一座谈会签到表 | | | | |'),
    ...papers('走访慰问帮扶', '30年', CABINET, '2016-08-01 | 2016年八一慰问金签收表 | | | | |'),
  ];
}
