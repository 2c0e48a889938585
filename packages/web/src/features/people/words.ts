import type { PersonListed } from './data.ts';

const SHORT: Readonly<Record<string, string>> = {
  参战退役人员: '参战',
  参试退役人员: '参试',
  农村籍退役士兵: '农村籍',
  带病回乡退伍军人: '带病回乡',
  铀矿开采退役人员: '铀矿开采',
  在乡复员军人: '复员军人',
  因公牺牲军人遗属: '因公牺牲遗属',
  病故军人遗属: '病故遗属',
};

/** The office's short names of what a person is on the roll for. */
export function categoryWords(categories: readonly string[]): string {
  return categories.map((category) => SHORT[category] ?? category).join('、');
}

/** The row by which a list of people is drawn and printed. */
export function missingWords(person: Pick<PersonListed, 'missing'>): string {
  return person.missing.join('、');
}

/** `8 月 14 日`, with the year when it is not that of today. */
export function dayWords(day: string, today: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = `${Number(month)} 月 ${Number(date)} 日`;
  return year === today.slice(0, 4) ? short : `${year} 年 ${short}`;
}

/** The last digits of a masked number: `***0253` → `0253`. */
export function tailOf(masked: string): string {
  return masked.replace(/^.*\*/, '');
}
