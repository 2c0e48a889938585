import type { TimelineLine } from './data.ts';

/** What was true on a day: later lines are left out, but corrections tell what is known now and stay. */
export function linesUntil(lines: readonly TimelineLine[], asOf: string): readonly TimelineLine[] {
  return lines.filter((line) => line.day <= asOf || line.type === '变更');
}

const ORDER = ['身份', '发放', '走访', '帮扶', '待遇', '材料', '变更', '导入'];

/** The types that occur, in the order of the page, with how many lines each has; everything first. */
export function typesOf(lines: readonly TimelineLine[]) {
  const known = ORDER.map((type) => ({
    value: type,
    label: type,
    count: lines.filter((line) => line.type === type).length,
  }));
  return [
    { value: '', label: '时间线 全部', count: lines.length },
    ...known.filter(({ count }) => count > 0),
  ];
}
