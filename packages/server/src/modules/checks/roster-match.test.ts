import { type Day, day, type IdentityNumber, identityCheckDigit } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { matchRoster, type Registered, type RosterRow } from './roster-match.ts';

const number = (serial: number) => {
  const first17 = `341524194603150${String(serial).padStart(2, '0')}`;
  return (first17 + identityCheckDigit(first17)) as IdentityNumber;
};
const born = day('1946-03-15');

let at = 1;
const row = (name: string, identity: IdentityNumber | null, onDay: Day | null = null): RosterRow => ({
  ...{ sheet: '名册', row: ++at, name, identity, bornOn: born, onDay },
});
const one = (personId: string, name: string, hash: string | null, bornOn: Day | null = born): Registered => ({
  ...{ personId, divisionId: 'd', name, bornOn, hash },
});

const told = (rows: readonly RosterRow[], roll: readonly Registered[]) => {
  const { matches, absent } = matchRoster(
    rows,
    rows.map(({ identity }) => identity),
    roll,
  );
  return [matches.map(({ personId, likeness, onDay }) => [personId, likeness, onDay]), absent];
};

test('the same number is the same person, whatever the name; name and birth alone are a likeness', () => {
  const roll = [one('a', '安某', number(1)), one('b', '白 某', number(2)), one('c', '蔡某', null, null)];
  const rows = [row('安某某', number(1)), row('白某', null), row('蔡某', null), row('丁某', number(9))];
  expect(told(rows, roll)).toEqual([
    [
      ['a', 'same', null],
      ['b', 'like', null],
    ],
    2,
  ]);
});

test('a row whose number is somebody else of the roll is no likeness of his namesake', () => {
  const roll = [one('a', '安某', number(1)), one('b', '安某', number(2))];
  expect(told([row('安某', number(2))], roll)).toEqual([[['b', 'same', null]], 0]);
});

test('a person stands once: by number before likeness, then by the row that tells a day', () => {
  const roll = [one('a', '安某', number(1)), one('b', '白某', number(2))];
  const rows = [
    ...[row('安某', number(8)), row('安某', number(1)), row('安某', number(1), day('2018-01-20'))],
    ...[row('白某', null, day('2018-02-01')), row('白某', number(7))],
  ];
  expect(told(rows, roll)).toEqual([
    [
      ['a', 'same', '2018-01-20'],
      ['b', 'like', '2018-02-01'],
    ],
    0,
  ]);
});

test('a registration that was merged leads to whom it was merged into', () => {
  const roll = [one('a', '安某', number(1)), one('a', '安某', number(2))];
  expect(told([row('安某', number(2))], roll)).toEqual([[['a', 'same', null]], 0]);
});
