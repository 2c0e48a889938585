import { day, month, monthsLater, yearsLater } from './days.ts';
import type { Person, Populace } from './people.ts';
import { at, type Chance } from './random.ts';
import { type Right, right } from './roll.ts';

/** A conscript of the township and the relative who draws the family allowance for him. */
export interface Conscript {
  readonly soldier: Person;
  readonly payee: Person;
  readonly enlisted: string;
}

/** Sixty veterans without a regular payment; the first six came home in 2017. */
export function otherVeterans(luck: Chance, make: Populace): Right[] {
  return Array.from({ length: 60 }, (_, i) => {
    const homecoming = i < 6;
    const bornIn = homecoming ? luck.int(1994, 1997) : luck.int(1959, 1990);
    const born = day(bornIn, luck.int(1, 12), luck.int(1, 28));
    const enlisted = homecoming ? day(2015, 9, 10) : day(bornIn + 19, 12, luck.int(1, 28));
    const retired = homecoming ? day(2017, 9, luck.int(1, 12)) : yearsLater(enlisted, luck.int(2, 8));
    return right(make(born, '男'), {
      category: '其他退役军人',
      start: homecoming ? '2017-09' : monthsLater(retired, 1),
      cells: { 入伍时间: enlisted, 退役时间: retired, 户籍性质: luck.int(0, 5) === 0 ? '城镇' : '农村' },
    });
  });
}

/** Twenty-eight conscripts; one father is himself a rural veteran, so he stands on the roll twice. */
export function conscripts(luck: Chance, make: Populace, veterans: readonly Right[]): Conscript[] {
  const father = veterans.find((r) => r.person.sex === '男' && r.person.born >= '1954');
  return Array.from({ length: 28 }, (_, i) => {
    const enlisted = day(i < 13 ? 2015 : 2016, 9, 10);
    const sex = luck.int(0, 3) === 0 ? '女' : '男';
    const own = make(day(luck.int(1966, 1974), luck.int(1, 12), luck.int(1, 28)), sex);
    const payee = i === 27 && father !== undefined ? father.person : own;
    const surname = payee.sex === '男' ? at([...payee.name], 0) : undefined;
    const soldier = make(day(luck.int(1996, 1998), luck.int(1, 8), luck.int(1, 28)), '男', surname);
    return { soldier, payee, enlisted };
  });
}

export function families(all: readonly Conscript[]): Right[] {
  return all.map(({ payee, soldier, enlisted }) =>
    right(payee, {
      category: '现役军人家属',
      start: enlisted.slice(0, 7),
      cells: { 备注: `合成人员；军人：${soldier.name}` },
    }),
  );
}

/** Three who left the roll in 2016: two died, one began to draw an employee's pension. */
export function departed(luck: Chance, make: Populace): Right[] {
  const person = (): Person => make(day(luck.int(1940, 1950), luck.int(1, 12), luck.int(1, 28)), '男');
  const veteran = { category: '农村籍退役士兵', start: '2011-08', years: 4 };
  const served = { 入伍时间: '1966-03-01', 退役时间: '1970-02-20', 服役年限: 4 };
  const died = (on: string, stop: string) => ({
    停止年月: stop,
    停止原因: '去世',
    死亡日期: on,
    死亡原因: '因病',
  });
  return [
    right(person(), { ...veteran, cells: { ...served, ...died('2016-05-11', '2016-06') } }),
    right(person(), {
      ...veteran,
      cells: { ...served, 停止年月: month(2016, 4), 停止原因: '领取职工养老金' },
    }),
    right(make('1931-02-17', '男'), {
      category: '在乡复员军人',
      start: '2000-01',
      cells: {
        入伍时间: '1951-03-05',
        退役时间: '1956-04-01',
        入伍时期: '建国后',
        ...died('2016-09-23', '2016-10'),
      },
    }),
  ];
}
