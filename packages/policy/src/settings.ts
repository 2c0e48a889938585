import type { BenefitCode } from './codes.ts';

/** How the exact sum of a benefit's components becomes fen; see months.ts. */
export type RoundingMode = 'spreadYear' | 'floorYuan' | 'halfUpFen';
/** Several rights of one person: the highest month by month, or all of them. */
export type StackingMode = 'highest' | 'sum';
export type StartRule = 'monthOfApproval' | 'monthAfterApproval';
export type PartYear = 'ceil' | 'half';

type StartName = `start.${BenefitCode}`;
type AfterDeathName = `afterDeath.${BenefitCode}`;

/** Every dated, regional setting of the law and the type of its value. */
export type Setting = {
  readonly rounding: RoundingMode;
  readonly stacking: StackingMode;
  /** Pairs of benefits drawn together in spite of `highest`: `survivor+disability survivor+ruralVeteran`. */
  readonly 'stacking.together': string;
  /** A part of a service year counts whole, or by half-years. */
  readonly partYear: PartYear;
  /** Month of the year (1–12) in which conscripts' families are paid. */
  readonly 'conscript.month': number;
  /** Claims are set against months continued after death first. */
  readonly setOff: boolean;
  /** A raise known after a death reopens the months continued after it. */
  readonly arrearsAfterDeath: boolean;
} & { readonly [name in StartName]: StartRule } & {
  /** Months continued after a death in the months of this value; none where nothing is set. */
  readonly [name in AfterDeathName]: number;
};
export type SettingName = keyof Setting;

const oneOf =
  (...values: readonly string[]) =>
  (value: unknown) =>
    typeof value === 'string' && values.includes(value);
const whole = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const truth = (value: unknown) => typeof value === 'boolean';

const PLAIN: Readonly<Record<string, (value: unknown) => boolean>> = {
  rounding: oneOf('spreadYear', 'floorYuan', 'halfUpFen'),
  stacking: oneOf('highest', 'sum'),
  'stacking.together': (value) => typeof value === 'string' && /^(\w+\+\w+( \w+\+\w+)*)?$/.test(value),
  partYear: oneOf('ceil', 'half'),
  'conscript.month': whole(1, 12),
  setOff: truth,
  arrearsAfterDeath: truth,
};

/** Whether a value fits a setting's name; undefined when there is no such setting. */
export function settingFits(name: string, value: unknown, benefits: readonly string[]): boolean | undefined {
  const plain = PLAIN[name];
  if (plain) return plain(value);
  const [kind, benefit = '', ...rest] = name.split('.');
  if (rest.length > 0 || !benefits.includes(benefit)) return undefined;
  if (kind === 'start') return oneOf('monthOfApproval', 'monthAfterApproval')(value);
  return kind === 'afterDeath' ? whole(0, 24)(value) : undefined;
}

/** What holds where no file sets anything else. */
export const SETTING_DEFAULTS = {
  rounding: 'spreadYear',
  stacking: 'highest',
  'stacking.together': '',
  partYear: 'ceil',
  'conscript.month': 7,
} as const satisfies Partial<Setting>;
