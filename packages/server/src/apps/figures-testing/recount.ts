import {
  type Book,
  count,
  fenOf,
  type Ledger,
  ledgerOf,
  monthOf,
  ORDER,
  type Right,
  type Row,
  sum,
  text,
  UNPAID,
  type Value,
  yuan,
} from './cells.ts';

export interface Question {
  readonly year: number;
  readonly asOf: string;
}

const POOR = /困难|贫困|低保|特困|五保/;

type Answers = Record<string, Value>;
type Times = { readonly from: string; readonly to: string; readonly asOf: string };

const timesOf = ({ year, asOf }: Question): Times => ({
  from: `${year}-01-01`,
  to: asOf < `${year}-12-31` ? asOf : `${year}-12-31`,
  asOf,
});

/** Rows of a sheet in the year, by its column of days; undefined where there is none. */
function inYear(
  ledger: Ledger,
  sheet: string,
  column: string,
  { from, to }: Times,
): readonly Row[] | undefined {
  const rows = ledger.rows(sheet).filter((row) => text(row[column]) >= from && text(row[column]) <= to);
  return rows.length === 0 ? undefined : rows;
}

/** Null for every code where the sheet has nothing to say. */
function orNull<T>(codes: string, source: T | undefined, work: (source: T) => Answers): Answers {
  if (source !== undefined) return work(source);
  return Object.fromEntries(codes.split(' ').map((code) => [code, null]));
}

const distinct = <T>(rows: readonly T[], key: (row: T) => string): number => new Set(rows.map(key)).size;
const ratio = (num: number, den: number): Value => (den === 0 ? null : { num, den });
/** Nought where no row matches, null where some match and none says how much. */
function stated(weights: readonly (number | undefined)[], shown: (whole: number) => Value): Value {
  const known = weights.filter((weight) => weight !== undefined);
  return weights.length > 0 && known.length === 0 ? null : shown(sum(known));
}

function meetings(ledger: Ledger, times: Times): Answers {
  const codes = 'A01 A02 A03 A04 A05 A06.raised A06.done';
  return orNull(codes, inYear(ledger, '会议', '日期', times), (rows) => {
    const event = (row: Row) => `${row.town}|${row.日期}|${row.类型}|${row.主题}`;
    const ofType = (type: string) =>
      distinct(
        rows.filter((row) => row.类型 === type),
        event,
      );
    const full = new Map(
      rows.filter((row) => row.应到 !== undefined && row.实到 !== undefined).map((row) => [event(row), row]),
    );
    const raised = rows.filter((row) => text(row.议定事项) !== '');
    return {
      ...{ A01: ofType('领导小组'), A02: ofType('党委'), A03: ofType('议军'), A04: ofType('联席') },
      A05: ratio(
        sum([...full.values()].map((row) => Number(row.实到))),
        sum([...full.values()].map((row) => Number(row.应到))),
      ),
      'A06.raised': raised.length,
      'A06.done': raised.filter((row) => row.完成日期 !== undefined && text(row.完成日期) <= times.asOf)
        .length,
    };
  });
}

/** The paper of a leave is that of who came the same day, else a number of its own year, else the day. */
function leavePaper(row: Row, members: readonly Row[]): string {
  const left = text(row.离任日期);
  const next = members
    .filter((one) => one.town === row.town && text(one.任职日期) === left)
    .map((one) => text(one.文件号) || left);
  const own = text(row.文件号);
  const isOfThatYear = own.includes(left.slice(0, 4)) && text(row.任职日期) < `${left.slice(0, 4)}-01-01`;
  return next.sort()[0] ?? (isOfThatYear ? own : left);
}

function groupAndPapers(ledger: Ledger, times: Times): Answers {
  const members = ledger.rows('领导小组').filter((row) => text(row.任职日期) <= times.asOf);
  const inside = (day: string) => day >= times.from && day <= times.to;
  const founded = (town: string) =>
    members
      .filter((row) => row.town === town)
      .map((row) => text(row.任职日期))
      .sort()[0] ?? '';
  const joins = members
    .filter((row) => inside(text(row.任职日期)) && text(row.任职日期) > founded(row.town))
    .map((row) => `${row.town}|${text(row.文件号) || text(row.任职日期)}`);
  const leaves = members
    .filter((row) => row.离任日期 !== undefined && inside(text(row.离任日期)))
    .map((row) => `${row.town}|${leavePaper(row, members)}`);
  const rules = /制度|办法|方案|要点|计划|意见|通知|规定|职责|规则|章程|细则/;
  return {
    A08: members.length === 0 ? null : new Set([...joins, ...leaves]).size,
    ...orNull('A07 M01', inYear(ledger, '档案', '日期', times), (rows) => ({
      A07: distinct(
        rows.filter((row) => text(row.文号) !== '' && rules.test(text(row.题名))),
        (row) => `${row.town}|${row.文号}`,
      ),
      M01: rows.length,
    })),
  };
}

