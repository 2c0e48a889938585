import type { Row } from './contract.ts';
import { day } from './days.ts';
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
    at(
      payees.filter((r) => r.category === category),
      from,
    );
  return {
    poor: at(
      payees.filter((r) => r.category === '农村籍退役士兵' && r.row.特困 === '是'),
      0,
    ),
    war: first('参战退役人员', 3),
    families: [at(families, 2), at(families, 15)],
    lastYear: [first('参战退役人员', 5), first('带病回乡退伍军人', 1), first('在乡复员军人', 2)],
  };
}

/** Four households, 500 yuan each; three signed, one was away and has not signed since. */
export function giftVisits2017(hosts: Hosts): Row[] {
  const signed = {
    节日: '八一',
    慰问金: 500,
    走访人: '程立群、储国庆',
    签收: '是',
    佐证: '八一慰问金签收表',
  };
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
  const cells = {
    节日: '八一',
    慰问金: 400,
    走访人: '程立群、储国庆',
    签收: '是',
    佐证: '2016年八一慰问金签收表',
  };
  return hosts.lastYear.map((r) => visit('2016-08-01', r, cells));
}

/** Calls at the door and by telephone without money: contacts, not 慰问. Every tenth lacks the number. */
export function contacts(luck: Chance, rights: readonly Right[]): Row[] {
  const people = luck.shuffled(uniquelyNamed(rights)).slice(0, 132);
  const notes = [
    '身体健康，生活正常',
    '咨询优抚政策，已答复',
    '外出务工，电话联系',
    '反映看病报销，已登记',
    '了解补助到账情况，均已到账',
  ];
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
