import type { Month } from '@shuangyong/values';
import { type Draft, isLate, lastDayFor, type Question, type SheetRow, yearOfMonth } from './draft.ts';
import { answersIn, type Ground } from './ground.ts';
import type { Payment } from './payment.ts';
import { runsOf, span, yuan } from './words.ts';

/** What a month of the question is, as far as being paid at all goes. */
type MonthState = 'fine' | 'unpaid' | 'unpaidAfterDeath' | 'late';

interface Owed {
  readonly state: MonthState;
  readonly fen: number;
}

const FINE: Owed = { state: 'fine', fen: 0 };

/**
 * Months that are due and that no payment covers by 31 January of the next year: never paid (`must`; `look` for
 * months after a death, which the family has to ask for), or paid later than that (`look`).
 */
export function unpaidDrafts(
  ground: Ground,
  payments: readonly Payment[],
  question: Question,
  source: SheetRow | null,
): readonly Draft[] {
  const owed = new Map<MonthState, Month[]>();
  const amounts = new Map<Month, number>();
  for (let month = question.from; month <= question.to; month = (month + 1) as Month) {
    const { state, fen } = owedIn(ground, payments, question, month);
    if (state === 'fine') continue;
    amounts.set(month, fen);
    owed.set(state, [...(owed.get(state) ?? []), month]);
  }
  return [...owed].flatMap(([state, months]) =>
    runsOf(months).map(([from, to]) => {
      const own = months.filter((month) => month >= from && month <= to);
      const expectedFen = own.reduce((sum, month) => sum + (amounts.get(month) ?? 0), 0);
      return unpaidDraft(state, from, to, expectedFen, payments, dueRow(ground, from) ?? source);
    }),
  );
}

/** Of several rights the row of the one that is due. */
function dueRow({ from, rights }: Ground, month: Month): SheetRow | null {
  if (rights.length < 2) return null;
  return rights.find(({ months }) => (months[month - from]?.fen ?? 0) > 0)?.source ?? null;
}

function owedIn(ground: Ground, payments: readonly Payment[], question: Question, month: Month): Owed {
  const { today, paidYears } = question;
  if (!isLate(month, today) || !paidYears.has(yearOfMonth(month))) return FINE;
  const answers = answersIn(ground, month, ground.rights);
  if (answers.some(({ outcome }) => outcome.kind === 'unknown')) return FINE;
  const fen = answers.reduce((sum, answer) => sum + answer.fen, 0);
  if (fen === 0) return FINE;
  const covering = payments.filter((one) => one.fen > 0 && one.from <= month && month <= one.to);
  const isAfterDeath = answers.some(({ lines }) => lines.some(({ component }) => component === 'afterDeath'));
  if (covering.length === 0) return { state: isAfterDeath ? 'unpaidAfterDeath' : 'unpaid', fen };
  const isInTime = covering.some(({ paidOn }) => paidOn <= lastDayFor(yearOfMonth(month)));
  return isInTime || isAfterDeath ? FINE : { state: 'late', fen };
}

function unpaidDraft(
  state: MonthState,
  from: Month,
  to: Month,
  expectedFen: number,
  payments: readonly Payment[],
  source: SheetRow | null,
): Draft {
  const due = `${span(from, to)} 应发 ${yuan(expectedFen)}`;
  const late = payments.filter((one) => one.fen > 0 && one.from <= to && from <= one.to);
  const reasons: Readonly<Record<MonthState, string>> = {
    fine: '',
    unpaid: `${due}，没有发放记录。`,
    unpaidAfterDeath: `${due}（去世后续发，作丧葬补助），没有发放记录。`,
    late: `${due}，到次年 1 月 31 日没有发，${late.map(({ paidOn }) => paidOn).sort()[0] ?? ''} 才发。`,
  };
  return {
    code: 'unpaid_due',
    severity: state === 'unpaid' ? 'must' : 'look',
    ...{ from, to, expectedFen, actualFen: 0, reason: reasons[state], source },
    payments: state === 'late' ? late : [],
  };
}
