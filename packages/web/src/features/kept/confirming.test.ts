import { describe, expect, it } from 'vitest';
import { countsOf, narrowed, nextOpen, stateOf, villagesOf } from './confirming.ts';
import type { ConfirmLine, Way } from './data.ts';

const line = (name: string, way: Way | null, village: string | null = '河湾村'): ConfirmLine => ({
  ...{ personId: name, name, village, identity: null, categories: [], lastVisit: null, held: null },
  confirmation:
    way === null ? null : { id: name, way, onDay: '2017-10-20', byName: '王某', remark: null, papers: 0 },
});

const rows = [
  line('甲', 'met'),
  line('乙', null),
  line('丙', 'unreachable', '石门村'),
  line('丁', null, null),
  line('戊', 'dead', '石门村'),
];

describe('the list of a year', () => {
  it('counts who was seen, who cannot be reached, who is dead and who is open', () => {
    expect(countsOf({ rows })).toEqual({ due: 5, seen: 1, open: 2, unreachable: 1, dead: 1 });
    expect(stateOf(line('己', 'withdrawn'))).toBe('open');
  });
  it('is narrowed by name, village and state', () => {
    const names = (q: string, village: string, state: string) =>
      narrowed(rows, { q, village, state }).map(({ name }) => name);
    expect(names('', '', 'open')).toEqual(['乙', '丁']);
    expect(names('丙', '石门村', '')).toEqual(['丙']);
    expect(names('', '石门村', 'dead')).toEqual(['戊']);
  });
  it('goes to the next open line and around the end, and nowhere when all is done', () => {
    expect([nextOpen(rows, 0, 1), nextOpen(rows, 1, 1), nextOpen(rows, 3, 1)]).toEqual([1, 3, 1]);
    expect([nextOpen(rows, 3, -1), nextOpen(rows, 1, -1)]).toEqual([1, 3]);
    expect(nextOpen([line('甲', 'met')], 0, 1)).toBe(-1);
    expect(nextOpen([], 0, 1)).toBe(-1);
  });
  it('prints by village, those whose village nobody knows last of all', () => {
    expect(villagesOf(rows)).toEqual(['河湾村', '石门村', '村不详']);
  });
});
