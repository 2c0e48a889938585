/** A sheet's rows by bare column name, as they stand in the file. */
export type Cells = Readonly<Record<string, string | number | undefined>>;

export interface Book {
  /** Code of the township. */
  readonly town: string;
  readonly sheets: Readonly<Record<string, readonly Cells[]>>;
  /** Paths of pictures that are really there. */
  readonly pictures: ReadonlySet<string>;
}

export type Value = number | string | null | { readonly num: number; readonly den: number };

export const ORDER =
  '残疾军人 伤残人民警察 伤残国家机关工作人员 伤残民兵民工 烈士遗属 因公牺牲军人遗属 病故军人遗属 在乡退伍红军老战士 在乡西路军红军老战士 红军失散人员 在乡复员军人 带病回乡退伍军人 参战退役人员 参试退役人员 铀矿开采退役人员 农村籍退役士兵 烈士子女 其他退役军人 现役军人家属'.split(
    ' ',
  );
export const UNPAID = ['其他退役军人', '现役军人家属'];

export const text = (value: string | number | undefined): string =>
  value === undefined ? '' : String(value);
export const count = (value: string | number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value);
export const fenOf = (value: string | number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(Number(value) * 100);
export const monthOf = (value: string | number | undefined): number =>
  Number(text(value).slice(0, 4)) * 12 + Number(text(value).slice(5, 7)) - 1;
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
export const sum = (numbers: readonly number[]): number => numbers.reduce((whole, part) => whole + part, 0);

export interface Right {
  readonly row: Cells;
  readonly who: string;
  readonly category: string;
  readonly from: number;
  readonly end: number;
  readonly isPaid: boolean;
}

export type Row = Cells & { readonly town: string };

/** Everything of several towns, with who is who. */
export interface Ledger {
  readonly rows: (sheet: string) => readonly Row[];
  readonly rights: readonly Right[];
  /** The person a row names, by number, else by a name only one person of the town bears. */
  readonly who: (row: Row) => string | undefined;
  readonly villageOf: (who: string | undefined) => string;
  readonly pictures: ReadonlySet<string>;
}

function rightsOf(rolls: readonly Row[]): Right[] {
  const deaths = new Map<string, number>();
  for (const row of rolls) {
    if (row.死亡日期 === undefined) continue;
    const id = text(row.身份证号);
    deaths.set(id, Math.min(deaths.get(id) ?? 999_999, monthOf(row.死亡日期) + 1));
  }
  return rolls.map((row) => {
    const who = text(row.身份证号);
    const stop = row.停止年月 === undefined ? 999_999 : monthOf(row.停止年月);
    const from = monthOf(row.享受起始年月);
    const end = Math.min(stop, deaths.get(who) ?? 999_999);
    const category = text(row.对象类别);
    return { row, who, category, from, end, isPaid: !UNPAID.includes(category) && from < end };
  });
}

export function ledgerOf(books: readonly Book[]): Ledger {
  const rows = (sheet: string): readonly Row[] =>
    books.flatMap(({ town, sheets }) => (sheets[sheet] ?? []).map((row) => ({ ...row, town })));
  const byName = new Map<string, Set<string>>();
  const villages = new Map<string, string>();
  const known = new Set<string>();
  for (const row of [...rows('优抚对象'), ...rows('发放记录')]) {
    const id = text(row.身份证号);
    known.add(`${row.town}|${id}`);
    const key = `${row.town}|${row.姓名}`;
    byName.set(key, (byName.get(key) ?? new Set()).add(id));
    if (row['村(社区)'] !== undefined) villages.set(id, `${row.town}${row['村(社区)']}`);
  }
  const who = (row: Row): string | undefined => {
    const id = text(row.身份证号);
    if (id !== '') return known.has(`${row.town}|${id}`) ? id : undefined;
    const [only, ...more] = byName.get(`${row.town}|${row.姓名}`) ?? [];
    return more.length === 0 ? only : undefined;
  };
  const villageOf = (id: string | undefined) => (id === undefined ? '' : (villages.get(id) ?? ''));
  const pictures = new Set(books.flatMap((book) => [...book.pictures]));
  return { rows, rights: rightsOf(rows('优抚对象')), who, villageOf, pictures };
}
