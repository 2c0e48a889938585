import { day, type Month, parseIsoMonth } from '@shuangyong/values';
import { type RollPerson, rollPerson } from '../../benefits/index.ts';
import type { Payment } from '../payment.ts';

type Row = Parameters<typeof rollPerson>[0][0];

export function month(text: string): Month {
  const parsed = parseIsoMonth(text);
  if (parsed === undefined) throw new RangeError(text);
  return parsed;
}

export interface RowMade {
  readonly category?: string;
  readonly from?: string;
  readonly stop?: string;
  readonly stopReason?: string;
  readonly approved?: string;
  readonly grade?: number | null;
  readonly cause?: string;
  readonly years?: number;
  readonly row?: number;
}

export interface PersonMade {
  readonly born?: string;
  readonly died?: string;
  readonly deathCause?: string;
}

function rowOf(made: RowMade, { born = '1946-03-15', died, deathCause }: PersonMade, index: number): Row {
  return {
    ...{ person_id: 'p', name: '练习', identity_sealed: null, born_on: day(born) },
    ...{ died_on: died === undefined ? null : day(died), death_cause: deathCause ?? null },
    ...{ code: '341524199000', spell_id: `s${index}`, category: made.category ?? '参战退役人员' },
    ...{ grade: made.grade ?? null, disability_cause: made.cause ?? null },
    ...{ enlisted_on: null, discharged_on: null, service_years: String(made.years ?? 4) },
    ...{ enlistment_era: null, residence: '农村', approved_on: made.approved ? day(made.approved) : null },
    from_month: month(made.from ?? '2007-08'),
    stop_month: made.stop === undefined ? null : month(made.stop),
    ...{ stop_reason: made.stopReason ?? null, support_mode: null },
    ...{ source_sheet: '优抚对象', source_row: made.row ?? index + 2 },
  };
}

/** Somebody of the roll of an Anhui township, as his rows have him; without rows, a veteran of the war since 2007. */
export function somebody(rows: readonly RowMade[] = [{}], person: PersonMade = {}): RollPerson {
  const [first, ...rest] = rows.map((made, index) => rowOf(made, person, index));
  if (first === undefined) throw new RangeError('a person of the roll has a row');
  return rollPerson([first, ...rest]);
}

let serial = 0;

export interface PaidMade {
  readonly item?: string;
  readonly on?: string;
  readonly voucher?: string;
}

/** Paid for from…to, in yuan; on the 20th of the last month unless told. */
export function paid(
  from: string,
  to: string,
  yuan: number,
  { item = '抚恤补助', on, voucher }: PaidMade = {},
): Payment {
  serial += 1;
  const kind = 'paidLine' as const;
  const made = { kind, item, voucher: voucher ?? `凭${serial}`, paidOn: day(on ?? `${to}-20`) };
  return {
    id: `l${serial}`,
    from: month(from),
    to: month(to),
    fen: Math.round(yuan * 100),
    ...made,
    sheet: '发放记录',
    row: serial,
  };
}

const MONTHS = Array.from({ length: 12 }, (_, index) => `2017-${String(index + 1).padStart(2, '0')}`);

/** The veteran of the war paid month by month through 2017 as the rates were: 505 yuan, from October 555. */
export function wholeYear(but: Readonly<Record<string, number>> = {}): readonly Payment[] {
  return MONTHS.flatMap((text) => {
    const amount = but[text] ?? (text < '2017-10' ? 505 : 555);
    return amount === 0 ? [] : [paid(text, text, amount)];
  });
}
