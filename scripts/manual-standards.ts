// Writes docs/manual/标准.md from the files of law/: node bin/run.mjs scripts/manual-standards.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../packages/policy/src/types.ts';
import { formatted, PROJECT } from './formatted.ts';
import { type Amount, amounts, lawFiles } from './law-files.ts';

export const STANDARDS_PAGE = 'docs/manual/标准.md';

/** Benefits whose rates the page lists, in the order of the roll. */
const ITEMS: Readonly<Record<string, string>> = {
  'disability.base': '残疾抚恤金',
  'nursing.ratio': '护理费比例',
  'survivor.byResidence': '定期抚恤金（分城乡）',
  'survivor.base': '定期抚恤金',
  'redArmy.base': '红军人员生活补助',
  'demobilised.base': '在乡复员军人生活补助',
  'demobilised.increment': '在乡复员军人全国每年增加额',
  'illness.base': '带病回乡退伍军人生活补助',
  'illness.topUp': '带病回乡退伍军人地方另加',
  'combat.base': '参战、参试退役人员生活补助',
  'combat.topUp': '参战、参试退役人员地方另加',
  'martyrChild.base': '烈士子女生活补助',
  'ruralVeteran.rate': '农村籍退役士兵老年生活补助',
  'conscript.rate': '义务兵家庭优待金',
  'conscript.merit': '义务兵立功增发',
  'fund.share': '各级财政负担',
  'deathGrant.multiple': '一次性抚恤金倍数',
  'deathGrant.merit': '一次性抚恤金功勋增发',
  'honour.multiple': '烈士褒扬金倍数',
  'statistics.urbanIncome': '全国城镇居民人均可支配收入',
};
const PLACES: Readonly<Record<string, string>> = {
  '000000': '全国',
  '130000': '河北',
  '140000': '山西',
  '340000': '安徽',
  '341602': '亳州谯城',
  '350000': '福建',
  '350502': '泉州鲤城',
  '350583': '南安',
  '360426': '德安',
  '370300': '淄博',
  '370830': '汶上',
  '510000': '四川',
};
const CONFIDENCE: Readonly<Record<string, string>> = { high: '可靠', medium: '一处来源', low: '存疑' };

const INTRO = `# 标准

系统算「该发多少」用的标准表。本页由程序按 \`law/\` 里的数生成；每个数的金额、条文在软件的「标准」页里看。

- **公布**：在文件、官方网页或者新闻里读到的。**推算**：没有读到，按写明的办法从公布的数推出来的，县里两人采用以后才用来发钱。
- 「没有数」是规定里有而没有找到的格，遇到这些格，系统答「不知道」并写明缺哪张表，不答 0。
- 止月以后也是「不知道」，直到录入下一次的标准。怎样录入见 \`law/README.md\`。
`;

const cell = (text: string) => text.replaceAll('|', '／').replaceAll('\n', ' ');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');

interface Span {
  readonly region: string;
  readonly from: string;
  readonly to: string;
  readonly published: readonly Amount[];
  readonly derived: readonly Amount[];
  readonly missing: number;
}

function spansOf(code: string, cells: readonly Amount[]): readonly Span[] {
  const own = cells.filter((one) => one.code === code);
  const names = [
    ...new Set(own.map(({ value }) => `${value.region} ${value.from} ${value.to ?? ''}`)),
  ].sort();
  return names.map((name) => {
    const [region = '', from = '', to = ''] = name.split(' ');
    const here = own.filter(({ value }) => value.region === region && value.from === from);
    const values = [...new Set(here.map(({ value }) => value))];
    return {
      region,
      from,
      to,
      published: here.filter(({ value }) => value.status === 'published'),
      derived: here.filter(({ value }) => value.status === 'derived'),
      missing: values.reduce((sum, { missing = [] }) => sum + missing.length, 0),
    };
  });
}

function spanRow({ region, from, to, published, derived, missing }: Span): readonly string[] {
  const both = [...published, ...derived];
  const worst = ['low', 'medium', 'high'].find((one) => both.some(({ value }) => value.confidence === one));
  const sources = [...new Set(both.map(({ value }) => value.source))].join('、');
  const count = (cells: readonly unknown[]) => (cells.length > 0 ? String(cells.length) : '');
  return [
    PLACES[region] ?? region,
    from,
    to === '' ? '现行' : to,
    count(published),
    count(derived),
    missing > 0 ? String(missing) : '',
    CONFIDENCE[worst ?? ''] ?? '',
    sources,
  ];
}

const HEAD = ['地区', '起', '止', '公布（格）', '推算（格）', '没有数（格）', '最低可信', '依据'];

function itemSection(code: string, title: string, cells: readonly Amount[]): string {
  return `## ${title}\n\n${tableOf(HEAD, spansOf(code, cells).map(spanRow))}\n`;
}

const sourceRow = ({ id, title, number, issued, effective, confidence, note, url }: SourceFile) => [
  id,
  title,
  number ?? '',
  issued ?? '',
  effective ?? '',
  CONFIDENCE[confidence ?? ''] ?? '',
  [note, url].filter((part) => part !== undefined).join('。'),
];

/** The page of every rate's spans and of the documents they rest on. */
export function standardsPage(cells: readonly Amount[] = amounts): string {
  const sections = Object.entries(ITEMS).map(([code, title]) => itemSection(code, title, cells));
  const head = ['代号', '名称', '文号', '印发', '施行', '可信', '说明'];
  const sources = `## 依据\n\n${tableOf(head, lawFiles.sources.map(sourceRow))}\n`;
  return formatted([INTRO, ...sections, sources].join('\n'), STANDARDS_PAGE);
}

if (import.meta.main) writeFileSync(join(PROJECT, STANDARDS_PAGE), standardsPage());
