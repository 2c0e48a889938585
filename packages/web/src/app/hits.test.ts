import { expect, it } from 'vitest';
import { hitsOf, targetOf } from './hits.ts';
import type { RoomRoute } from './rooms.ts';

const load = () => Promise.reject(new Error('never opened'));
const rooms: readonly RoomRoute[] = [
  { path: '/people', load },
  { path: '/people/$id', load, opens: ['person'] },
  { path: '/pay/history', load },
  { path: '/system', load },
];

it('a person opens the own page, and the roll narrowed to the name while there is none', () => {
  const person = { type: 'record', kind: 'person', id: 'a1' } as const;
  expect(targetOf(person, '张某', rooms)).toEqual({ to: '/people/a1' });
  expect(targetOf(person, '张某', rooms.slice(0, 1))).toEqual({
    to: '/people',
    search: { q: '张某', tab: 'all' },
  });
});

it('a voucher opens its payments, a village its people, a figure its drawer', () => {
  expect(targetOf({ type: 'list', kind: 'paidLine', q: '示例-001' }, '', rooms)).toEqual({
    to: '/pay/history',
    search: { q: '示例-001' },
  });
  expect(targetOf({ type: 'village', name: '河湾村' }, '', rooms)).toEqual({
    to: '/people',
    search: { tab: 'all', village: '河湾村' },
  });
  expect(targetOf({ type: 'figure', code: 'D01' }, '', rooms)).toEqual({ figure: 'D01' });
});

it('a kind with a room of its own is listed there', () => {
  const ledger: readonly RoomRoute[] = [
    { path: '/ledger/meetings', load },
    { path: '/ledger/meetings/r/$id', load, opens: ['meeting'] },
  ];
  const list = { type: 'list', kind: 'meeting', q: '专题' } as const;
  expect(targetOf(list, '', ledger)).toEqual({ to: '/ledger/meetings', search: { q: '专题' } });
  expect(targetOf(list, '', rooms)).toBeUndefined();
});

it('a paper without a page of its own opens the paper itself', () => {
  expect(targetOf({ type: 'record', kind: 'paper', id: 'p1' }, '', rooms)).toEqual({
    file: '/api/papers/p1/file',
  });
});

it('a room that is not built is not offered', () => {
  const page = (path: string, tab?: string) => ({
    label: path,
    detail: '',
    opens: { type: 'page' as const, path, ...(tab ? { tab } : {}) },
  });
  const hits = hitsOf([{ title: '去办', items: [page('/import'), page('/system', 'log')] }], rooms);
  expect(hits).toMatchObject([{ group: '去办', to: '/system', search: { tab: 'log' } }]);
});
