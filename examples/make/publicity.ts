import type { Row } from './contract.ts';
import { VILLAGES } from './people.ts';
import { at } from './random.ts';

type Piece = readonly [date: string, kind: string, village: string, place: string, count: number, unit: string, text: string, removed?: string, paper?: string];

function piece([date, kind, village, place, count, unit, text, removed, paper]: Piece): Row {
  return {
    日期: date,
    类型: kind,
    '村(社区)': village === '' ? undefined : village,
    地点: place,
    数量: count,
    单位: unit,
    内容: text,
    撤除日期: removed,
    佐证: paper,
  };
}

/** What stood before 2017: a street and a sign that still stand, a sign taken down in December 2016. */
export function standing(): Row[] {
  const all: Piece[] = [
    ['2016-05-18', '双拥街', '映山社区', '映山老街', 1, '条', '双拥一条街', undefined, '双拥一条街照片'],
    ['2015-06-25', '永久性标牌', '石桥村', '省道石桥路口', 1, '处', '一人参军 全家光荣', undefined, '石桥路口标牌照片'],
    ['2012-07-20', '永久性标牌', '双塘村', '双塘小学旁', 1, '处', '军民鱼水情', '2016-12-10'],
  ];
  return all.map(piece);
}

function boards2017(): Piece[] {
  const topics = ['新春拥军', '学雷锋 助老兵', '缅怀先烈', '国防教育', '庆祝建军90周年', '征兵宣传和政策问答'];
  return topics.map((topic, i) => {
    const date = at(['2017-01-10', '2017-03-02', '2017-04-01', '2017-05-22', '2017-07-24', '2017-09-20'], i);
    return [date, '专栏', '映山社区', '镇政府院内', 1, '期', topic, undefined, `双拥专栏第${i + 1}期照片`];
  });
}

function banners2017(): Piece[] {
  const taken = '2017-08-15';
  return [
    ['2017-03-30', '横幅', '映山社区', '烈士陵园路口', 2, '幅', '缅怀革命先烈 弘扬革命精神', '2017-04-12', '清明横幅照片'],
    ['2017-07-25', '横幅', '映山社区', '镇政府门前', 4, '幅', '热烈庆祝中国人民解放军建军90周年', taken, '八一横幅照片（集镇）'],
    ['2017-07-25', '横幅', '石桥村', '石桥街道', 3, '幅', '爱国拥军 情系老兵', taken, '八一横幅照片（各村）'],
    ['2017-07-26', '横幅', '茶园湾村', '村部门前', 3, '幅', '军爱民 民拥军', taken, '八一横幅照片（各村）'],
    ['2017-07-26', '横幅', '银杏村', '村部门前', 3, '幅', '一人参军 全家光荣', taken],
  ];
}

/** Every village broadcasts all year: fifty times each, counted by quarter. */
function broadcasts2017(): Piece[] {
  const quarters: readonly (readonly [string, number, string | undefined])[] = [
    ['2017-03-31', 12, '村广播记录（上半年）'],
    ['2017-06-30', 12, '村广播记录（上半年）'],
    ['2017-09-30', 14, '村广播记录（下半年）'],
    ['2017-12-29', 12, '村广播记录（下半年）'],
  ];
  return quarters.flatMap(([date, times, paper]) =>
    VILLAGES.map((village, i): Piece => {
      const missing = date === '2017-12-29' && i >= 10;
      return [date, '广播', village, '村广播室', times, '次', '双拥和优抚政策', undefined, missing ? undefined : paper];
    }),
  );
}

function leaflets2017(): Piece[] {
  return VILLAGES.map((village) => ['2017-04-20', '明白纸', village, '入户', 200, '份', '优抚政策明白纸', undefined, '政策明白纸样张']);
}

export function publicity2017(): Row[] {
  const rest: Piece[] = [
    ['2017-05-16', '永久性标牌', '竹溪村', '竹溪桥头', 1, '处', '军民团结如一人', undefined, '竹溪桥头标牌照片'],
    ['2017-01-14', '慰问信', '', '全镇优抚对象', 420, '封', '春节慰问信', undefined, '春节慰问信样张'],
    ['2017-07-22', '慰问信', '', '全镇优抚对象和军人家庭', 428, '封', '八一慰问信', undefined, '八一慰问信样张'],
    ['2017-04-07', '媒体采用', '', '县政府网站', 1, '篇', '映山镇：重走红军路', undefined, '媒体采用剪报（清明）'],
    ['2017-08-02', '媒体采用', '', '县政府网站', 1, '篇', '映山镇：八一座谈话鱼水', undefined, '媒体采用剪报（八一）'],
    ['2017-11-15', '媒体采用', '', '县电视台', 1, '篇', '映山镇：军地共修防火通道', undefined, '媒体采用剪报（共建）'],
  ];
  const all = [...boards2017(), ...rest, ...banners2017(), ...broadcasts2017(), ...leaflets2017()];
  return [...standing(), ...all.map(piece)];
}

