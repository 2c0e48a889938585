import type { Row } from './contract.ts';
import { day } from './days.ts';
import type { Conscript } from './others.ts';
import type { Person } from './people.ts';
import type { Chance } from './random.ts';
import type { Right } from './roll.ts';

type Benefit = {
  readonly date: string;
  readonly kind: string;
  readonly person: Person;
  readonly note?: string;
  readonly paper?: string;
  readonly cells?: Row;
};

function benefit({ date, kind, person, note, paper, cells }: Benefit): Row {
  return {
    日期: date,
    类型: kind,
    姓名: person.name,
    身份证号: person.id,
    说明: note,
    佐证: paper,
    ...cells,
  };
}

/** 低保 and 特困: six persons whom the roll leaves blank and four it already names, 48 in all with the roll. */
function assistance(payees: readonly Right[]): Row[] {
  const blank = payees.filter((r) => r.row.低保 === undefined);
  const poor = payees.filter((r) => r.row.低保 === '是').slice(0, 3);
  const kept = payees.filter((r) => r.row.特困 === '是').slice(0, 1);
  const row = (kind: string) => (r: Right) =>
    benefit({ date: '2017-06-30', kind, person: r.person, paper: '优抚对象低保特困比对表' });
  return [
    ...[...blank.slice(0, 4), ...poor].map(row('低保')),
    ...[...blank.slice(4), ...kept].map(row('特困')),
  ];
}

/** Dangerous housing: 22 households, 60 people. */
function housing(luck: Chance, payees: readonly Right[]): Row[] {
  return luck
    .shuffled(payees)
    .slice(0, 22)
    .map((r, i) =>
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
      benefit({
        date: '2017-01-19',
        kind: '立功奖励',
        person: payee,
        note,
        paper: '立功奖励领取表',
        cells: { 金额: i < 2 ? 1000 : 300 },
      }),
      benefit({ date: '2017-01-19', kind: '喜报', person: payee, note, paper: '喜报送达登记表' }),
    ];
  });
}

export function benefits(
  luck: Chance,
  payees: readonly Right[],
  all: readonly Conscript[],
  veterans: readonly Right[],
): Row[] {
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
