import { day } from '@shuangyong/values';
import type { Ctx, Keys, May } from '../kernel/context.ts';

/** A context for tests of services: the operator on a working day of 2018, allowed everything unless told otherwise. */
export function testContext(keys: Keys, over: Partial<Ctx> = {}): Ctx {
  const may: May = () => true;
  return {
    actor: { kind: 'operator', id: 'operator', name: '本机' },
    now: Date.now(),
    today: day('2018-01-05'),
    may,
    keys,
    ...over,
  };
}
