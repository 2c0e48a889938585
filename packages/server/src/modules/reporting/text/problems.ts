import type { CheckRules } from './check-rules.ts';
import type { Figures } from './types.ts';

export const PROBLEM_CODES = [
  'unsourced',
  'typed_without_reason',
  'wrong_anniversary',
  'other_year',
  'figure_null',
  'figure_changed',
  'unit_differs',
  'two_readings',
  'total_differs',
  'unlike_last_year',
  'estimated',
  'unevidenced',
  'full_name',
  'reused_unread',
  'empty_section',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing to look at. `must` blocks signing: a number that nothing and nobody stands behind. */
export type Problem = {
  readonly code: ProblemCode;
  readonly severity: 'must' | 'look';
  readonly place: string;
  readonly sentenceId: string;
  /** The figure's code, where the problem is a figure's. */
  readonly figure?: string;
  readonly text: string;
  /** One sentence for the office: what is there, and what to do. */
  readonly message: string;
};

export type CheckInput = {
  readonly figures: Figures;
  readonly rules: CheckRules;
  readonly lastYear?: Figures;
  /** Full names of people on record: one of them in the text is asked about, never blocked. */
  readonly people?: readonly string[];
};