function publicity(ledger: Ledger, times: Times): Answers {
  const quantity = (rows: readonly Row[], ...types: string[]) =>
    sum(rows.filter((row) => types.includes(text(row.类型))).map((row) => Number(row.数量)));
  const flows = {
    B01: '专栏',
    B03: '横幅',
    B06: '电子屏',
    B07: '广播',
    B08: '明白纸',
    B09: '慰问信',
    B10: '媒体采用',
  };
  const placed = ledger.rows('宣传').filter((row) => text(row.日期) <= times.asOf);
  const standing = placed.filter((row) => row.撤除日期 === undefined || text(row.撤除日期) > times.asOf);
  return {
    ...orNull(Object.keys(flows).join(' '), inYear(ledger, '宣传', '日期', times), (rows) =>
      Object.fromEntries(Object.entries(flows).map(([code, type]) => [code, quantity(rows, type)])),
    ),
    ...orNull('B02 B04 B05', placed.length === 0 ? undefined : standing, (rows) => ({
      B02: quantity(rows, '永久性标牌'),
      B04: quantity(rows, '双拥街', '双拥公园', '双拥社区'),
      B05: quantity(rows, '宣传栏'),
    })),
  };
}

function photographed(ledger: Ledger, row: Row): boolean {
  const names = text(row.佐证).split(/[、；;]/);
  return ledger
    .rows('档案')
    .filter((paper) => paper.town === row.town && ledger.pictures.has(text(paper.文件)))
    .some((paper) => names.some((name) => [paper.题名, paper.文号, paper.文件].includes(name.trim())));
}

function activities(ledger: Ledger, times: Times): Answers {
  const codes =
    'B11.events B11.attendance C01 C02 C03.events C03.attendance C04 C07 C08 C09.teams C09.events C10 H04.fairs L01';
  return orNull(codes, inYear(ledger, '活动', '日期', times), (rows) => {
    const of = (...types: string[]) => rows.filter((row) => types.includes(text(row.类型)));
    const heads = (some: readonly Row[]) => sum(some.map((row) => Number(row.参加人数)));
    const pupils = /学生|师生|中小学|小学|中学|少先队|青少年/;
    const volunteers = of('志愿服务');
    const teams = volunteers
      .filter((row) =>
        text(row.参加对象)
          .replace(/部队|军队/g, '')
          .includes('队'),
      )
      .map((row) => `${row.town}|${row.参加对象}`);
    return {
      'B11.events': of('国防教育').length,
      'B11.attendance': heads(of('国防教育')),
      ...{ C01: rows.length, C02: heads(rows) },
      ...{ 'C03.events': of('祭扫').length, 'C03.attendance': heads(of('祭扫')) },
      C04: heads(rows.filter((row) => pupils.test(text(row.参加对象).replaceAll('大学生', '')))),
      ...{ C07: heads(of('军事训练')), C08: of('文艺', '联谊', '征文').length },
      'C09.teams': volunteers.length > 0 && teams.length === 0 ? null : new Set(teams).size,
      'C09.events': volunteers.length,
      C10: ratio(rows.filter((row) => photographed(ledger, row)).length, rows.length),
      ...{ 'H04.fairs': of('招聘会').length, L01: of('军民共建').length },
    };
  });
}

function symposia(ledger: Ledger, times: Times): Answers {
  const held = inYear(ledger, '活动', '日期', times) ?? [];
  const met = inYear(ledger, '会议', '日期', times) ?? [];
  if (held.length + met.length === 0) return { C05: null, C06: null };
  const events = held.filter((row) => row.类型 === '座谈会');
  const twin = (row: Row) =>
    events.some((one) => one.town === row.town && one.日期 === row.日期 && one.名称 === row.主题);
  const alone = new Map<string, number | undefined>();
  for (const row of met.filter((one) => one.类型 === '座谈会' && !twin(one)))
    alone.set(`${row.town}|${row.日期}|${row.主题}`, count(row.实到));
  const heads = [...events.map((row) => count(row.参加人数)), ...alone.values()];
  return { C05: events.length + alone.size, C06: stated(heads, (whole) => whole) };
}

