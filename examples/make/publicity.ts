import type { Row } from './contract.ts';
import { VILLAGES } from './people.ts';
import { table } from './table.ts';

const COLUMNS = '日期 | 类型 | 村(社区) | 地点 | 数量 | 单位 | 内容 | 撤除日期 | 佐证';

/** What stood before 2017: a street and a sign that still stand, a sign taken down in December 2016. */
function standing(): Row[] {
  return table(
    COLUMNS,
    `
2016-05-18 | 双拥街 | 映山社区 | 映山老街 | 1 | 条 | 双拥一条街 | | 双拥一条街照片
2015-06-25 | 永久性标牌 | 石桥村 | 省道石桥路口 | 1 | 处 | 一人参军 全家光荣 | | 石桥路口标牌照片
2012-07-20 | 永久性标牌 | 双塘村 | 双塘小学旁 | 1 | 处 | 军民鱼水情 | 2016-12-10 |`,
  );
}

/** Six issues of the board, a new sign, fifteen banners, letters and news; one row of banners has no photo. */
function pieces2017(): Row[] {
  return table(
    COLUMNS,
    `
2017-01-10 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 新春拥军 | | 双拥专栏第1期照片
2017-03-02 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 学雷锋 助老兵 | | 双拥专栏第2期照片
2017-04-01 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 缅怀先烈 | | 双拥专栏第3期照片
2017-05-22 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 国防教育 | | 双拥专栏第4期照片
2017-07-24 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 庆祝建军90周年 | | 双拥专栏第5期照片
2017-09-20 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 征兵宣传和政策问答 | | 双拥专栏第6期照片
2017-05-16 | 永久性标牌 | 竹溪村 | 竹溪桥头 | 1 | 处 | 军民团结如一人 | | 竹溪桥头标牌照片
2017-03-30 | 横幅 | 映山社区 | 烈士陵园路口 | 2 | 幅 | 缅怀革命先烈 弘扬革命精神 | 2017-04-12 | 清明横幅照片
2017-07-25 | 横幅 | 映山社区 | 镇政府门前 | 4 | 幅 | 热烈庆祝中国人民解放军建军90周年 | 2017-08-15 | 八一横幅照片（集镇）
2017-07-25 | 横幅 | 石桥村 | 石桥街道 | 3 | 幅 | 爱国拥军 情系老兵 | 2017-08-15 | 八一横幅照片（各村）
2017-07-26 | 横幅 | 茶园湾村 | 村部门前 | 3 | 幅 | 军爱民 民拥军 | 2017-08-15 | 八一横幅照片（各村）
2017-07-26 | 横幅 | 银杏村 | 村部门前 | 3 | 幅 | 一人参军 全家光荣 | 2017-08-15 |
2017-01-14 | 慰问信 | | 全镇优抚对象 | 420 | 封 | 春节慰问信 | | 春节慰问信样张
2017-07-22 | 慰问信 | | 全镇优抚对象和军人家庭 | 428 | 封 | 八一慰问信 | | 八一慰问信样张
2017-04-07 | 媒体采用 | | 县政府网站 | 1 | 篇 | 映山镇：重走红军路 | | 媒体采用剪报（清明）
2017-08-02 | 媒体采用 | | 县政府网站 | 1 | 篇 | 映山镇：八一座谈话鱼水 | | 媒体采用剪报（八一）
2017-11-15 | 媒体采用 | | 县电视台 | 1 | 篇 | 映山镇：军地共修防火通道 | | 媒体采用剪报（共建）`,
  );
}

/** Every village broadcasts all year: fifty times each, written down by quarter. */
function broadcasts2017(): Row[] {
  const quarters = [
    ['2017-03-31', 12, '村广播记录（上半年）'],
    ['2017-06-30', 12, '村广播记录（上半年）'],
    ['2017-09-30', 14, '村广播记录（下半年）'],
    ['2017-12-29', 12, '村广播记录（下半年）'],
  ] as const;
  return quarters.flatMap(([date, times, paper]) =>
    VILLAGES.map((village, i) => {
      // The last two villages have not handed in their fourth quarter: rows that still want a paper.
      const missing = date === '2017-12-29' && i >= 10;
      return { ...broadcast(date, village, times), 佐证: missing ? undefined : paper };
    }),
  );
}

function broadcast(date: string, village: string, times: number): Row {
  return {
    日期: date,
    类型: '广播',
    '村(社区)': village,
    地点: '村广播室',
    数量: times,
    单位: '次',
    内容: '双拥和优抚政策',
  };
}

function leaflets2017(): Row[] {
  return VILLAGES.map((village) => ({
    日期: '2017-04-20',
    类型: '明白纸',
    '村(社区)': village,
    地点: '入户',
    数量: 200,
    单位: '份',
    内容: '优抚政策明白纸',
    佐证: '政策明白纸样张',
  }));
}

export function publicity2017(): Row[] {
  return [...standing(), ...pieces2017(), ...broadcasts2017(), ...leaflets2017()];
}

export function publicity2016(): Row[] {
  const pieces = table(
    COLUMNS,
    `
2016-01-20 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 新春拥军 | |
2016-03-03 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 学雷锋 助老兵 | |
2016-07-22 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 庆祝建军89周年 | |
2016-09-18 | 专栏 | 映山社区 | 镇政府院内 | 1 | 期 | 征兵宣传 | |
2016-07-25 | 横幅 | 映山社区 | 镇政府门前 | 7 | 幅 | 庆祝建军89周年 | 2016-08-15 |
2016-07-26 | 横幅 | 石桥村 | 石桥街道 | 4 | 幅 | 爱国拥军 | 2016-08-15 |
2016-04-20 | 明白纸 | | 全镇 | 2000 | 份 | 优抚政策明白纸 | |
2016-07-24 | 慰问信 | | 全镇优抚对象 | 390 | 封 | 八一慰问信 | |
2016-08-03 | 媒体采用 | | 县政府网站 | 1 | 篇 | 映山镇：双拥一条街建成 | |`,
  );
  return [...standing(), ...pieces, ...VILLAGES.map((village) => broadcast('2016-12-30', village, 40))];
}
