import { addMonths, monthOfDay, monthText, parseIsoDay } from '@shuangyong/values';
import type { FieldError } from '../../api/errors.ts';
import type { Search } from '../../app/search.ts';
import type { Person } from './data.ts';
import { dayWords } from './words.ts';

export type EventType = 'death' | 'move' | 'sentence' | 'stop';

interface EventWords {
  readonly type: EventType;
  readonly words: string;
  readonly dayWords: string;
  /** Which papers prove it. */
  readonly proof: string;
}

export const EVENTS: readonly EventWords[] = [
  { type: 'death', words: '去世', dayWords: '去世日期', proof: '死亡证明、火化证或户籍注销之一' },
  { type: 'move', words: '迁出', dayWords: '迁出日期', proof: '户籍迁移证明' },
  { type: 'sentence', words: '服刑', dayWords: '判决生效日期', proof: '判决书' },
  { type: 'stop', words: '其他停发', dayWords: '从哪天停', proof: '停发依据' },
];

export const SOURCES = ['村报', '家属', '名册比对', '其他'];

export function isEvent(type: string): type is EventType {
  return EVENTS.some((event) => event.type === type);
}

function eventOf(type: EventType): EventWords {
  return (
    EVENTS.find((event) => event.type === type) ?? { type, words: '停发', dayWords: '哪天', proof: '证明' }
  );
}

/** The first month that is no longer due: the one after that of the day. Undefined for a day that cannot be read. */
export function stopsFrom(day: string): string | undefined {
  const on = parseIsoDay(day);
  return on === undefined ? undefined : monthText(addMonths(monthOfDay(on), 1));
}

/** From which month payment ends. */
export function stopWords(type: EventType, day: string): readonly string[] {
  const month = stopsFrom(day);
  if (month === undefined) return [];
  return [`${type === 'death' ? '去世当月照发，' : ''}${month} 起停发；核实前下一批先不发。`];
}

/** What is said after it was sent: what happened, and what to bring by when. */
export function eventDone(type: EventType, dueOn: string | null, today: string, hasPaper: boolean): string {
  const { words, proof } = eventOf(type);
  const held = `已登记${words}，下一批先不发。`;
  if (hasPaper) return `${held}证明已附上，请另一人核实。`;
  return dueOn === null ? `${held}请上传${proof}。` : `${held}请在 ${dayWords(dueOn, today)}前上传${proof}。`;
}

/** A report as it is being typed. */
export interface Told {
  readonly type: EventType;
  readonly day: string;
  readonly source: string;
  readonly reason: string;
}

/** What the address says already, where a list of another office named somebody: kind, day, who told it, why. */
export function toldIn({ event = '', on = '', source = '', why = '' }: Search): Told {
  return {
    type: isEvent(event) ? event : 'death',
    day: parseIsoDay(on) === undefined ? '' : on,
    source: SOURCES.includes(source) ? source : '',
    reason: why,
  };
}

/** What is still to be written, or cannot be: a day after today or before birth. */
export function missingOf(told: Told, person: Pick<Person, 'bornOn'>, today: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string) => errors.push({ field, message });
  if (told.day === '') wrong('day', '请选日期。');
  else if (told.day > today) wrong('day', '日期晚于今天，请核对。');
  else if (person.bornOn !== null && told.day < person.bornOn) wrong('day', '日期早于出生日期，请核对。');
  if (told.source === '') wrong('source', '请选谁报的。');
  if (told.type === 'stop' && told.reason.trim() === '') wrong('reason', '请写为什么停。');
  return errors;
}
