import type { Month } from '@shuangyong/values';
import { CompiledQuery } from 'kysely';
import { to } from 'pg-copy-streams';
import type { Db } from '../../kernel/db.ts';
import { inTowns, livePayments } from './live-book.ts';
import { roleOf } from './payment.ts';

/** One person's payments, five numbers each, in the order of the table. */
export type PaidLines = readonly number[];
/** Numbers of one payment in `PaidLines`: place of the item in `items`, months, fen, day. */
export const [ITEM, FROM, TO, FEN, DAY, WIDTH] = [0, 1, 2, 3, 4, 5];

/** Every payment that may matter, by the person it was made to, as lean as it can be read. */
export interface PaidBook {
  readonly items: readonly string[];
  readonly byPerson: ReadonlyMap<string, PaidLines>;
  /** Years of which some month of a pension was paid at all. */
  readonly years: ReadonlySet<number>;
}

export interface BookPlace {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** Payments of neighbouring months may share a bundle with those asked for. */
const MARGIN = 12;

/**
 * Reads the payments of months from…to and a year around, imported and by batches, and every 补发 and 扣回 whenever it
 * was. By COPY: a county has a million of them, and the answer is numbers only.
 */
export async function readPaidBook(db: Db, place: BookPlace, from: Month, to: Month): Promise<PaidBook> {
  const book = emptyBook();
  const read = lineReader(book);
  let rest: Buffer | undefined;
  for await (const chunk of await copyOut(db, bookSql(place, from, to))) {
    const text = rest === undefined ? chunk : Buffer.concat([rest, chunk]);
    const end = text.lastIndexOf(NEWLINE) + 1;
    read(text, end);
    rest = end === text.length ? undefined : Buffer.from(text.subarray(end));
  }
  return { items: book.items, byPerson: book.byPerson, years: yearsPaid(book, from, to) };
}

/**
 * Imported payments, and what batches paid: of a month of a right one number, however many lines it came in. No
 * parameters in a COPY: ids are checked to be what they are before they stand in the text.
 */
function bookSql(place: BookPlace, from: Month, to: Month): string {
  const margin = { from: (from - MARGIN) as Month, to: (to + MARGIN) as Month };
  return `copy (select person_id, item, from_month, to_month, amount_fen, paid_on - date '1970-01-01'
    from paid_line where county_id = ${Math.trunc(place.countyId)} and ${inTowns('division_id', place)}
      and voided_at is null and person_id is not null
      and (from_month <= ${margin.to} and to_month >= ${margin.from} or item in ('补发', '扣回'))
    union all
    select person_id, item, month, month, sum(fen)::bigint, max(day) - date '1970-01-01'
    from (${livePayments(place, margin)}) live group by person_id, item, month) to stdout`;
}

/** Starts `copy … to stdout` on the transaction's own connection: whatever stands in a query's place goes to pg. */
async function copyOut(db: Db, text: string): Promise<AsyncIterable<Buffer>> {
  const stream = to(text);
  await db.executeQuery(CompiledQuery.raw(stream as unknown as string));
  return stream;
}

const [NEWLINE, TAB, MINUS, ZERO, ID_LENGTH] = [10, 9, 45, 48, 36];

interface OpenBook {
  readonly items: string[];
  readonly byPerson: Map<string, number[]>;
}

const emptyBook = (): OpenBook => ({ items: [], byPerson: new Map() });

/** Reads whole lines of COPY's text. Ids and items repeat from line to line and are compared as bytes. */
function lineReader(book: OpenBook): (text: Buffer, end: number) => void {
  let id = Buffer.alloc(0);
  let lines: number[] = [];
  let word = Buffer.alloc(0);
  let item = -1;
  return (text, end) => {
    let at = 0;
    const number = () => {
      const isNegative = text[at] === MINUS;
      if (isNegative) at += 1;
      let value = 0;
      for (let byte = text[at] ?? TAB; byte !== TAB && byte !== NEWLINE; byte = text[++at] ?? TAB)
        value = value * 10 + byte - ZERO;
      at += 1;
      return isNegative ? -value : value;
    };
    while (at < end) {
      if (id.length === 0 || id.compare(text, at, at + ID_LENGTH) !== 0) {
        id = Buffer.from(text.subarray(at, at + ID_LENGTH));
        lines = linesOf(book, id.toString('latin1'));
      }
      at += ID_LENGTH + 1;
      const tab = text.indexOf(TAB, at);
      if (item < 0 || word.compare(text, at, tab) !== 0) {
        word = Buffer.from(text.subarray(at, tab));
        item = itemOf(book, word.toString());
      }
      at = tab + 1;
      lines.push(item, number(), number(), number(), number());
    }
  };
}

function linesOf({ byPerson }: OpenBook, id: string): number[] {
  const known = byPerson.get(id);
  if (known !== undefined) return known;
  const made: number[] = [];
  byPerson.set(id, made);
  return made;
}

function itemOf({ items }: OpenBook, item: string): number {
  const known = items.indexOf(item);
  return known >= 0 ? known : items.push(item) - 1;
}

function yearsPaid({ byPerson, items }: OpenBook, from: Month, to: Month): ReadonlySet<number> {
  const years = new Set<number>();
  const isApart = items.map((item) => roleOf(item) === 'apart');
  const wanted = Math.floor(to / 12) - Math.floor(from / 12) + 1;
  for (const lines of byPerson.values()) {
    for (let at = 0; at < lines.length; at += WIDTH) {
      if (isApart[lines[at + ITEM] ?? 0]) continue;
      const last = Math.min(lines[at + TO] ?? 0, to);
      for (let month = Math.max(lines[at + FROM] ?? 0, from); month <= last; month += 12)
        years.add(Math.floor(month / 12));
    }
    if (years.size === wanted) break;
  }
  return years;
}

/** How many payments of a person touch months from…to. */
export function countIn(lines: PaidLines, from: Month, to: Month): number {
  let count = 0;
  for (let at = 0; at < lines.length; at += WIDTH)
    if ((lines[at + FROM] ?? 0) <= to && (lines[at + TO] ?? 0) >= from) count += 1;
  return count;
}

const DAY_MS = 86_400_000;

/** 31 January of the year after, as the number of a day. */
export function lastDayNumber(year: number): number {
  return Math.round(Date.UTC(year + 1, 0, 31) / DAY_MS);
}
