import type { Search } from '../../app/search.ts';
import type { PeopleAsk } from './data.ts';

/** From which list a person was opened: its question, the row, and its address, to go back to. */
export interface ListPlace {
  readonly ask: PeopleAsk;
  readonly index: number;
  readonly search: Search;
}

let place: ListPlace | undefined;

export function rememberPlace(next: ListPlace): void {
  place = next;
}

export function rememberedPlace(): ListPlace | undefined {
  return place;
}

/** One row further or back in the same list. */
export function movePlace(by: number): void {
  if (place !== undefined) place = { ...place, index: Math.max(0, place.index + by) };
}