function feastOf(row: Row): string {
  const name = text(row.节日);
  if (/春节|新春|迎春/.test(name)) return '春节';
  if (/八一|建军/.test(name)) return '八一';
  const day = text(row.日期).slice(5);
  if (name !== '') return '其他';
  if (day >= '01-05' && day <= '02-28') return '春节';
  return day >= '07-15' && day <= '08-10' ? '八一' : '其他';
}

function isPoor(ledger: Ledger, row: Row): boolean {
  const month = monthOf(row.日期);
  const onRoll = ledger.rights.some(
    (right) =>
      right.who === ledger.who(row) &&
      right.from <= month &&
      right.end > month &&
      (right.row.低保 === '是' || right.row.特困 === '是'),
  );
  const situation = text(row.情况).replace(/(无|不|没有|非)(困难|贫困|低保|特困|五保)/g, '');
  return onRoll || POOR.test(situation);
}

function isFamily(ledger: Ledger, row: Row): boolean {
  if (row.对象类别 !== undefined) return row.对象类别 === '现役军人家属';
  const month = monthOf(row.日期);
  return ledger.rights.some(
    ({ who, category, from, end }) =>
      who === ledger.who(row) && category === '现役军人家属' && from <= month && end > month,
  );
}

function visits(ledger: Ledger, times: Times): Answers {
  const codes =
    'D01 D02 D03 D04 D05 D06.springFestival.households D06.springFestival.amount D06.armyDay.households D06.armyDay.amount D07 D08 D09';
  return orNull(codes, inYear(ledger, '走访慰问', '日期', times), (rows) => {
    const given = (row: Row) => (fenOf(row.慰问金) ?? 0) > 0 || (fenOf(row.慰问品折价) ?? 0) > 0;
    const greeted = rows.filter((row) => text(row.节日) !== '' || given(row));
    const houses = (some: readonly Row[]) =>
      distinct(some, (row) => `${row.town}|${row.户主 ?? row.姓名}|${ledger.villageOf(ledger.who(row))}`);
    const money = (some: readonly Row[]) =>
      stated(
        some.map((row) => fenOf(row.慰问金)),
        yuan,
      );
    const spring = greeted.filter((row) => feastOf(row) === '春节');
    const army = greeted.filter((row) => feastOf(row) === '八一');
    const tiers = new Map<number, number>();
    for (const gift of rows.map((row) => fenOf(row.慰问金) ?? 0).filter((fen) => fen > 0))
      tiers.set(gift, (tiers.get(gift) ?? 0) + 1);
    const [commonest] = [...tiers].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
    const gifts = rows.filter(given);
    return {
      ...{ D01: houses(greeted), D02: greeted.length, D03: money(greeted) },
      D04: commonest ? yuan(commonest[0]) : null,
      D05: stated(
        greeted.map((row) => fenOf(row.慰问品折价)),
        yuan,
      ),
      ...{ 'D06.springFestival.households': houses(spring), 'D06.springFestival.amount': money(spring) },
      ...{ 'D06.armyDay.households': houses(army), 'D06.armyDay.amount': money(army) },
      D07: houses(greeted.filter((row) => isPoor(ledger, row))),
      D08: houses(greeted.filter((row) => isFamily(ledger, row))),
      D09: ratio(gifts.filter((row) => row.签收 === '是').length, gifts.length),
    };
  });
}

function cases(ledger: Ledger, { from, to }: Times): Answers {
  const open = ledger
    .rows('困难帮扶')
    .filter((row) => text(row.登记日期) <= to && (row.办结日期 === undefined || text(row.办结日期) >= from));
  const codes = 'J04.people J04.amount J05.items J05.rate';
  return orNull(codes, open.length === 0 ? undefined : open, (rows) => {
    const fresh = rows.filter((row) => text(row.登记日期) >= from);
    const closed = rows.filter((row) => row.办结日期 !== undefined && text(row.办结日期) <= to).length;
    return {
      'J04.people': distinct(
        fresh.filter((row) => (fenOf(row.金额) ?? 0) > 0),
        (row) => ledger.who(row) ?? `${row.town}|${row.姓名}`,
      ),
      'J04.amount': stated(
        fresh.map((row) => fenOf(row.金额)),
        yuan,
      ),
      'J05.items': closed,
      'J05.rate': ratio(closed, rows.length),
    };
  });
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  E03: ['残疾军人'],
  E04: ['烈士遗属', '因公牺牲军人遗属', '病故军人遗属'],
  E05: ['在乡复员军人'],
  E06: ['带病回乡退伍军人'],
  E07: ['参战退役人员'],
  E08: ['参试退役人员'],
  E09: ['农村籍退役士兵'],
  E10: ['烈士子女'],
};

