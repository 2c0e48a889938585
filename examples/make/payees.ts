import { day, later, month, monthsLater, serviceYears, yearsLater } from './days.ts';
import type { Populace } from './people.ts';
import { at, type Chance } from './random.ts';
import { type Right, right } from './roll.ts';

/** Service years of the 274 rural veterans: 1,178 in all. */
const RURAL_YEARS: readonly (readonly [years: number, people: number])[] = [
  [3, 86],
  [4, 84],
  [5, 60],
  [6, 30],
  [7, 8],
  [8, 6],
];

/** Enlistment and discharge that give exactly `years` of service, a part of a year counting as one. */
function service(luck: Chance, enlistedIn: number, years: number): { enlisted: string; retired: string } {
  const enlisted = day(enlistedIn, luck.pick([1, 2, 3, 11, 12]), luck.int(1, 28));
  const full = yearsLater(enlisted, years);
  const shorter = `${monthsLater(full, -luck.int(0, 3))}${full.slice(7)}`;
  const retired = luck.int(0, 2) === 0 ? full : shorter;
  if (serviceYears(enlisted, retired) !== years) throw new Error(`service of ${enlisted} to ${retired}`);
  return { enlisted, retired };
}

/** 农村籍: sixty by the end of 2016, paid from the month after the birthday, never before August 2011. */
function rural(luck: Chance, make: Populace): Right[] {
  const years = luck.shuffled(RURAL_YEARS.flatMap(([y, people]) => Array<number>(people).fill(y)));
  return years.map((served, i) => {
    const born = day(luck.int(1938, 1956), luck.int(1, 11), luck.int(1, 28));
    const { enlisted, retired } = service(luck, Number(born.slice(0, 4)) + luck.int(18, 20), served);
    const start = later('2011-08', monthsLater(yearsLater(born, 60), 1));
    const written = ruralYearsAsWritten(i, served);
    return right(make(born, luck.int(0, 29) === 0 ? '女' : '男'), {
      category: '农村籍退役士兵',
      start,
      years: served,
      cells: { 入伍时间: enlisted, 退役时间: retired, 服役年限: written },
    });
  });
}

/** Every fourteenth office row leaves the years to the two dates; a few are written with a half. */
function ruralYearsAsWritten(index: number, served: number): number | undefined {
  if (index % 14 === 5) return undefined;
  return index % 70 === 20 ? served - 0.5 : served;
}

function war(luck: Chance, make: Populace): Right[] {
  return Array.from({ length: 52 }, (_, i) => {
    const nuclear = i >= 49;
    const born = day(nuclear ? luck.int(1941, 1949) : luck.int(1956, 1962), luck.int(1, 12), luck.int(1, 28));
    const { enlisted, retired } = service(luck, Number(born.slice(0, 4)) + luck.int(18, 19), luck.int(3, 6));
    return right(make(born, '男'), {
      category: nuclear ? '参试退役人员' : '参战退役人员',
      start: '2007-08',
      cells: { 入伍时间: enlisted, 退役时间: retired },
    });
  });
}

function ill(luck: Chance, make: Populace): Right[] {
  return Array.from({ length: 12 }, () => {
    const born = day(luck.int(1946, 1968), luck.int(1, 12), luck.int(1, 28));
    const { enlisted, retired } = service(luck, Number(born.slice(0, 4)) + luck.int(18, 20), luck.int(3, 5));
    return right(make(born, '男'), {
      category: '带病回乡退伍军人',
      start: month(luck.int(2001, 2013), luck.int(1, 12)),
      cells: { 入伍时间: enlisted, 退役时间: retired },
    });
  });
}

function martyrsChildren(luck: Chance, make: Populace): Right[] {
  return (['男', '女', '男', '女'] as const).map((sex) => {
    const born = day(luck.int(1938, 1950), luck.int(1, 12), luck.int(1, 28));
    return right(make(born, sex), {
      category: '烈士子女',
      start: later('2011-08', monthsLater(yearsLater(born, 60), 1)),
    });
  });
}

function demobilised(luck: Chance, make: Populace): Right[] {
  return Array.from({ length: 7 }, () => {
    const born = day(luck.int(1930, 1934), luck.int(1, 12), luck.int(1, 28));
    const enlisted = day(luck.int(1950, 1953), luck.int(1, 12), luck.int(1, 28));
    return right(make(born, '男'), {
      category: '在乡复员军人',
      start: month(luck.int(2000, 2004), luck.int(1, 12)),
      cells: { 入伍时间: enlisted, 退役时间: yearsLater(enlisted, luck.int(4, 6)), 入伍时期: '建国后' },
    });
  });
}

/** 残疾军人: before 2020 payment began the month after approval. */
function disabled(luck: Chance, make: Populace): Right[] {
  return ['10', '10', '10', '10', '9', '9', '9', '8'].map((grade, i) => {
    const born = day(luck.int(1952, 1984), luck.int(1, 12), luck.int(1, 28));
    const { enlisted, retired } = service(luck, Number(born.slice(0, 4)) + luck.int(18, 20), luck.int(3, 8));
    const approved = month(luck.int(2007, 2014), luck.int(1, 11));
    return right(make(born, '男'), {
      category: '残疾军人',
      start: monthsLater(approved, 1),
      grade,
      approved,
      cells: {
        致残性质: '因公',
        入伍时间: enlisted,
        退役时间: retired,
        供养方式: '分散',
        证书编号: `合成残字${String(i + 1).padStart(4, '0')}`,
      },
    });
  });
}

function survivors(luck: Chance, make: Populace): Right[] {
  const born = (from: number, to: number): string =>
    day(luck.int(from, to), luck.int(1, 12), luck.int(1, 28));
  const widow = right(make(born(1932, 1938), '女'), {
    category: '烈士遗属',
    start: '2002-05',
    cells: { 证书编号: '合成烈字0001' },
  });
  const others = ['2009-03', '2012-11'].map((start) =>
    right(make(born(1940, 1952), '女'), { category: '病故军人遗属', start }),
  );
  return [widow, ...others];
}

/** The 360 who draw a regular pension or subsidy through the whole of 2017. */
export function payees(luck: Chance, make: Populace): Right[] {
  const all = [
    ...rural(luck, make),
    ...war(luck, make),
    ...ill(luck, make),
    ...martyrsChildren(luck, make),
    ...demobilised(luck, make),
    ...disabled(luck, make),
    ...survivors(luck, make),
  ];
  return withAssistance(luck, withNamesake(all));
}

/** Two living men of one name in two villages: the roll of a real township always has some. */
function withNamesake(rights: Right[]): Right[] {
  const first = at(rights, 0).person;
  const index = rights.findIndex(
    (r, i) => i > 40 && r.person.sex === first.sex && r.person.village !== first.village,
  );
  return rights.map((r, i) => {
    if (i !== index) return r;
    return { ...r, person: { ...r.person, name: first.name }, row: { ...r.row, 姓名: first.name } };
  });
}

/** 33 on 低保 and 9 on 特困 by the roll; six more are known only from 待遇落实, so their cells stay blank. */
function withAssistance(luck: Chance, rights: Right[]): Right[] {
  const drawn = new Map(luck.shuffled(rights.map((r) => r.person.id)).map((id, i) => [id, i]));
  return rights.map((r) => {
    const place = drawn.get(r.person.id) ?? 0;
    if (place >= 42 && place < 48) return r;
    return {
      ...r,
      row: { ...r.row, 低保: place < 33 ? '是' : '否', 特困: place >= 33 && place < 42 ? '是' : '否' },
    };
  });
}
