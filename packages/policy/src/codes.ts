/** Benefits in the order that decides between two equal amounts: the earlier one is drawn. */
export const BENEFITS = [
  'disability',
  'survivor',
  'redArmy',
  'demobilised',
  'illness',
  'combat',
  'nuclear',
  'martyrChild',
  'ruralVeteran',
  'conscript',
] as const;
export type BenefitCode = (typeof BENEFITS)[number];

/** Closed values of the facts. A fact's number in PersonFacts is its place here plus one; 0 = nobody has stated it. */
export const CAUSES = ['combat', 'duty', 'illness'] as const;
export const ERAS = ['resistance', 'liberation', 'afterFounding'] as const;
export const GROUPS = ['martyr', 'dutyDeath', 'illnessDeath'] as const;
export const RED_ARMY_CLASSES = ['veteran', 'westRoute', 'scattered'] as const;
export const RESIDENCES = ['urban', 'rural'] as const;
export const DEATH_CAUSES = ['illness', 'oldWound', 'other'] as const;
export const STATES = ['due', 'suspended', 'paidElsewhere'] as const;
/** Awards that raise a conscript's allowance, highest first. */
export const AWARDS = ['honour', 'theatreHonour', 'first', 'second', 'third', 'outstanding'] as const;
export const FUNDS = ['central', 'province', 'city', 'county'] as const;
export const COMPONENTS = ['base', 'topUp', 'nursing', 'merit', 'afterDeath'] as const;

export type Fund = (typeof FUNDS)[number];
export type Component = (typeof COMPONENTS)[number];
export type PeriodState = (typeof STATES)[number];

/** Units of a cell. All cells are whole numbers of their unit. */
export const UNITS = [
  'fen_per_year',
  'fen_per_month',
  'fen_per_year_per_service_year',
  'fen_per_month_per_service_year',
  'percent',
  'multiple',
] as const;
export type Unit = (typeof UNITS)[number];

/**
 * How values of several regions stand to each other: `base` and `replace`: the narrowest region in force wins;
 * `add`: every region's value in force is paid on top; `increment`: a step over the level before.
 */
export type Combine = 'base' | 'replace' | 'add' | 'increment';

const GRADES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** Axes of tables with their closed values. */
export const AXES = {
  grade: GRADES,
  nursingGrade: GRADES.slice(0, 6),
  cause: CAUSES,
  nursingCause: [...CAUSES, 'mental'],
  group: GROUPS,
  residence: RESIDENCES,
  class: RED_ARMY_CLASSES,
  era: ERAS,
  award: AWARDS,
  /** What a split of funds speaks of; the demobilised by their era. */
  benefit: [
    'illness',
    'combat',
    'ruralVeteran',
    'demobilised-resistance',
    'demobilised-liberation',
    'demobilised-afterFounding',
  ],
  fund: FUNDS,
  death: ['martyr', 'dutyDeath', 'illnessDeath'],
  deathAward: [
    'stateHonour',
    'centralHonour',
    'theatreHonour',
    'firstWar',
    'secondWar',
    'thirdWar',
    'fourthWar',
    'first',
    'second',
    'third',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type AxisList = keyof typeof AXES;

export interface CodeDef {
  /** Names of the axes as a table file writes them, each with its closed values. */
  readonly axes: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Units a table of this code may have; the first is the usual one. */
  readonly units: readonly Unit[];
  readonly combine: Combine;
}

const axis = (name: string, list: AxisList) => ({ name, values: AXES[list] });
const money: readonly Unit[] = ['fen_per_month', 'fen_per_year'];
const def = (
  combine: Combine,
  units: readonly Unit[],
  ...axes: readonly { readonly name: string; readonly values: readonly string[] }[]
): CodeDef => ({ combine, units, axes });

/** Every code a table may carry. A table of another code is refused. */
export const CODES = {
  'disability.base': def('base', ['fen_per_year'], axis('grade', 'grade'), axis('cause', 'cause')),
  'nursing.ratio': def('base', ['percent'], axis('grade', 'nursingGrade'), axis('cause', 'nursingCause')),
  'nursing.wage': def('replace', ['fen_per_month']),
  'survivor.byResidence': def(
    'base',
    ['fen_per_year'],
    axis('group', 'group'),
    axis('residence', 'residence'),
  ),
  'survivor.base': def('base', ['fen_per_year'], axis('group', 'group')),
  'redArmy.base': def('base', ['fen_per_year'], axis('class', 'class')),
  'demobilised.base': def('replace', ['fen_per_year', 'fen_per_month'], axis('era', 'era')),
  'demobilised.increment': def('increment', ['fen_per_year']),
  'illness.base': def('replace', money),
  'illness.topUp': def('add', money),
  'combat.base': def('replace', money),
  'combat.topUp': def('add', money),
  'martyrChild.base': def('replace', money),
  'ruralVeteran.rate': def('replace', ['fen_per_month_per_service_year', 'fen_per_year_per_service_year']),
  'conscript.rate': def('replace', ['fen_per_year']),
  'conscript.merit': def('replace', ['percent'], axis('award', 'award')),
  'fund.share': def('base', ['fen_per_year'], axis('benefit', 'benefit'), axis('fund', 'fund')),
  'deathGrant.multiple': def('base', ['multiple'], axis('group', 'death')),
  'deathGrant.merit': def('base', ['percent'], axis('award', 'deathAward')),
  'honour.multiple': def('base', ['multiple']),
  'statistics.urbanIncome': def('base', ['fen_per_year']),
} as const satisfies Readonly<Record<string, CodeDef>>;
export type Code = keyof typeof CODES;

export const isCode = (text: string): text is Code => Object.hasOwn(CODES, text);

/** Every cell key of a code: `1/combat`, …; `-` for a table without axes. */
export function cellKeys(code: Code): readonly string[] {
  const { axes } = CODES[code] as CodeDef;
  if (axes.length === 0) return ['-'];
  return axes.reduce<readonly string[]>(
    (keys, { values }) =>
      keys.flatMap((key) => values.map((value) => (key === '' ? value : `${key}/${value}`))),
    [''],
  );
}

/** What an unknown answer lacks: a fact of the person, or a cell of a table. */
export type Missing =
  | 'fact:bornIn'
  | 'fact:grade'
  | 'fact:cause'
  | 'fact:era'
  | 'fact:group'
  | 'fact:class'
  | 'fact:serviceYears'
  | 'fact:residence'
  | 'fact:deathCause'
  | 'fact:housed'
  | `table:${Code}`
  | `setting:${string}`;

/** Why a month is not due. */
export type NotDueReason =
  | 'beforeStart'
  | 'ended'
  | 'afterDeath'
  | 'suspended'
  | 'paidElsewhere'
  | 'underAge'
  | 'excludedBy'
  | 'lowerOfTwo'
  | 'noNationalRule'
  | 'disqualified'
  | 'notApproved'
  /** Paid once a year, in another month. */
  | 'otherMonth';
