import { at, type Chance } from './random.ts';

/** A synthetic person. No name, number, account or telephone here belongs to anyone. */
export interface Person {
  readonly name: string;
  readonly id: string;
  readonly sex: '男' | '女';
  readonly born: string;
  readonly village: string;
  readonly account: string;
  readonly phone: string;
}

export const VILLAGES = [
  '映山社区',
  '松坪村',
  '茶园湾村',
  '石桥村',
  '竹溪村',
  '红旗岭村',
  '枫树坪村',
  '双塘村',
  '云雾村',
  '板栗坳村',
  '银杏村',
  '泉水冲村',
] as const;

export const TOWN = {
  code: '341524199000',
  name: '映山镇（练习）',
  short: '映山镇',
  county: '金寨县',
} as const;

const SURNAMES = [
  ...'王李张刘陈杨黄吴周徐孙朱胡林郭何罗汪程余方江潘曹叶田史袁邓许傅沈曾彭吕苏蒋蔡贾丁魏薛阎段雷侯龙陶贺顾毛郝龚邵万钱严',
];
const MALE = [...'国建志明文德光福永正先传家少本世昌学克绪宗荣发兴山林海江河根生贵金宝祥友道义忠良成华新民'];
const FEMALE = [...'秀英兰芳桂玉珍琴梅霞莲凤菊云翠红春素香芝月娥华琼'];
/** Characters that break fonts, sorting and narrow encodings in old offices; one person carries each. */
const RARE = ['䶮', '𠮷', '堃', '喆', '㛃', '𬭎', '旸', '芃'];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The last character of an 18-digit identity number for its first seventeen digits. */
export function checkDigit(seventeen: string): string {
  const sum = [...seventeen].reduce((total, digit, i) => total + Number(digit) * at(ID_WEIGHTS, i), 0);
  return at([...'10X98765432'], sum % 11);
}

/** Makes people one after another; names, numbers and accounts are never given out twice. */
export function populace(luck: Chance) {
  const names = new Set<string>();
  const ids = new Set<string>();
  let serial = 0;

  const freshId = (born: string, sex: '男' | '女'): string => {
    for (;;) {
      const order = luck.int(1, 498) * 2 + (sex === '男' ? 1 : 0);
      const head = `341524${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
      const id = head + checkDigit(head);
      if (ids.has(id)) continue;
      ids.add(id);
      return id;
    }
  };

  const freshName = (sex: '男' | '女', surname = luck.pick(SURNAMES)): string => {
    const pool = sex === '男' ? MALE : FEMALE;
    for (;;) {
      const given = luck.int(0, 9) < 8 ? luck.pick(pool) + luck.pick(pool) : luck.pick(pool);
      const rare = serial % 55 === 30 ? RARE[Math.floor(serial / 55)] : undefined;
      const name = surname + (rare === undefined ? given : luck.pick(pool) + rare);
      if (names.has(name)) continue;
      names.add(name);
      return name;
    }
  };

  return (born: string, sex: '男' | '女', surname?: string): Person => {
    serial += 1;
    return {
      name: freshName(sex, surname),
      id: freshId(born, sex),
      sex,
      born,
      village: luck.pick(VILLAGES),
      account: `99990000${String(serial).padStart(11, '0')}`,
      phone: `1990000${String(serial).padStart(4, '0')}`,
    };
  };
}

export type Populace = ReturnType<typeof populace>;
