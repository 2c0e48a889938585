import { type Law, type LawAt, regionOf } from '@shuangyong/policy';
import type { Month } from '@shuangyong/values';
import { type BenchPerson, FROM, REGION } from './people.ts';

/** Three rules in numbers: fen a year of every month of the year, by key. */
export interface HandTables {
  /** [month * 64 + grade * 4 + cause] */
  readonly disability: Int32Array;
  readonly combat: Int32Array;
  /** Fen a year of one service year. */
  readonly rural: Int32Array;
}

const MONTHS = 12;
const CAUSES = ['combat', 'duty', 'illness'] as const;

/** Reads the same law into flat tables, once. */
export function handTables(law: Law): HandTables {
  const disability = new Int32Array(MONTHS * 64);
  const combat = new Int32Array(MONTHS);
  const rural = new Int32Array(MONTHS);
  for (let m = 0; m < MONTHS; m += 1) {
    const at = law.at(regionOf(REGION), (FROM + m) as Month);
    for (let grade = 1; grade <= 10; grade += 1)
      CAUSES.forEach((cause, index) => {
        disability[m * 64 + grade * 4 + index] = yearly(at, 'disability.base', `${grade}/${cause}`);
      });
    combat[m] =
      yearly(at, 'combat.base', '-') +
      at.addends('combat.topUp', '-').reduce((sum, { amount }) => sum + amount * 12, 0);
    rural[m] = yearly(at, 'ruralVeteran.rate', '-');
  }
  return { disability, combat, rural };
}

function yearly(
  at: LawAt,
  code: 'disability.base' | 'combat.base' | 'ruralVeteran.rate',
  key: string,
): number {
  const answer = at.cell(code, key);
  if (answer.kind !== 'cell') return 0;
  return answer.cell.amount * (answer.cell.unit.startsWith('fen_per_month') ? 12 : 1);
}

/** People as columns: one number each, rights that nobody has begin after the year. */
export interface HandPeople {
  readonly count: number;
  readonly sixty: Int32Array;
  readonly died: Int32Array;
  readonly disabilityFrom: Int32Array;
  readonly disabilityTo: Int32Array;
  readonly disabilityKey: Int32Array;
  readonly combatFrom: Int32Array;
  readonly combatTo: Int32Array;
  readonly ruralFrom: Int32Array;
  readonly ruralTo: Int32Array;
  readonly years: Int32Array;
}

const NEVER = 0x7fff_ffff;

export function handPeople(people: readonly BenchPerson[]): HandPeople {
  const column = (read: (person: BenchPerson) => number) => Int32Array.from(people, read);
  const right = (person: BenchPerson, kind: string) => person.rights.find((one) => one.kind === kind);
  return {
    count: people.length,
    sixty: column(({ born }) => born + 60 * MONTHS),
    died: column(({ died }) => (died === 0 ? NEVER : died)),
    disabilityFrom: column((one) => right(one, 'disability')?.from ?? NEVER),
    disabilityTo: column((one) => right(one, 'disability')?.to ?? 0),
    disabilityKey: column(
      (one) => (right(one, 'disability')?.grade ?? 0) * 4 + (right(one, 'disability')?.cause ?? 0),
    ),
    combatFrom: column((one) => right(one, 'combat')?.from ?? NEVER),
    combatTo: column((one) => right(one, 'combat')?.to ?? 0),
    ruralFrom: column((one) => right(one, 'ruralVeteran')?.from ?? NEVER),
    ruralTo: column((one) => right(one, 'ruralVeteran')?.to ?? 0),
    years: column((one) => right(one, 'ruralVeteran')?.years ?? 0),
  };
}

/** The practical limit of month by month: columns, flat tables, no object, no call. Whole fen of everybody's year. */
export function handTotal(people: HandPeople, tables: HandTables): number {
  const { disability, combat, rural } = tables;
  const { count, sixty, died, disabilityFrom, disabilityTo, disabilityKey } = people;
  const { combatFrom, combatTo, ruralFrom, ruralTo, years } = people;
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    for (let m = 0; m < MONTHS; m += 1) {
      const month = FROM + m;
      if (month > (died[i] ?? 0)) break;
      let year = 0;
      if (month >= (disabilityFrom[i] ?? 0) && month <= (disabilityTo[i] ?? 0))
        year = disability[m * 64 + (disabilityKey[i] ?? 0)] ?? 0;
      if (month >= (combatFrom[i] ?? 0) && month <= (combatTo[i] ?? 0)) {
        const other = combat[m] ?? 0;
        if (other > year) year = other;
      }
      if (
        year === 0 &&
        month >= (ruralFrom[i] ?? 0) &&
        month <= (ruralTo[i] ?? 0) &&
        month >= (sixty[i] ?? 0)
      )
        year = (rural[m] ?? 0) * (years[i] ?? 0);
      total += (((2 * year * (m + 1) + 12) / 24) | 0) - (((2 * year * m + 12) / 24) | 0);
    }
  }
  return total;
}