function rolls({ rights }: Ledger, { from, asOf }: Times): Answers {
  const [first, last] = [monthOf(from), monthOf(asOf)];
  const now = rights.filter((right) => right.from <= last && right.end > last);
  const people = (some: readonly Right[]) => distinct(some, ({ who }) => who);
  const named = Object.values(GROUPS).flat();
  const isOther = ({ category }: Right) =>
    !named.includes(category) && !UNPAID.includes(category) && category !== '';
  const paid = new Map<string, Right[]>();
  for (const right of rights.filter((one) => one.isPaid))
    paid.set(right.who, [...(paid.get(right.who) ?? []), right]);
  const inside = (month: number) => month >= first && month <= last;
  const ofEach = [...paid.values()];
  const answers: Answers = {
    E01: people(now),
    E02: people(now.filter(({ isPaid }) => isPaid)),
    E11: people(now.filter(isOther)),
    'E12.added': ofEach.filter((own) => inside(Math.min(...own.map((right) => right.from)))).length,
    'E12.left': ofEach.filter((own) => inside(Math.max(...own.map((right) => right.end)))).length,
  };
  for (const [code, categories] of Object.entries(GROUPS))
    answers[code] = people(now.filter(({ category }) => categories.includes(category)));
  const disabled = now.filter(({ category }) => category === '残疾军人');
  for (let grade = 1; grade <= 10; grade++)
    answers[`E03.grade${grade}`] = people(
      disabled.filter(({ row }) => text(row.残疾等级).replace('级', '') === String(grade)),
    );
  return rights.length === 0 ? Object.fromEntries(Object.keys(answers).map((code) => [code, null])) : answers;
}

function payments(ledger: Ledger, times: Times): Answers {
  const categories = [...ORDER, '未分类'];
  const split = categories.flatMap((word) => [`F03.${word}.people`, `F03.${word}.amount`]);
  const codes = ['F01', 'F02', ...split, 'F07.people', 'F07.amount'].join(' ');
  return orNull(codes, inYear(ledger, '发放记录', '发放日期', times), (rows) => {
    const lines = rows
      .filter((row) => !['优待金', '慰问金', '丧葬补助'].includes(text(row.项目)))
      .map((row) => {
        const fen = fenOf(row.金额) ?? 0;
        const month = monthOf(row.所属起始年月);
        const held = ledger.rights
          .filter(({ who, from, end }) => who === row.身份证号 && from <= month && end > month)
          .map(({ category }) => ORDER.indexOf(category));
        const category = held.length === 0 ? '未分类' : ORDER[Math.min(...held)];
        return { who: text(row.身份证号), fen: row.项目 === '扣回' ? -Math.abs(fen) : fen, category };
      });
    const heads = (some: typeof lines) =>
      distinct(
        some.filter(({ fen }) => fen > 0),
        ({ who }) => who,
      );
    const whole = (some: typeof lines) => yuan(sum(some.map(({ fen }) => fen)));
    const back = lines.filter(({ fen }) => fen < 0);
    const answers: Answers = {
      ...{ F01: heads(lines), F02: whole(lines), 'F07.people': distinct(back, ({ who }) => who) },
      'F07.amount': yuan(-sum(back.map(({ fen }) => fen))),
    };
    for (const word of categories) {
      const own = lines.filter(({ category }) => category === word);
      answers[`F03.${word}.people`] = heads(own);
      answers[`F03.${word}.amount`] = whole(own);
    }
    return answers;
  });
}

function money(ledger: Ledger, times: Times): Answers {
  return {
    ...orNull('A09 A10', inYear(ledger, '经费', '日期', times), (rows) => {
      const of = (type: string) =>
        yuan(sum(rows.filter((row) => row.类型 === type).map((row) => fenOf(row.金额) ?? 0)));
      return { A09: of('预算'), A10: of('支出') };
    }),
    ...orNull('G01.people G01.amount G02', inYear(ledger, '义务兵优待金', '发放日期', times), (rows) => {
      const soldiers = distinct(
        rows,
        (row) => text(row.士兵身份证号) || `${row.town}|${row.士兵姓名}|${row.领取人身份证号 ?? row.领取人}`,
      );
      const fen = sum(rows.map((row) => fenOf(row.金额) ?? 0));
      return {
        ...{ 'G01.people': soldiers, 'G01.amount': yuan(fen) },
        G02: yuan(Math.round(fen / soldiers)),
      };
    }),
  };
}

/** People of rows, each once; a group entry by its heads. */
function headsOf(ledger: Ledger, rows: readonly Row[]): number {
  const most = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const heads = count(row.人数) ?? 1;
    const who =
      heads > 1 ? `group|${index}` : (ledger.who(row) ?? text(row.身份证号)) || `${row.town}|${row.姓名}`;
    most.set(who, Math.max(most.get(who) ?? 0, heads));
  }
  return sum([...most.values()]);
}