export function publicity2016(): Row[] {
  const boards = ['2016-01-20', '2016-03-03', '2016-07-22', '2016-09-18'].map(
    (date): Piece => [date, '专栏', '映山社区', '镇政府院内', 1, '期', '2016年双拥专栏'],
  );
  const all: Piece[] = [
    ...boards,
    ['2016-07-25', '横幅', '映山社区', '镇政府门前', 7, '幅', '庆祝建军89周年', '2016-08-15'],
    ['2016-07-26', '横幅', '石桥村', '石桥街道', 4, '幅', '爱国拥军', '2016-08-15'],
    ...VILLAGES.map((village): Piece => ['2016-12-30', '广播', village, '村广播室', 40, '次', '双拥和优抚政策']),
    ['2016-04-20', '明白纸', '', '全镇', 2000, '份', '优抚政策明白纸'],
    ['2016-07-24', '慰问信', '', '全镇优抚对象', 390, '封', '八一慰问信'],
    ['2016-08-03', '媒体采用', '', '县政府网站', 1, '篇', '映山镇：双拥一条街建成'],
  ];
  return [...standing(), ...all.map(piece)];
}

type Event = readonly [date: string, kind: string, name: string, place: string, who: string, people: number, guessed: string, paper?: string];

function event([date, kind, name, place, who, people, guessed, paper]: Event): Row {
  return { 日期: date, 类型: kind, 名称: name, 地点: place, 参加对象: who, 参加人数: people, 估计: guessed, 佐证: paper };
}

export function activities2017(): Row[] {
  const all: Event[] = [
    ['2017-01-18', '文艺', '军民迎新春联欢', '映山社区广场', '群众、军属', 180, '是', '迎新春联欢照片'],
    ['2017-03-05', '志愿服务', '学雷锋为老兵服务', '松坪村', '镇村干部', 18, '否'],
    ['2017-03-31', '红色教育', '关工委组织祭扫烈士陵园', '映山烈士陵园', '学生', 286, '是', '烈士陵园红色教育照片'],
    ['2017-04-04', '祭扫', '清明祭扫暨重走红军路', '映山红军路', '干部群众', 213, '是', '清明活动方案、重走红军路照片'],
    ['2017-05-26', '红色教育', '参观红军医院旧址', '红旗岭村红军医院旧址', '学生', 238, '是', '红军医院旧址红色教育照片'],
    ['2017-06-14', '志愿服务', '为老兵体检送药', '镇卫生院', '医务人员', 12, '否'],
    ['2017-07-18', '军民共建', '整修民兵训练场', '镇武装部', '民兵、驻地部队', 40, '否'],
    ['2017-07-27', '国防教育', '镇村干部国防教育培训会', '镇政府会议室', '镇村全体干部', 107, '否', '国防教育培训签到表、国防教育培训照片'],
    ['2017-07-28', '座谈会', '八一座谈会', '镇政府会议室', '复员军人、军属、转业退役军人', 32, '否', '八一座谈会签到表、八一座谈会照片'],
    ['2017-07-29', '军事训练', '干部业余军事训练', '镇民兵训练场', '镇村干部、民兵', 56, '否', '军事训练签到表、军事训练照片'],
    ['2017-07-30', '志愿服务', '八一助老兵清扫庭院', '云雾村', '志愿者', 15, '否'],
    ['2017-09-13', '国防教育', '民兵国防教育课', '镇武装部', '民兵', 45, '否'],
    ['2017-10-20', '志愿服务', '帮军属收茶籽', '茶园湾村', '志愿者', 16, '否'],
    ['2017-11-08', '军民共建', '修建护林防火通道', '泉水冲村', '民兵、驻地部队', 20, '否', '护林防火通道照片'],
    ['2017-12-13', '军民共建', '送兵欢送会', '镇政府会议室', '新兵、军属', 25, '否'],
  ];
  return all.map(event);
}

export function activities2016(): Row[] {
  const all: Event[] = [
    ['2016-04-05', '祭扫', '2016年清明祭扫', '映山烈士陵园', '干部群众', 186, '是'],
    ['2016-04-06', '红色教育', '2016年烈士陵园红色教育', '映山烈士陵园', '学生', 410, '是'],
    ['2016-07-28', '军事训练', '2016年干部军事训练', '镇民兵训练场', '镇村干部、民兵', 48, '否'],
    ['2016-07-29', '座谈会', '2016年八一座谈会', '镇政府会议室', '退役军人、军属', 27, '否', '2016年八一座谈会签到表'],
  ];
  return all.map(event);
}
