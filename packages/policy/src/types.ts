import type { Day, Fen, Month } from '@shuangyong/values';
import type {
  BenefitCode,
  Code,
  Combine,
  Component,
  Fund,
  Missing,
  NotDueReason,
  PeriodState,
  Unit,
} from './codes.ts';
import type { RoundingMode, Setting, SettingName, StackingMode } from './settings.ts';

/** An exact amount of fen (a month, or once), num ÷ den; the one rounding comes at the very end. */
export interface Rate {
  readonly num: number;
  readonly den: number;
}

// ── Facts ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** No end known. Later than every month asked for. */
export const OPEN = 119_999 as Month;

/**
 * What a benefit may depend on, flat: closed codes are their place in the list of codes.ts plus one, and 0 says
 * that nobody has stated the fact. 0 is never a value.
 */
export interface Facts {
  /** Place of the right in the month: the six-digit county code as a number (341524). */
  readonly region: number;
  readonly grade: number;
  readonly cause: number;
  readonly era: number;
  readonly group: number;
  readonly redArmyClass: number;
  readonly residence: number;
  /** 1 no, 2 yes (集中供养). */
  readonly housed: number;
  /** 1 = a mental disorder is certified; else 0. */
  readonly mental: number;
  /** Half-years of service; for a conscript the half-years paid for in this month. */
  readonly halfYears: number;
  readonly award: number;
}

/** A stretch of one right's life in which no fact changes; `to` is the last month, OPEN when none is set. */
export interface Period {
  readonly from: Month;
  readonly to: Month;
  readonly state: PeriodState;
  readonly facts: Facts;
}

/** One right to one benefit. Periods are in order and do not overlap. */
export interface Spell {
  readonly id: string;
  /** Null where no national rule gives anything (其他退役军人, 现役军人家属). */
  readonly benefit: BenefitCode | null;
  /** Place of the benefit in BENEFITS, -1 for null. */
  readonly order: number;
  /** Place of the 对象类别 among all, which decides between two rights to one benefit at one amount. */
  readonly rank: number;
  /** First month due as the county decided, even if the right ended before it began. */
  readonly from: Month;
  readonly periods: readonly Period[];
  /** The one period of a right that never changes, as most do; undefined if there are none or several. */
  readonly only: Period | undefined;
}

/** A person as the engine reads him. Make it with `personFacts`, for a roll with `factsReader`. */
export interface PersonFacts {
  /** 0 = not stated. */
  readonly bornIn: Month | 0;
  /** 0 = alive as far as known. */
  readonly diedIn: Month | 0;
  readonly deathCause: number;
  readonly spells: readonly Spell[];
  /** The one right of a person who has one, as most do; undefined if there are none or several. */
  readonly only: Spell | undefined;
}

// ── Law as files write it ───────────────────────────────────────────────────────────────────────────────────────

/** A document a value rests on: `law/sources/*.yaml` is a list of these. */
export interface SourceFile {
  readonly id: string;
  readonly title: string;
  readonly issuer?: string;
  readonly number?: string;
  /** The day it was issued; absent if not known. A value cannot be known before it. */
  readonly issued?: Day;
  readonly effective?: Day;
  readonly confidence?: string;
  readonly note?: string;
  /** An address only if it is an official site. */
  readonly url?: string;
}

/** One value of a table: the cells of one region from one month on. */
export interface ValueFile {
  readonly region: string;
  readonly from: string;
  readonly to?: string;
  readonly knownOn: string;
  readonly source: string;
  readonly article?: string;
  readonly status: 'published' | 'derived';
  readonly confidence?: 'high' | 'medium' | 'low';
  readonly derivation?: string;
  readonly unit?: Unit;
  readonly fund?: Fund;
  readonly cells?: Readonly<Record<string, number>>;
  readonly absent?: readonly string[];
  readonly missing?: readonly string[];
  readonly note?: string;
}

export interface TableFile {
  readonly code: string;
  readonly unit: string;
  readonly axes: readonly string[];
  readonly combine: string;
  readonly values: readonly ValueFile[];
}

