import { addDays, day } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { copyWarning, keptNames, shelfName } from './shelf.ts';

const daily = (text: string) => ({ name: `daily-${text}.sybackup`, kind: 'daily' as const });

test('of two years of days 14 days and the first of 12 months stay', () => {
  const days = Array.from({ length: 730 }, (_, n) => daily(addDays(day('2024-01-01'), n)));
  const kept = [...keptNames(days)].sort();
  expect(kept).toHaveLength(14 + 12);
  expect(kept[0]).toBe('daily-2025-01-01.sybackup');
  expect(kept.slice(-14)[0]).toBe('daily-2025-12-17.sybackup');
});

test('what was thinned out day by day is what would be thinned out at once', () => {
  let shelf: ReturnType<typeof daily>[] = [];
  for (let n = 0; n < 500; n++) {
    shelf.push(daily(addDays(day('2024-01-10'), n)));
    const kept = keptNames(shelf);
    shelf = shelf.filter(({ name }) => kept.has(name));
  }
  const months = new Set(shelf.map(({ name }) => name.slice(6, 13)));
  expect(months.size).toBe(12);
  expect(shelf.length).toBeLessThanOrEqual(26);
});

test('what somebody asked for stays, of those before upgrades the last five', () => {
  const manual = Array.from({ length: 40 }, (_, n) => ({ name: `manual-${n}`, kind: 'manual' as const }));
  const upgrades = Array.from({ length: 9 }, (_, n) => ({ name: `upgrade-${n}`, kind: 'upgrade' as const }));
  expect(keptNames([...manual, ...upgrades]).size).toBe(45);
});

test('a backup is named by the day and time of Shanghai', () => {
  const at = Date.parse('2026-02-28T16:30:05Z');
  expect(shelfName('daily', at)).toBe('daily-2026-03-01.sybackup');
  expect(shelfName('manual', at)).toBe('manual-2026-03-01-003005.sybackup');
});

test('after seven days without a copy on another disk the office is told, with what to do', () => {
  expect(copyWarning(7, true)).toBeNull();
  expect(copyWarning(8, true)).toBe('已 8 天没有备份到备份盘。请插入备份盘，点「现在备份」。');
  expect(copyWarning(8, false)).toBe('还没有备份到备份盘过。请插入备份盘，点「现在备份」。');
});
