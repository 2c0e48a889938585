import type { Row } from './contract.ts';
import { day } from './days.ts';
import type { Conscript } from './others.ts';
import type { Person } from './people.ts';
import { at, type Chance } from './random.ts';
import type { Right } from './roll.ts';

const STAFF = ['储国庆', '汪振武', '江秀兰', '村联络员'];

function visit(date: string, r: Right, cells: Row): Row {
  return {
    日期: date,
    姓名: r.person.name,
    身份证号: r.person.id,
    对象类别: r.category,
    户主: r.person.name,
    方式: '上门',
    ...cells,
  };
}

/** Those whom the office called on before Army Day of 2017, and the three of 2016. */
export interface Hosts {
  readonly poor: Right;
  readonly war: Right;
  readonly families: readonly [Right, Right];
  readonly lastYear: readonly Right[];
}

export function chooseHosts(payees: readonly Right[], families: readonly Right[]): Hosts {
  const first = (category: string, from = 0): Right =>
    at(payees.filter((r) => r.category === category), from);
  return {
    poor: at(payees.filter((r) => r.category === '农村籍退役士兵' && r.row['特困'] === '是'), 0),
    war: first('参战退役人员', 3),
    families: [at(families, 2), at(families, 15)],
    lastYear: [first('参战退役人员', 5), first('带病回乡退伍军人', 1), first('在乡复员军人', 2)],
  };
}

/** Four households, 500 yuan each; three signed, one was away and has not signed since. */
export function giftVisits2017(hosts: Hosts): Row[] {
  const signed = { 节日: '八一', 慰问金: 500, 走访人: '程立群、储国庆', 签收: '是', 佐证: '八一慰问金签收表' };
  return [
    visit('2017-07-31', hosts.poor, { ...signed, 情况: '独居，生活困难' }),
    visit('2017-07-31', hosts.war, { ...signed, 情况: '边境作战老兵，身体尚好' }),
    visit('2017-07-31', at(hosts.families, 0), { ...signed, 情况: '儿子在部队服役' }),
    visit('2017-07-31', at(hosts.families, 1), {
      节日: '八一',
      慰问金: 500,
      走访人: '程立群、储国庆',
      签收: '否',
      情况: '本人外出，邻居代收，待补签',
    }),
  ];
}

export function giftVisits2016(hosts: Hosts): Row[] {
  const cells = { 节日: '八一', 慰问金: 400, 走访人: '程立群、储国庆', 签收: '是', 佐证: '2016年八一慰问金签收表' };
  return hosts.lastYear.map((r) => visit('2016-08-01', r, cells));
}

/** Calls at the door and by telephone without money: contacts, not 慰问. Every tenth lacks the number. */
export function contacts(luck: Chance, rights: readonly Right[]): Row[] {
  const people = luck.shuffled(uniquelyNamed(rights)).slice(0, 132);
  const notes = ['身体健康，生活正常', '咨询优抚政策，已答复', '外出务工，电话联系', '反映看病报销，已登记', '了解补助到账情况，均已到账'];
  return people.map((r, i) =>
    visit(day(2017, (i % 12) + 1, luck.int(3, 27)), r, {
      身份证号: i % 10 === 7 ? undefined : r.person.id,
      户主: undefined,
      方式: i % 3 === 0 ? '电话' : '上门',
      走访人: luck.pick(STAFF),
      情况: luck.pick(notes),
      佐证: i % 12 < 11 ? '优抚对象走访联系记录册' : undefined,
    }),
  );
}

/** People whose name alone tells who they are: a row without a number must still find them. */
function uniquelyNamed(rights: readonly Right[]): Right[] {
  const ids = new Map<string, Set<string>>();
  for (const { person } of rights) ids.set(person.name, (ids.get(person.name) ?? new Set()).add(person.id));
  return rights.filter(({ person }) => ids.get(person.name)?.size === 1);
}

type Want = readonly [want: string, kind: string, help: string, result: string, sum?: number];

const WANTS: readonly Want[] = [
  ['慢性病药费负担重', '医疗', '协助办理医疗救助', '救助款已到账', 1200],
  ['屋顶漏雨', '住房', '村里组织修缮', '已修好'],
  ['补助卡丢失', '待遇', '陪同补办银行卡', '已换新卡'],
  ['退伍证遗失', '证件', '查档开具证明', '证明已开'],
  ['想找就近的工作', '就业', '推荐到茶厂务工', '已上岗'],
  ['孙子上学路远', '教育', '协调校车站点', '已设站点'],
  ['冬季取暖困难', '生活', '送棉被和取暖器', '已送到', 300],
  ['水管冻裂停水', '生活', '水厂上门维修', '已通水'],
];

