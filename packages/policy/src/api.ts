import type { Day, Fen, Month } from '@shuangyong/values';
import type { BenefitCode } from './codes.ts';
import type { PlainPerson } from './plain.ts';
import type { StartRule } from './settings.ts';
import type { Compiled, Law, LawFiles, MonthAnswer, Outcome, PersonFacts, Stretch } from './types.ts';

/**
 * Checks files and makes the law of them, or answers every refusal at once. With `knownOn` only values known on
 * that day or before count: the law as it was known then. `compile.ts`
 */
export type CompileLaw = (files: LawFiles, options?: { readonly knownOn?: Day }) => Compiled;

/** Flat facts of a plain person; throws a RangeError on a word or month that is none. `facts.ts` */
export type MakePersonFacts = (person: PlainPerson) => PersonFacts;

/**
 * What each right of a person gives in every month from…to: for each spell, in the order given, stretches that
 * together cover the whole span. Exclusion, stacking and months after death are already in. `entitle.ts`
 */
export type Entitle = (person: PersonFacts, law: Law, from: Month, to: Month) => readonly Stretch[];

/** Stretches month by month, rounded, split by component and fund. `months.ts` */
export type Months = (stretches: readonly Stretch[]) => readonly MonthAnswer[];

/** Whole fen of all due months of the stretches, without making the months. Equals the sum over `Months`. */
export type SumOf = (stretches: readonly Stretch[]) => Fen;

/** One month whose answer differs between two readings of facts or law. */
export interface MonthChange {
  readonly spellId: string;
  readonly benefit: BenefitCode | null;
  readonly month: Month;
  readonly wasFen: Fen;
  readonly isFen: Fen;
  readonly was: Outcome | undefined;
  readonly is: Outcome | undefined;
}

/** What changes between two answers over the same span: other facts, another law, or both. `changes.ts` */
export type ChangesOf = (was: readonly Stretch[], is: readonly Stretch[]) => readonly MonthChange[];

/**
 * The month in which payment begins by the rule of the approval's day: the month after approval for disability
 * before 2024-10, the month of approval from then and for all others unless set otherwise. `start.ts`
 */
export type StartMonth = (
  benefit: BenefitCode,
  approvedIn: Month,
  law: Law,
  region: number,
) => { readonly month: Month; readonly rule: StartRule };
