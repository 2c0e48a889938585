import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { fillPages, lettersThatFit, type Stretch } from '../lib/sheets.ts';

/** Kept free on every page: a printer rounds heights of rows and lines otherwise than a screen. */
const SPARE_MM = 4;
const PIXELS_A_MM = 96 / 25.4;

const heightOf = (part: Element | null) => part?.getBoundingClientRect().height ?? 0;

/** What the margins of parts take, which stands outside their own heights. */
const marginsOf = (parts: readonly (Element | null)[]): number =>
  parts.reduce((sum, part) => {
    if (part === null) return sum;
    const { marginTop, marginBottom } = getComputedStyle(part);
    return sum + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
  }, 0);

interface Measured {
  readonly rows: readonly number[];
  readonly totals: number;
  /** What rows and totals of one page may take, between the head of the table and the foot of the sheet. */
  readonly room: number;
}

function measure(sheet: HTMLElement): Measured {
  const { paddingTop, paddingBottom } = getComputedStyle(sheet);
  const above = [sheet.querySelector('header'), sheet.querySelector('.intro')];
  const around = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom) + marginsOf(above);
  const parts = [...above, sheet.querySelector('thead'), sheet.querySelector('footer')];
  const taken = parts.reduce((sum, part) => sum + heightOf(part), around);
  return {
    rows: [...sheet.querySelectorAll('tbody > tr:not(.totals)')].map(heightOf),
    totals: heightOf(sheet.querySelector('tr.totals')),
    room: heightOf(sheet) - taken - SPARE_MM * PIXELS_A_MM,
  };
}

interface Cut {
  /** Letters of single rows, as a part of the usual size, where the row would not fit on a page. */
  readonly letters: ReadonlyMap<number, number>;
  /** Undefined while all rows still stand on one sheet to be measured. */
  readonly pages?: readonly Stretch[];
  /** Rows that no letters make fit; the browser itself breaks their page. */
  readonly tooHigh: ReadonlySet<number>;
}

const UNMEASURED: Cut = { letters: new Map(), tooHigh: new Set() };

function nextCut({ rows, totals, room }: Measured, { letters }: Cut): Cut {
  const high = rows.flatMap((height, row) => (height + totals > room ? [row] : []));
  if (high.length > 0 && letters.size === 0)
    return {
      ...UNMEASURED,
      letters: new Map(high.map((row) => [row, lettersThatFit((rows[row] ?? 0) + totals, room)])),
    };
  return { letters, pages: fillPages(rows, room, totals), tooHigh: new Set(high) };
}

/**
 * Cuts a printed list into pages by the heights its rows have in the width of the page. The sheet with all rows is
 * laid out unseen, measured, and replaced by the pages before the browser prints.
 */
export function useCut(): { readonly sheet: RefObject<HTMLElement | null> } & Cut {
  const sheet = useRef<HTMLElement>(null);
  const [cut, setCut] = useState(UNMEASURED);
  useLayoutEffect(() => {
    if (cut.pages === undefined && sheet.current !== null) setCut(nextCut(measure(sheet.current), cut));
  }, [cut]);
  return { sheet, ...cut };
}
