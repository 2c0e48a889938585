import { addMonths, type Day, monthOfDay } from '@shuangyong/values';
import type { Cells } from '../../platform/contract/kind.ts';

/** Facts that decide whether and how much is paid: a change of one waits for a second person. */
export const PAY_FACTS: ReadonlySet<string> = new Set([
  'identity',
  'born_on',
  'category',
  'grade',
  'disability_cause',
  'enlisted_on',
  'discharged_on',
  'service_years',
  'enlistment_era',
  'residence',
  'approved_on',
  'from_month',
  'stop_month',
  'died_on',
  'death_cause',
  'support_mode',
  'account',
  'bank_name',
  'village_id',
]);

/** A reported death, move, sentence or other stop must be proved within this many days. */
export const PROOF_DAYS = 30;

export type EventType = 'death' | 'move' | 'sentence' | 'stop';

export const EVENT_WORDS: Readonly<Record<EventType, string>> = {
  death: '去世',
  move: '迁出',
  sentence: '服刑',
  stop: '停发',
};

/** What waits: an event of a person, or a correction or an end of one right that was entered wrongly. */
export type ChangeType = EventType | 'correct' | 'void';

export function isEvent(type: string): type is EventType {
  return type in EVENT_WORDS;
}

/**
 * Who died, moved away or was sentenced has no other right for the same months: what was paid too much is claimed when
 * it is confirmed. Any other stop may be the first half of a regrade, and the next batch nets it first.
 */
export const claimsAtOnce = (type: EventType): boolean => type !== 'stop';

/** What an event says of every right: a death its day, anything else the first month that is no longer due. */
export function eventCells(type: EventType, on: Day): Cells {
  if (type === 'death') return { died_on: on };
  return { stop_month: addMonths(monthOfDay(on), 1), stop_reason: EVENT_WORDS[type] };
}

/** The months of a right, as its row keeps them. */
export interface Span {
  readonly from_month: number;
  readonly stop_month: number | null;
}

/**
 * What an event changes in this one right. A death is a fact of the person and stands in every right; a stop leaves
 * alone what had ended before it, and a right that had not begun never begins.
 */
export function cellsForRight(cells: Cells, right: Span): Cells | undefined {
  const stop = cells.stop_month;
  if (typeof stop !== 'number') return cells;
  if (right.stop_month !== null && right.stop_month <= stop) return undefined;
  return { ...cells, stop_month: Math.max(stop, right.from_month) };
}