/** One announcement: `law/tables/*.yaml`, an imported package, a table typed in at a county. */
export interface PackageFile {
  readonly package: string;
  readonly title: string;
  /** Packages this one takes the place of (an erratum), from the day its first value is known. */
  readonly supersedes?: readonly string[];
  readonly tables: readonly TableFile[];
}

/** Everything a law is compiled from. */
export interface LawFiles {
  readonly sources: readonly SourceFile[];
  readonly packages: readonly PackageFile[];
  readonly settings: readonly SettingFile[];
}

/** One dated, regional setting: an entry under `settings:` of `law/settings.yaml`. */
export interface SettingFile {
  /** A name of SETTINGS. */
  readonly name: string;
  readonly values: readonly SettingValueFile[];
}

export interface SettingValueFile {
  readonly region: string;
  readonly from: string;
  readonly to?: string;
  readonly value: string | number | boolean;
  readonly knownOn?: string;
  readonly source?: string;
  readonly article?: string;
  readonly note?: string;
}

// ── Compiled law ────────────────────────────────────────────────────────────────────────────────────────────────

export type CellStatus = 'published' | 'derived';

/** One amount of one table, with its proof. */
export interface Cell {
  readonly code: Code;
  readonly key: string;
  readonly amount: number;
  readonly unit: Unit;
  readonly region: number;
  readonly fund: Fund;
  readonly from: Month;
  readonly to: Month;
  readonly knownOn: Day;
  readonly source: string;
  readonly article: string;
  readonly status: CellStatus;
  readonly confidence: string;
  readonly derivation: string;
  readonly package: string;
}

/** What a table says of one key in one month: an amount, that the law has none, or that no source is at hand. */
export type CellAnswer =
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'absent'; readonly source: string; readonly article: string }
  | { readonly kind: 'missing'; readonly code: Code };

/** The law of one place in one month: all a regime may ask. */
export interface LawAt {
  readonly month: Month;
  readonly region: number;
  /** Narrowest region in force (`base`, `replace`). */
  cell(code: Code, key: string): CellAnswer;
  /** Every region's value in force, widest first (`add`). */
  addends(code: Code, key: string): readonly Cell[];
  /** The last narrowest value in force before the month, however long ago it ended. */
  lastBefore(code: Code, key: string): Cell | undefined;
  /** Steps of an `increment` code after a base's first month and up to this one; undefined if some time is not known. */
  incrementsSince(code: Code, base: Cell): readonly Cell[] | undefined;
  setting<K extends keyof Setting>(name: K): Setting[K] | undefined;
}

/** The compiled law, always passed in. Frozen; the same files give the same hash. */
export interface Law {
  /** Identifies the content, not its order in the files. */
  readonly hash: string;
  /** Values known on this day or before; null = everything known today. */
  readonly asKnownOn: Day | null;
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** All cells, for the screen of rates. */
  readonly cells: readonly Cell[];
  /** Answers already worked out under this law; kept by the engine for itself. */
  readonly engine: Engine;
  /** The law at a place and month, for questions that are not about a person. */
  at(region: number, month: Month): LawAt;
  /** The setting's entry in force, for its source and article; undefined where only a default holds. */
  settingEntry(name: SettingName, region: number, month: Month): SettingValueFile | undefined;
  /** Months in which anything at this place changes for a benefit, in order. */
  steps(benefit: BenefitCode, region: number): readonly Month[];
}

/** The law of one benefit at one place, cut into segments in which no table, setting or regime changes. */
export interface Track {
  readonly benefit: BenefitCode;
  /** First months of the segments, in order; the first is 0. */
  readonly starts: readonly Month[];
  readonly regimes: readonly (Regime | undefined)[];
  segmentAt(month: Month): number;
  /** The answer for these facts in a segment; equal keys share one. */
  outcome(segment: number, facts: Facts): Outcome;
  /** Timelines kept for spans of months. */
  readonly spans: Map<string, Span>;
}