/** Twenty-five wants came in during 2017; twenty-three were settled, two are open. */
export function difficulties(luck: Chance, rights: readonly Right[]): Row[] {
  const people = luck.shuffled(rights).slice(0, 25);
  return people.map((r, i) => {
    const [want, kind, help, result, sum] = at(WANTS, i % WANTS.length);
    const asked = (i * 2) % 11;
    const open = i >= 23;
    return {
      登记日期: day(2017, open ? 12 : asked + 1, luck.int(2, 27)),
      姓名: r.person.name,
      身份证号: r.person.id,
      诉求: want,
      类别: kind,
      措施: help,
      金额: open ? undefined : sum,
      办结日期: open ? undefined : day(2017, asked + 2, luck.int(1, 28)),
      结果: open ? undefined : result,
      佐证: open ? undefined : '困难帮扶登记册',
    };
  });
}

type Benefit = { readonly date: string; readonly kind: string; readonly person: Person; readonly note?: string; readonly paper?: string; readonly cells?: Row };

function benefit({ date, kind, person, note, paper, cells }: Benefit): Row {
  return { 日期: date, 类型: kind, 姓名: person.name, 身份证号: person.id, 说明: note, 佐证: paper, ...cells };
}

/** 低保 and 特困: six persons whom the roll leaves blank and four it already names, 48 in all with the roll. */
function assistance(payees: readonly Right[]): Row[] {
  const blank = payees.filter((r) => r.row['低保'] === undefined);
  const poor = payees.filter((r) => r.row['低保'] === '是').slice(0, 3);
  const kept = payees.filter((r) => r.row['特困'] === '是').slice(0, 1);
  const row = (kind: string) => (r: Right) =>
    benefit({ date: '2017-06-30', kind, person: r.person, paper: '优抚对象低保特困比对表' });
  return [
    ...[...blank.slice(0, 4), ...poor].map(row('低保')),
    ...[...blank.slice(4), ...kept].map(row('特困')),
  ];
}

/** Dangerous housing: 22 households, 60 people. */
function housing(luck: Chance, payees: readonly Right[]): Row[] {
  return luck.shuffled(payees).slice(0, 22).map((r, i) =>
    benefit({
      date: day(2017, 6 + (i % 6), luck.int(5, 25)),
      kind: '危房改造',
      person: r.person,
      note: i % 3 === 0 ? 'D级重建' : 'C级修缮',
      paper: '危房改造受益名册',
      cells: { 人数: i < 16 ? 3 : 2, 户数: 1, 金额: i % 3 === 0 ? 20_000 : 6000 },
    }),
  );
}

/** Money and notices for good soldiers go to the family: two third-class merits, five excellent soldiers. */
function honours(all: readonly Conscript[]): Row[] {
  return all.slice(6, 13).flatMap(({ payee, soldier }, i) => {
    const award = i < 2 ? '三等功' : '优秀士兵';
    const note = `${soldier.name}获${award}`;
    return [
      benefit({ date: '2017-01-19', kind: '立功奖励', person: payee, note, paper: '立功奖励领取表', cells: { 金额: i < 2 ? 1000 : 300 } }),
      benefit({ date: '2017-01-19', kind: '喜报', person: payee, note, paper: '喜报送达登记表' }),
    ];
  });
}

export function benefits(luck: Chance, payees: readonly Right[], all: readonly Conscript[], veterans: readonly Right[]): Row[] {
  const home = veterans.slice(0, 6).map((r) => r.person);
  const list = (people: readonly Person[], date: string, kind: string, note: string, paper?: string): Row[] =>
    people.map((person) => benefit({ date, kind, person, note, ...(paper === undefined ? {} : { paper }) }));
  const parents = all.map((c) => c.payee);
  const ill = payees.filter((r) => r.category === '带病回乡退伍军人').map((r) => r.person);
  return [
    ...assistance(payees),
    ...housing(luck, payees),
    ...honours(all),
    ...list(home, '2017-09-21', '退役报到', '2017年退役', '退役士兵报到登记表'),
    ...list(home.slice(0, 4), '2017-11-27', '就业安置', '镇内企业就业', '退役士兵就业登记表'),
    ...list(parents.slice(18, 21), '2017-08-28', '子女入学入托', '优先入学'),
    ...list(ill.slice(0, 9), '2017-06-14', '医疗优待', '免费体检送药'),
    ...list(parents.slice(0, 5), '2017-07-29', '光荣牌', '新挂'),
    ...list(parents.slice(5, 6), '2017-07-29', '光荣牌', '更换'),
  ];
}
