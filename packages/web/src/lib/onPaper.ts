/** `2018-01` → 2018年1月, as papers write it. */
export function monthOnPaper(month: string): string {
  const [year, of] = month.split('-').map(Number);
  return `${year}年${of}月`;
}

/** `2018-01-26` → 2018年1月26日. */
export const dayOnPaper = (day: string): string => `${monthOnPaper(day)}${Number(day.slice(8, 10))}日`;
