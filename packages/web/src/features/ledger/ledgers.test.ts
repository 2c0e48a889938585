import { expect, test } from 'vitest';
import { LEDGERS, ledgerAt, ROOMS, recordRoute, roomOf, roomTabs, tabsBeside } from './ledgers.ts';

test('every ledger has a place of its own, and no list is wider than eight columns', () => {
  expect(new Set(LEDGERS.map((ledger) => ledger.path)).size).toBe(LEDGERS.length);
  for (const { fields, strong } of LEDGERS) {
    expect(fields.length).toBeLessThanOrEqual(8);
    expect(fields).toContain(strong);
  }
});

test('a list and a record lead back to their ledger', () => {
  for (const ledger of LEDGERS) {
    expect(ledgerAt(ledger.path)).toBe(ledger);
    expect(ledgerAt(recordRoute(ledger).replace('$id', '0190'))).toBe(ledger);
    expect(roomOf(ledger).ledgers).toContain(ledger);
  }
  expect(ledgerAt('/people')).toBeUndefined();
});

test('a page of another feature stands after the ledgers of its room, and sees the same tabs', () => {
  const [pay] = ROOMS;
  const tabs = roomTabs({
    ...pay,
    menu: '/pay',
    ledgers: pay?.ledgers ?? [],
    pages: [{ path: '/pay/x', label: '又一页' }],
  });
  expect(tabs.map(({ to }) => to)).toEqual([
    '/pay',
    '/pay/awards',
    '/pay/history',
    '/pay/conscripts',
    '/pay/x',
  ]);
  for (const room of ROOMS)
    for (const { path } of room.pages ?? []) expect(tabsBeside(path)).toEqual(roomTabs(room));
  expect(tabsBeside('/nowhere')).toEqual([]);
});
