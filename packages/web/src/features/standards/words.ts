import { CODES, type Code, type CodeDef, isCode, type Unit } from '@shuangyong/policy';
import { CODE_WORDS } from '@shuangyong/policy/tell';

/** Benefits as an office names them, each with its tables. */
export const SECTIONS: readonly { readonly title: string; readonly codes: readonly Code[] }[] = [
  { title: '残疾抚恤金', codes: ['disability.base'] },
  { title: '护理费', codes: ['nursing.ratio', 'nursing.wage'] },
  { title: '烈士、因公牺牲、病故军人遗属定期抚恤金', codes: ['survivor.base', 'survivor.byResidence'] },
  { title: '红军人员生活补助', codes: ['redArmy.base'] },
  { title: '在乡复员军人生活补助', codes: ['demobilised.base', 'demobilised.increment'] },
  { title: '带病回乡退伍军人生活补助', codes: ['illness.base', 'illness.topUp'] },
  { title: '参战、参试退役人员生活补助', codes: ['combat.base', 'combat.topUp'] },
  { title: '烈士子女生活补助', codes: ['martyrChild.base'] },
  { title: '农村籍退役士兵老年生活补助', codes: ['ruralVeteran.rate'] },
  { title: '义务兵家庭优待金', codes: ['conscript.rate', 'conscript.merit'] },
  { title: '各级财政负担', codes: ['fund.share'] },
  {
    title: '一次性抚恤和褒扬（现在不计算）',
    codes: ['deathGrant.multiple', 'deathGrant.merit', 'honour.multiple', 'statistics.urbanIncome'],
  },
];

/** Tables each county tells for itself. */
export const LOCAL: ReadonlySet<Code> = new Set<Code>(['nursing.wage', 'conscript.rate', 'conscript.merit']);

export const codeWords = (code: string): string => (isCode(code) ? CODE_WORDS[code] : code);

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const grades = Object.fromEntries(GRADES.map((word, index) => [String(index + 1), `${word}级`]));
const causes = { combat: '因战', duty: '因公', illness: '因病', mental: '精神障碍' };
const merits = { first: '一等功', second: '二等功', third: '三等功' };
const deaths = { martyr: '烈士', dutyDeath: '因公牺牲', illnessDeath: '病故' };

/** Words of the values on each axis of a table, by the axis's name in the law's files. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  grade: grades,
  cause: causes,
  group: { martyr: '烈士遗属', dutyDeath: '因公牺牲军人遗属', illnessDeath: '病故军人遗属' },
  residence: { urban: '城镇', rural: '农村' },
  class: { veteran: '在乡退伍红军老战士', westRoute: '在乡西路军红军老战士', scattered: '红军失散人员' },
  era: { resistance: '抗日战争时期入伍', liberation: '解放战争时期入伍', afterFounding: '建国后入伍' },
  benefit: {
    illness: '带病回乡退伍军人',
    combat: '参战、参试退役人员',
    ruralVeteran: '农村籍退役士兵',
    'demobilised-resistance': '在乡复员军人（抗日战争时期）',
    'demobilised-liberation': '在乡复员军人（解放战争时期）',
    'demobilised-afterFounding': '在乡复员军人（建国后）',
  },
  fund: { central: '中央', province: '省', city: '市', county: '县' },
};
const AWARD_WORDS: Readonly<Record<string, string>> = {
  ...merits,
  ...{ honour: '荣誉称号', theatreHonour: '战区级荣誉称号', outstanding: '优秀士兵' },
  ...{ stateHonour: '国家荣誉称号', centralHonour: '中央军委荣誉称号' },
  ...{ firstWar: '一等战功', secondWar: '二等战功', thirdWar: '三等战功', fourthWar: '四等战功' },
};

export interface AxisWords {
  readonly name: string;
  readonly title: string;
  readonly values: readonly { readonly key: string; readonly label: string }[];
}

const AXIS_TITLES: Readonly<Record<string, string>> = {
  ...{ grade: '等级', cause: '致残性质', group: '类别', residence: '户籍', class: '类别', era: '入伍时期' },
  ...{ award: '奖励', benefit: '项目', fund: '负担' },
};

function labelOf(code: Code, axis: string, value: string): string {
  if (axis === 'award') return AWARD_WORDS[value] ?? value;
  if (code === 'deathGrant.multiple') return deaths[value as keyof typeof deaths] ?? value;
  return WORDS[axis]?.[value] ?? value;
}

/** The axes of a table with their words, first the one that runs down. */
export function axesOf(code: Code): readonly AxisWords[] {
  return (CODES[code] as CodeDef).axes.map(({ name, values }) => ({
    name,
    title: AXIS_TITLES[name] ?? '',
    values: values.map((key) => ({ key, label: labelOf(code, name, key) })),
  }));
}

/** One cell in words: «九级 因公»; «标准» where a table has one cell only. */
export function keyWords(code: Code, key: string): string {
  if (key === '-' || key === '') return '标准';
  const axes = axesOf(code);
  const parts = key.split('/').map((part, index) => {
    return axes[index]?.values.find((value) => value.key === part)?.label ?? part;
  });
  return parts.join(' ');
}

export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  fen_per_year: '元/年',
  fen_per_month: '元/月',
  fen_per_year_per_service_year: '元/年，每服役一年',
  fen_per_month_per_service_year: '元/月，每服役一年',
  percent: '%',
  multiple: '倍',
};

export const STATUS_WORDS = { published: '已公布', derived: '推算', unknown: '不详' } as const;

/** A doubt about a published or derived figure; nothing to say of a sure one. */
export function confidenceWords(confidence: string | null): string {
  return confidence === 'low' ? '存疑' : confidence === 'medium' ? '只见一处' : '';
}

export const STATE_WORDS = {
  entered: '待采用',
  adopted: '已采用',
  returned: '已退回',
  withdrawn: '已撤下',
} as const;
/** A package's state; one whose months came with the product itself says that it counts no more. */
export function stateWords({
  state,
  isReplaced,
}: {
  state: keyof typeof STATE_WORDS;
  isReplaced?: boolean | undefined;
}): string {
  return isReplaced ? '已被随软件的标准代替，不再算' : STATE_WORDS[state];
}
export const ORIGIN_WORDS = {
  typed: '手录',
  pasted: '粘贴',
  file: '标准包文件',
  derived: '采用推算',
} as const;

/** Codes of tables inside a sentence of the server as an office calls them. */
export function plainWords(sentence: string): string {
  const codes = Object.keys(CODES).sort((a, b) => b.length - a.length);
  return codes.reduce((text, code) => text.replaceAll(code, `「${codeWords(code)}」`), sentence);
}
