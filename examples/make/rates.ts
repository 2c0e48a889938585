/** Yearly rates of the 2016-10 and the 2017-10 level in fen, as the sample township paid them in 2017. */
export interface Rate {
  readonly before: number;
  readonly after: number;
}

const yuan = (before: number, after: number): Rate => ({ before: before * 100, after: after * 100 });

const BY_CATEGORY: Readonly<Record<string, Rate>> = {
  参战退役人员: yuan(505 * 12, 555 * 12),
  参试退役人员: yuan(505 * 12, 555 * 12),
  带病回乡退伍军人: yuan(455 * 12, 505 * 12),
  烈士子女: yuan(340 * 12, 390 * 12),
  在乡复员军人: yuan(11_660, 12_860),
  烈士遗属: yuan(21_030, 23_130),
  病故军人遗属: yuan(16_980, 18_680),
};

/** Disabled on duty (因公), by grade. */
const BY_GRADE: Readonly<Record<string, Rate>> = {
  '8': yuan(11_550, 12_710),
  '9': yuan(8_420, 9_260),
  '10': yuan(6_300, 6_930),
};

/** The rate of one right; `years` are service years of a rural veteran, `grade` that of a disabled one. */
export function rateOf(category: string, years: number, grade: string): Rate {
  if (category === '农村籍退役士兵') return yuan(25 * 12 * years, 30 * 12 * years);
  const rate = category === '残疾军人' ? BY_GRADE[grade] : BY_CATEGORY[category];
  if (rate === undefined) throw new Error(`no rate for ${category} ${grade}`);
  return rate;
}

/** Fen due for calendar month `k` (1–12) of a yearly rate, so that twelve months give the rate exactly. */
export function monthFen(yearly: number, k: number): number {
  return upTo(yearly, k) - upTo(yearly, k - 1);
}

/** Half a fen goes up; integers throughout. */
function upTo(yearly: number, months: number): number {
  return Math.floor((2 * yearly * months + 12) / 24);
}
