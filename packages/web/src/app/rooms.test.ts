import { describe, expect, it } from 'vitest';
import { builtMenu, currentItem, type RoomRoute, recordPath } from './rooms.ts';

const Page = () => null;
const load = () => Promise.resolve({ Page });
const routes: readonly RoomRoute[] = [
  { path: '/', load },
  { path: '/people', load },
  { path: '/people/$id', load, opens: ['right'] },
];

describe('the menu', () => {
  it('shows only rooms that are built', () => {
    expect(builtMenu(routes).map((item) => item.label)).toEqual(['首页', '人员']);
  });
  it('marks the room a page belongs to', () => {
    const items = builtMenu(routes);
    expect(currentItem('/people/42', items)?.label).toBe('人员');
    expect(currentItem('/', items)?.label).toBe('首页');
    expect(currentItem('/import', items)).toBeUndefined();
  });
});

describe('a record', () => {
  it('opens where a room says it opens its kind', () => {
    expect(recordPath('right', 'a/1', routes)).toBe('/people/a%2F1');
    expect(recordPath('meeting', '1', routes)).toBeUndefined();
  });
});
