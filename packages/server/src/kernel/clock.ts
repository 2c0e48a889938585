import { type Day, parseIsoDay, shanghaiDay } from '@shuangyong/values';
import { refuse } from './refusal.ts';

export interface Clock {
  /** Milliseconds of the real time: ids, audit lines and sessions. */
  readonly now: () => number;
  /** The office's day, Asia/Shanghai; the day set for tests when `SHUANGYONG_TODAY` is given. */
  readonly today: () => Day;
  /** True when the day is set from outside, which every print then shows. */
  readonly isSet: boolean;
}

/** The clock of this process. Refuses a `SHUANGYONG_TODAY` that is not a day. */
export function systemClock(setDay: string | undefined = process.env.SHUANGYONG_TODAY): Clock {
  if (!setDay) return { now: Date.now, today: () => shanghaiDay(Date.now()), isSet: false };
  const fixed =
    parseIsoDay(setDay) ?? refuse('clock', `SHUANGYONG_TODAY 不是日期：${setDay}，应写成 2018-01-05。`);
  return { now: Date.now, today: () => fixed, isSet: true };
}
