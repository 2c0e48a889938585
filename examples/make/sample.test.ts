import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from './change.ts';
import { CONTRACT, type Row } from './contract.ts';
import { serviceYears } from './days.ts';
import { dirty } from './dirty.ts';
import { figures2016, figures2017 } from './figures.ts';
import { checkDigit } from './people.ts';
import { at } from './random.ts';
import { headOf, openWorkbook, type ReadBook, readBook } from './read.ts';
import { town } from './town.ts';
import { workbookBytes } from './write.ts';

const SAMPLE = join(import.meta.dirname, '..', 'sample');
const BOOK = join(SAMPLE, '双拥台账-2017.xlsx');
const OLD_BOOK = join(SAMPLE, '双拥台账-2016.xlsx');
const scratch = mkdtempSync(join(tmpdir(), 'sample-'));

let book: ReadBook;
beforeAll(async () => {
  book = await readBook(BOOK);
});
afterAll(() => rmSync(scratch, { recursive: true }));

const rows = (sheet: string): Row[] => (book[sheet] ?? []).map((r) => r.cells);
const where = (sheet: string, column: string, value: string): Row[] =>
  rows(sheet).filter((r) => r[column] === value);
const fen = (value: Row[string]): number => Math.round(Number(value ?? 0) * 100);
const total = (list: readonly Row[], column: string): number =>
  list.reduce((sum, r) => sum + fen(r[column]), 0) / 100;
const inForce = (): Row[] => rows('优抚对象').filter((r) => r.停止年月 === undefined);
const count = (category: string): number => inForce().filter((r) => r.对象类别 === category).length;
const planted = (code: string) => figures2017.find((f) => f.code === code)?.value;
const key = new Set(['其他退役军人', '现役军人家属']);

function yearsOf(r: Row): number {
  const written = r.服役年限;
  return written === undefined
    ? serviceYears(String(r.入伍时间), String(r.退役时间))
    : Math.ceil(Number(written));
}

describe('the sample workbook', () => {
  it('carries exactly the columns of the contract, required ones starred', async () => {
    for (const path of [BOOK, OLD_BOOK]) {
      for (const sheet of (await openWorkbook(path)).worksheets) {
        const names = headOf(sheet).names.filter((name) => name !== '佐证');
        expect(names).toEqual(CONTRACT[sheet.name]?.map((c) => (c.required ? `${c.name}*` : c.name)));
      }
    }
    expect(Object.keys(book).sort()).toEqual(Object.keys(CONTRACT).sort());
  });

  it('leaves no required cell empty', () => {
    const missing = Object.entries(CONTRACT).flatMap(([sheet, columns]) =>
      columns
        .filter((c) => c.required && rows(sheet).some((r) => r[c.name] === undefined))
        .map((c) => `${sheet}.${c.name}`),
    );
    expect(missing).toEqual([]);
  });

  it('is made again byte for byte by the script', async () => {
    const { book2017, book2016 } = town();
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await workbookBytes(book2017))).toBe(hash(readFileSync(BOOK)));
    expect(hash(await workbookBytes(book2016))).toBe(hash(readFileSync(OLD_BOOK)));
  });
});

describe('the people of the sample', () => {
  it('are 360 on regular payment, by category as the reference township has them', () => {
    const counts = [
      '农村籍退役士兵',
      '带病回乡退伍军人',
      '烈士子女',
      '在乡复员军人',
      '烈士遗属',
      '病故军人遗属',
      '残疾军人',
    ].map(count);
    expect(counts).toEqual([274, 12, 4, 7, 1, 2, 8]);
    expect(count('参战退役人员') + count('参试退役人员')).toBe(52);
    expect(
      new Set(
        inForce()
          .filter((r) => !key.has(String(r.对象类别)))
          .map((r) => r.身份证号),
      ).size,
    ).toBe(360);
    expect([count('现役军人家属'), count('其他退役军人')]).toEqual([28, 60]);
  });

  it('have 1,178 service years among the rural veterans, written or by their dates', () => {
    const rural = inForce().filter((r) => r.对象类别 === '农村籍退役士兵');
    expect(rural.reduce((sum, r) => sum + yearsOf(r), 0)).toBe(1178);
    expect(rural.some((r) => r.服役年限 === undefined)).toBe(true);
  });

  it('carry identity numbers with right check digits that agree with birth day and sex', () => {
    for (const r of rows('优抚对象')) {
      const id = String(r.身份证号);
      expect(checkDigit(id.slice(0, 17))).toBe(id[17]);
      expect(id.slice(6, 14)).toBe(String(r.出生日期).replaceAll('-', ''));
      expect(Number(id[16]) % 2 === 1 ? '男' : '女').toBe(r.性别);
    }
  });

  it('share no number, account or name under one number', () => {
    const byId = new Map<string, Set<string>>();
    for (const r of rows('优抚对象')) {
      const id = String(r.身份证号);
      byId.set(id, (byId.get(id) ?? new Set()).add(`${r.姓名} ${r.银行账号}`));
    }
    expect([...byId.values()].every((names) => names.size === 1)).toBe(true);
    expect(new Set([...byId.values()].flatMap((names) => [...names].map((n) => n.split(' ')[1]))).size).toBe(
      byId.size,
    );
  });

  it('include the rural veterans only from the age of sixty on', () => {
    const early = where('优抚对象', '对象类别', '农村籍退役士兵').filter(
      (r) =>
        String(r.享受起始年月) <=
        `${Number(String(r.出生日期).slice(0, 4)) + 60}${String(r.出生日期).slice(4, 7)}`,
    );
    expect(early).toEqual([]);
  });
});

