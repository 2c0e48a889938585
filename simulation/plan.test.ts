import { expect, test } from 'vitest';
import { contradiction } from './evaluate.ts';
import { planOf } from './plan.ts';

const asked = { seed: 7, months: 14, people: 40 };

test('a seed is the same township every time, another seed another one', () => {
  expect(planOf(asked)).toEqual(planOf(asked));
  expect(planOf({ ...asked, seed: 8 })).not.toEqual(planOf(asked));
});

test('every kind of happening comes about in twenty seeds', () => {
  const plans = Array.from({ length: 20 }, (_, seed) => planOf({ ...asked, seed: seed + 1 })).flat();
  const kinds = new Set(plans.flatMap(({ happenings }) => happenings.map(({ what }) => what)));
  expect([...kinds].sort()).toEqual(
    ['enrol', 'death', 'decide', 'move', 'regrade', 'raise', 'pay', 'result', 'recover', 'close'].sort(),
  );
});

test('an amount that its trace does not tell is found', () => {
  const step = { op: 'line', what: 'base', fund: 'central', value: { num: 110_001, den: 2 } };
  const body = JSON.stringify({ steps: [step] });
  const line = { body, component: 'base', fund: 'central' };
  expect(contradiction({ ...line, due: 55_001 })).toBeUndefined();
  expect(contradiction({ ...line, due: 55_002 })).toContain('55002 posted');
  expect(contradiction({ ...line, component: 'afterDeath', due: 55_001 })).toContain('0 in the trace');
});