/** A timeline kept for all people alike. */
export interface Kept {
  readonly number: number;
  readonly timeline: Timeline;
  /** The timeline as the answer of a person who has this one right. */
  readonly alone: readonly Timeline[];
  /** Answers of people who have this right and a second one, by the number of the second. */
  readonly pairs: Map<number, readonly Timeline[]>;
}

/** Timelines of one track over one span of months, by the numbers that make them. */
export interface Span {
  readonly from: Month;
  readonly to: Month;
  /** The first regime in force in the span. */
  readonly regime: Regime;
  /** The key of facts under all regimes of the span; negative if it has none. */
  readonly key: (facts: Facts) => number;
  /** Last month of birth at which the age is reached throughout; negative where age plays no part. */
  readonly bornBy: number;
  /** By key, of rights in force throughout, at an age that does not matter, of people alive. */
  readonly whole: (Kept | undefined)[];
  /** Other people alive, by name. */
  readonly alive: Map<number, Kept>;
  /** People who died in the span or before it, by the name of the death, then by name. */
  readonly dead: Map<number, Map<number, Kept>>;
}

/** How several rights of one person stand to each other. */
export interface Stacking {
  readonly mode: StackingMode;
  /** Pairs drawn together all the same, as `pairName` writes them. */
  readonly together: ReadonlySet<string>;
}

/** One region's tracks, by place of the benefit in BENEFITS. */
export interface Place {
  readonly region: number;
  track(order: number): Track;
  at(month: Month): LawAt;
  /** Months in which the rule for several rights changes here. */
  readonly stackingStarts: readonly Month[];
  stackingAt(month: Month): Stacking;
}

/** Spans asked for last, by place of the benefit in BENEFITS: whole rolls ask for one place and span. */
export interface Asked {
  readonly region: number;
  readonly from: Month;
  readonly to: Month;
  readonly spans: (Span | undefined)[];
}

export interface Engine {
  asked: Asked;
  place(region: number): Place;
  /** Number for the next timeline kept. */
  nextNumber(): number;
}

/** Why files do not make a law; `where` names package, code, region and month. */
export interface LawRefusal {
  readonly code: LawRefusalCode;
  readonly where: string;
  readonly detail: string;
}
export type LawRefusalCode =
  | 'package_twice'
  | 'source_twice'
  | 'source_missing'
  | 'source_after_known'
  | 'code_unknown'
  | 'axes_disagree'
  | 'unit_disagrees'
  | 'combine_disagrees'
  | 'region_invalid'
  | 'month_invalid'
  | 'day_invalid'
  | 'status_invalid'
  | 'derivation_missing'
  | 'cell_unknown'
  | 'cell_missing'
  | 'cell_twice'
  | 'amount_invalid'
  | 'unsorted'
  | 'overlap'
  | 'setting_unknown'
  | 'setting_invalid';

export type Compiled =
  | { readonly ok: true; readonly law: Law }
  | { readonly ok: false; readonly refusals: readonly LawRefusal[] };

// ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** An exact part of a month's amount. */
export interface Line {
  readonly component: Component;
  readonly fund: Fund;
  readonly rate: Rate;
}

/**
 * One step of why. `read`: a cell (value = its amount, with cell); `fact`: what was read of the person;
 * `times`: × whole number; `ratio`: × value/100; `divide`: ÷ value; `sum`: of the parts; `max`, `exclude`: of several
 * rights; `age`, `death`: a month that decides; `round`: the mode.
 */
export type TraceStep =
  | { readonly op: 'read'; readonly what: Code; readonly value: number; readonly cell: Cell }
  | { readonly op: 'fact'; readonly what: keyof Facts; readonly value: number }
  | { readonly op: 'times' | 'ratio' | 'divide'; readonly what: string; readonly value: number }
  | { readonly op: 'line'; readonly what: Component; readonly value: Rate; readonly fund: Fund }
  | { readonly op: 'sum'; readonly what: 'month' | 'once'; readonly value: Rate }
  | { readonly op: 'round'; readonly what: Rounding; readonly value: Rate }
  | { readonly op: 'month'; readonly what: 'ageReached' | 'death' | 'paidIn'; readonly value: Month }
  | { readonly op: 'exclude' | 'max'; readonly what: BenefitCode; readonly value: Rate | null }
  | { readonly op: 'absent'; readonly what: Code; readonly source: string; readonly article: string }
  | { readonly op: 'missing'; readonly what: Missing; readonly region: number; readonly month: Month };