describe('the money of the sample', () => {
  it('comes to 981,875.00 yuan for 360 people, all paid in 2017', () => {
    const lines = rows('发放记录');
    expect(total(lines, '金额')).toBe(981_875);
    expect(new Set(lines.map((r) => r.身份证号)).size).toBe(360);
    expect(lines).toHaveLength(360 * 12);
    expect(lines.every((r) => String(r.发放日期).startsWith('2017-'))).toBe(true);
  });

  it('gives every person the year of his category in the reference table', () => {
    const paid = new Map<string, number>();
    for (const r of rows('发放记录')) {
      paid.set(String(r.身份证号), (paid.get(String(r.身份证号)) ?? 0) + fen(r.金额));
    }
    const flat: Record<string, number> = {
      参战退役人员: 6210,
      参试退役人员: 6210,
      带病回乡退伍军人: 5610,
      烈士子女: 4230,
      在乡复员军人: 11_960,
      烈士遗属: 21_555,
      病故军人遗属: 17_405,
    };
    const byGrade: Record<string, number> = { '10级': 6457.5, '9级': 8630, '8级': 11_840 };
    for (const r of inForce().filter((row) => !key.has(String(row.对象类别)))) {
      const category = String(r.对象类别);
      const year =
        category === '农村籍退役士兵' ? 315 * yearsOf(r) : (flat[category] ?? byGrade[String(r.残疾等级)]);
      expect((paid.get(String(r.身份证号)) ?? 0) / 100).toBe(year);
    }
  });

  it('pays 28 conscripts’ families 7,134 yuan each before Army Day', () => {
    const lines = rows('义务兵优待金');
    expect([lines.length, total(lines, '金额')]).toEqual([28, 199_752]);
    expect(lines.every((r) => String(r.发放日期) < '2017-08-01')).toBe(true);
  });
});

