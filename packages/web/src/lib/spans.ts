const YEAR_DAYS = 365;
/** So many days nobody counts in days any more. */
const MOST_DAYS = 99;

/** How long: 12 天, 7 个月, 8 年. */
export function spanWords(days: number): string {
  if (days <= MOST_DAYS) return `${days} 天`;
  const years = Math.floor(days / YEAR_DAYS);
  return years > 0 ? `${years} 年` : `${Math.floor((days * 12) / YEAR_DAYS)} 个月`;
}
