import type { RecordAsk } from '../../api/data.ts';
import type { Search } from '../../app/search.ts';
import type { Ledger } from './ledgers.ts';

/** What a ledger's address asks for: filters by their names after `?`, the chosen year where rows have a day. */
export function askOf(ledger: Ledger, year: number, search: Search): RecordAsk {
  const { q, village, evidenced, when, ended, order, voided, field, value, blank, filled } = search;
  const days = ledger.dated && when !== 'all' ? { from: `${year}-01-01`, to: `${year}-12-31` } : {};
  return {
    ...{ q, village, field, value, blank, filled },
    evidenced: evidenced === 'yes' || evidenced === 'no' ? evidenced : undefined,
    voided: voided === 'yes' ? 'yes' : undefined,
    ...endedAsk(ledger, ended),
    ...(order === 'old' ? { sort: dayFieldOf(ledger), desc: 'no' as const } : {}),
    ...days,
  };
}

function endedAsk({ ends }: Ledger, ended: string | undefined): RecordAsk {
  if (ends === undefined) return {};
  if (ended === 'yes') return { filled: ends.field };
  if (ended !== 'no') return {};
  return { blank: ends.field, ...(ends.asks === undefined ? {} : { filled: ends.asks }) };
}

/** The first column of a dated ledger is its day. */
function dayFieldOf(ledger: Ledger): string | undefined {
  return ledger.dated ? ledger.fields[0] : undefined;
}

const NARROWING = ['q', 'village', 'evidenced', 'ended', 'voided', 'field', 'blank', 'filled'] as const;

/** Whether anything but the year narrows the list: an empty list then means «nothing fits», not «nothing yet». */
export function isNarrowed(search: Search): boolean {
  return NARROWING.some((name) => search[name] !== undefined);
}

/** Takes every filter out of the address. */
export const WIDE: Search = Object.fromEntries(
  [...NARROWING, 'value', 'when', 'by'].map((name) => [name, undefined]),
);