describe('the work of the sample', () => {
  const sum = (sheet: string, kind: string, column: string): number =>
    total(where(sheet, '类型', kind), column);
  const of2017 = (list: Row[]): Row[] => list.filter((r) => String(r.日期).startsWith('2017-'));

  it('gives the figures of publicity, activities and visits', () => {
    expect(sum('宣传', '专栏', '数量')).toBe(planted('B01'));
    expect(where('宣传', '类型', '永久性标牌').filter((r) => r.撤除日期 === undefined)).toHaveLength(2);
    expect(sum('宣传', '横幅', '数量')).toBe(planted('B03'));
    expect(sum('宣传', '广播', '数量')).toBe(planted('B07'));
    expect(new Set(where('宣传', '类型', '广播').map((r) => r['村(社区)'])).size).toBe(
      rows('村(社区)').length,
    );
    expect(sum('宣传', '明白纸', '数量')).toBe(planted('B08'));
    expect(sum('宣传', '慰问信', '数量')).toBe(planted('B09'));
    expect(total(rows('活动'), '参加人数')).toBe(planted('C02'));
    expect(sum('活动', '祭扫', '参加人数')).toBe(213);
    expect(total(where('活动', '参加对象', '学生'), '参加人数')).toBe(524);
    expect(sum('活动', '军事训练', '参加人数')).toBe(56);
    expect(total(rows('走访慰问'), '慰问金')).toBe(2000);
  });

  it('gives the figures of meetings and money', () => {
    expect(where('会议', '类型', '领导小组')).toHaveLength(4);
    const raised = rows('会议').filter((r) => r.议定事项 !== undefined);
    expect([raised.length, raised.filter((r) => r.完成日期 !== undefined).length]).toEqual([9, 7]);
    expect({ num: total(rows('会议'), '实到'), den: total(rows('会议'), '应到') }).toEqual(planted('A05'));
    expect([sum('经费', '支出', '金额'), sum('经费', '预算', '金额')]).toEqual([12_600, 15_000]);
  });

  it('gives the figures of benefits and help', () => {
    const roll = rows('优抚对象').filter((r) => r.低保 === '是' || r.特困 === '是');
    const carried = rows('待遇落实').filter((r) => r.类型 === '低保' || r.类型 === '特困');
    expect(new Set([...roll, ...carried].map((r) => r.身份证号)).size).toBe(48);
    expect([sum('待遇落实', '危房改造', '户数'), sum('待遇落实', '危房改造', '人数')]).toEqual([22, 60]);
    expect(sum('待遇落实', '立功奖励', '金额')).toBe(3500);
    const wants = rows('困难帮扶');
    expect([wants.length, wants.filter((r) => r.办结日期 !== undefined).length]).toEqual([25, 23]);
    expect(wants.every((r) => r.办结日期 === undefined || String(r.办结日期) > String(r.登记日期))).toBe(
      true,
    );
  });

  it('files 86 papers in 2017 and draws every paper it names a file for', () => {
    expect(of2017(rows('档案'))).toHaveLength(86);
    const files = rows('档案').flatMap((r) => (r.文件 === undefined ? [] : [String(r.文件)]));
    expect(files.filter((file) => !existsSync(join(SAMPLE, 'papers', file)))).toEqual([]);
    const bytes = files.reduce((size, file) => size + statSync(join(SAMPLE, 'papers', file)).size, 0);
    expect(bytes).toBeLessThan(3_000_000);
  });

  it('names as evidence only papers that are filed', () => {
    const known = new Set(rows('档案').flatMap((r) => [r.题名, r.文号, r.文件]));
    const named = Object.keys(CONTRACT)
      .flatMap(rows)
      .flatMap((r) =>
        String(r.佐证 ?? '')
          .split('、')
          .filter(Boolean),
      );
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect(rows('档案').filter((r) => String(r.题名).includes('安置、'))).toEqual([]);
  });

  it('states each expected figure once', () => {
    for (const list of [figures2017, figures2016]) {
      expect(new Set(list.map((f) => f.code)).size).toBe(list.length);
    }
    const byCategory = figures2017.filter((f) => f.code.startsWith('F03.') && f.code.endsWith('.amount'));
    expect(byCategory.reduce((sumSoFar, f) => sumSoFar + fen(String(f.value)), 0) / 100).toBe(981_875);
  });
});

describe('the spoilt and the changed copy', () => {
  it('spoils one row a fault and says where', async () => {
    const target = join(scratch, 'dirty.xlsx');
    const { refusals, warnings } = await dirty(BOOK, target, 7);
    const places = [...refusals, ...warnings].map((f) => `${f.sheet}:${f.row}`);
    expect(new Set(places).size).toBe(places.length);
    const spoilt = await readBook(target);
    const fault = refusals.find((f) => f.code === 'id_check_digit');
    const id = String(spoilt.优抚对象?.find((r) => r.at === fault?.row)?.cells.身份证号);
    expect(checkDigit(id.slice(0, 17))).not.toBe(id[17]);
    expect(await dirty(BOOK, target, 7)).toEqual({ refusals, warnings });
  });

  it('renames a village, removes three people, moves one activity a year', async () => {
    const target = join(scratch, 'changed.xlsx');
    const done = await change(BOOK, target, 11);
    const copy = await readBook(target);
    const text = JSON.stringify(copy);
    expect(text).not.toContain(`"${done.renamed.from}"`);
    expect(done.removed.filter((id) => text.includes(id))).toEqual([]);
    expect(new Set((copy.发放记录 ?? []).map((r) => r.cells.身份证号)).size).toBe(357);
    const event = (copy.活动 ?? []).find((r) => r.cells.名称 === done.moved.name);
    expect(at([event?.cells.日期 ?? ''], 0)).toBe(done.moved.to);
  });
});