/** The law's answer in steps, shared by all people with the same key. */
export interface Trace {
  readonly regime: string;
  /** Source id and article of the rule itself. */
  readonly source: string;
  readonly article: string;
  readonly steps: readonly TraceStep[];
}

/** `fixed`: the amount is whole fen already (months after death, paid at the amount of the month of death). */
export type Rounding = RoundingMode | 'fixed';

export interface Due {
  readonly kind: 'due';
  readonly lines: readonly Line[];
  /** Sum of the lines. */
  readonly rate: Rate;
  readonly rounding: Rounding;
  /** Secondary parts that could not be computed; the base stays due. */
  readonly missing: readonly Missing[];
  /** Rests on a rate computed by a checked rule, not read in a source. */
  readonly derived: boolean;
  readonly trace: Trace;
}
export interface NotDue {
  readonly kind: 'notDue';
  readonly why: NotDueReason;
  readonly trace: Trace;
}
export interface Unknown {
  readonly kind: 'unknown';
  readonly missing: readonly Missing[];
  readonly trace: Trace;
}
export type Outcome = Due | NotDue | Unknown;

/** Months `from`…`to` of one right in which nothing changes. */
export interface Stretch {
  readonly from: Month;
  readonly to: Month;
  readonly outcome: Outcome;
  /** Whole fen of all its months together; 0 unless due. */
  readonly fen: Fen;
}

/** A right over a span of months; shared by all people for whom it reads the same. */
export interface Timeline {
  /** In order, covering every month of the span once. */
  readonly stretches: readonly Stretch[];
  readonly fen: Fen;
  /** Month by month, rounded and split into lines; worked out when first asked for. */
  months(): readonly MonthLine[];
}

/** What one right of a person gives. */
export interface RightAnswer {
  readonly spell: Spell;
  readonly timeline: Timeline;
}

/** What one fund pays of a month, in whole fen. */
export interface PaidLine {
  readonly component: Component;
  readonly fund: Fund;
  readonly fen: Fen;
}

/** One month of a timeline. `fen` is 0 and `lines` empty unless due. */
export interface MonthLine {
  readonly month: Month;
  readonly outcome: Outcome;
  readonly fen: Fen;
  readonly lines: readonly PaidLine[];
}

/** One month of one right. */
export interface MonthAnswer extends MonthLine {
  readonly spell: Spell;
}

/**
 * One benefit under one text of law: a frozen pure function. `key` numbers everything `entitle` reads of the facts
 * (a test with recording proxies proves it), so that one answer serves all people alike.
 */
export interface Regime {
  readonly id: string;
  readonly benefit: BenefitCode;
  readonly from: Month;
  /** Last month; OPEN while in force. */
  readonly to: Month;
  readonly source: string;
  readonly article: string;
  /** Tables whose changes end a stretch. */
  readonly reads: readonly Code[];
  /** The law gave nothing of this kind before the regime; otherwise earlier months are unknown. */
  readonly isFirst?: true;
  /** Not due before the month of this birthday. */
  readonly fromAge?: number;
  /** Benefits beside which it is never paid. */
  readonly excludedBy?: readonly BenefitCode[];
  /** Paid once a year instead of every month: when, given what earlier regimes paid. */
  readonly onceAYear?: (spell: Spell, law: LawAt, earlier: readonly OncePaid[]) => readonly OncePaid[];
  key(facts: Facts): number;
  entitle(facts: Facts, law: LawAt): Outcome;
}

/** A month in which a benefit paid once a year falls due, and the half-years paid for. */
export interface OncePaid {
  readonly month: Month;
  readonly halfYears: number;
}

export type { BenefitCode, Code, Combine, Component, Fund, Missing, NotDueReason, Unit };
