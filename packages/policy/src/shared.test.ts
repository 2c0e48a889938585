import { type Month, monthOf } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { compileLaw } from './compile.ts';
import { entitle, timelinesOf } from './entitle.ts';
import { personFacts } from './facts.ts';
import type { PlainPerson, PlainRight } from './plain.ts';
import { shippedFiles } from './testing/files.ts';
import type { Timeline } from './types.ts';

const made = compileLaw(shippedFiles());
if (!made.ok) throw new Error(JSON.stringify(made.refusals.slice(0, 3)));
const { law } = made;

const KINDS = [
  { category: '残疾军人', grade: 3, cause: 'duty' },
  { category: '参战退役人员' },
  { category: '农村籍退役士兵', serviceYears: 3 },
  { category: '烈士遗属', residence: 'rural' },
  { category: '烈士遗属', residence: 'urban' },
] as const;
const RIGHTS: readonly PlainRight[] = KINDS.flatMap((kind) =>
  ['2010-01', '2017-01', '2017-05', '2024-06'].flatMap((from) =>
    [null, '2016-11', '2017-01', '2017-09', '2024-11'].map((stop) => ({ ...kind, from, stop })),
  ),
);
const LIVES = ['1950-01', '1957-06', '1964-10'].flatMap((born) =>
  [null, '2016-08', '2016-12', '2017-04', '2024-09', '2024-12'].flatMap((died) =>
    (died === null ? [null] : [null, 'illness', 'other']).map((deathCause) => ({ born, died, deathCause })),
  ),
);
const WINDOWS: readonly (readonly [Month, Month])[] = [
  [monthOf(2016, 9), monthOf(2017, 3)],
  [monthOf(2017, 1), monthOf(2017, 12)],
  [monthOf(2024, 1), monthOf(2025, 2)],
];

const told = ({ fen, stretches }: Timeline) => ({ fen, stretches });
// Beside a category without any national rule nothing is shared: every timeline is made for the person alone.
const BESIDE: PlainRight = { category: '其他退役军人', from: '2010-01' };

test.each(WINDOWS)('%i…%i: a timeline found is the timeline made', (from, to) => {
  for (const right of RIGHTS)
    for (const life of LIVES) {
      const person: PlainPerson = { region: '341524', ...life, rights: [right] };
      const shared = timelinesOf(personFacts(person), law, from, to).map(told);
      const alone = timelinesOf(personFacts({ ...person, rights: [right, BESIDE] }), law, from, to).map(told);
      expect(shared, JSON.stringify(person)).toEqual(alone.slice(0, 1));
    }
});

test('people alike get the very same list; a pair of rights too', () => {
  const one = RIGHTS[0];
  const two = RIGHTS[20];
  if (!one || !two) throw new Error('no rights');
  const [from, to] = [monthOf(2017, 1), monthOf(2017, 12)];
  const ask = (rights: readonly PlainRight[]) =>
    timelinesOf(personFacts({ region: '341524', born: '1950-01', rights }), law, from, to);
  expect(ask([one])).toBe(ask([{ ...one, id: 'another' }]));
  expect(ask([one, two])).toBe(ask([one, two]));
  const answers = entitle(
    personFacts({ region: '341524', born: '1950-01', rights: [one, two] }),
    law,
    from,
    to,
  );
  expect(answers.map(({ timeline }) => timeline)).toEqual([...ask([one, two])]);
});
