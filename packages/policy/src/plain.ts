/** A person as rows, screens and cases write him; `personFacts` makes the engine's facts of it. */
export interface PlainPerson {
  /** `1950-03`; null or absent = not stated. */
  readonly born?: string | null;
  readonly died?: string | null;
  readonly deathCause?: string | null;
  /** Six-digit code of the county, for rights that state none of their own. */
  readonly region: string;
  readonly rights: readonly PlainRight[];
}

/** What may differ between the periods of a right. Words of the closed lists of codes.ts; null = not stated. */
export interface PlainFacts {
  readonly region?: string;
  readonly grade?: number | null;
  readonly cause?: string | null;
  readonly era?: string | null;
  readonly serviceYears?: number | null;
  /** Half-years, if counted already (`halfYearsServed`); goes before serviceYears. */
  readonly halfYears?: number | null;
  readonly residence?: string | null;
  readonly housed?: boolean | null;
  readonly mental?: boolean | null;
  readonly award?: string | null;
}

export interface PlainRight extends PlainFacts {
  /** Place among the rights, from 1, if absent. */
  readonly id?: string;
  /** 对象类别 as the workbook writes it, or 义务兵. Gives benefit, group and class. */
  readonly category: string;
  /** First month due; absent = that of the first period. */
  readonly from?: string;
  /** First month not due any more; null = none set. */
  readonly stop?: string | null;
  /** Month of approval, for the start rule only. */
  readonly approved?: string | null;
  /** Instead of the flat facts: stretches with their own; what one leaves out is taken from the right. */
  readonly periods?: readonly PlainPeriod[];
}

export interface PlainPeriod extends PlainFacts {
  readonly from: string;
  /** Last month; absent = up to the next period or the stop. */
  readonly to?: string | null;
  readonly state?: string;
}