const REPLACED = /更换|换新|调换|换挂/;
const APPLIED = /申请|申领|受理/;
const ISSUED = /发放|领取|发证|已发|制发|领证/;

function benefits(ledger: Ledger, times: Times): Answers {
  const codes =
    'E17.households E17.people E18 G03 G04 G06.new G06.replaced G07.applied G07.issued H01 H02.people H02.rate H05 H06 H07 J06 N03';
  return orNull(codes, inYear(ledger, '待遇落实', '日期', times), (rows) => {
    const of = (...types: string[]) => rows.filter((row) => types.includes(text(row.类型)));
    const people = (...types: string[]) => headsOf(ledger, of(...types));
    const heads = (some: readonly Row[]) => sum(some.map((row) => count(row.人数) ?? 1));
    const pieces = (some: readonly Row[]) => sum(some.map((row) => count(row.户数) ?? count(row.人数) ?? 1));
    const said = (word: RegExp) => (row: Row) => word.test(text(row.说明));
    const cards = of('优待证');
    return {
      'E17.households': sum(of('危房改造').map((row) => count(row.户数) ?? 1)),
      'E17.people': heads(of('危房改造')),
      ...{ E18: people('医疗优待', '体检'), G03: heads(of('喜报')) },
      G04: stated(
        of('立功奖励').map((row) => fenOf(row.金额)),
        yuan,
      ),
      'G06.new': pieces(of('光荣牌').filter((row) => !said(REPLACED)(row))),
      'G06.replaced': pieces(of('光荣牌').filter(said(REPLACED))),
      'G07.applied': heads(cards.filter(said(APPLIED))),
      'G07.issued': heads(cards.filter((row) => said(ISSUED)(row) || !said(APPLIED)(row))),
      ...{ H01: people('退役报到'), 'H02.people': people('就业安置') },
      'H02.rate': ratio(people('就业安置'), people('退役报到')),
      ...{ H05: heads(of('子女入学入托')), H06: people('随军家属就业'), H07: people('应征入伍') },
      ...{ J06: pieces(of('结对帮扶')), N03: heads(of('代办')) },
    };
  });
}

/** What two sheets answer together, and what all years up to the day do. */
function acrossSheets(ledger: Ledger, times: Times): Answers {
  const carried = inYear(ledger, '待遇落实', '日期', times) ?? [];
  const events = inYear(ledger, '活动', '日期', times) ?? [];
  const past = ledger.rows('待遇落实').filter((row) => text(row.日期) <= times.asOf);
  const last = monthOf(times.asOf);
  const marked = ledger.rights.filter(({ row }) => row.低保 !== undefined || row.特困 !== undefined);
  const poor = marked
    .filter(({ row, from, end }) => (row.低保 === '是' || row.特困 === '是') && from <= last && end > last)
    .map(({ row, who }) => ({ ...row, 人数: undefined, 身份证号: who, town: '' }));
  const named = carried.filter((row) => row.类型 === '低保' || row.类型 === '特困');
  const who = (row: Row) => ledger.who(row) ?? text(row.身份证号);
  const bySelf = { ...ledger, who };
  const courses = events.filter((row) => row.类型 === '培训');
  const trained = carried.filter(
    (row) =>
      row.类型 === '技能培训' && !courses.some((one) => one.town === row.town && one.日期 === row.日期),
  );
  const plates = past.filter((row) => row.类型 === '光荣牌' && !REPLACED.test(text(row.说明)));
  return {
    E16: marked.length + carried.length === 0 ? null : headsOf(bySelf, [...poor, ...named]),
    H03:
      carried.length + events.length === 0
        ? null
        : sum([...courses.map((row) => Number(row.参加人数)), ...trained.map((row) => count(row.人数) ?? 1)]),
    'G06.total': past.length === 0 ? null : sum(plates.map((row) => count(row.户数) ?? count(row.人数) ?? 1)),
  };
}

/**
 * Every figure that has a source, counted again from the cells of the workbooks by plain loops. Shares nothing with
 * the product: neither its reading, nor its tables, nor its statements.
 */
export function recount(books: readonly Book[], question: Question): Readonly<Record<string, Value>> {
  const ledger = ledgerOf(books);
  const times = timesOf(question);
  const parts = [meetings, groupAndPapers, publicity, activities, symposia, visits, cases, rolls];
  const more = [payments, money, benefits, acrossSheets];
  return Object.assign({}, ...[...parts, ...more].map((part) => part(ledger, times)));
}
