import { addMonths, type Month } from '@shuangyong/values';
import type { BenefitCode } from './codes.ts';
import type { StartRule } from './settings.ts';
import type { Law, SettingValueFile } from './types.ts';

export interface StartAnswer {
  readonly month: Month;
  readonly rule: StartRule;
  /** Where the rule is set, for its source and article; undefined where only the default holds. */
  readonly entry: SettingValueFile | undefined;
}

/**
 * The month in which payment begins by the rule of the month of approval: for disability the month after approval up
 * to 2024-09 (伤残抚恤管理办法 article 23) and the month of approval from 2024-10 on (Decree 788 article 27); for the
 * others the month of approval unless a setting says otherwise.
 */
export function startMonth(benefit: BenefitCode, approvedIn: Month, law: Law, region: number): StartAnswer {
  const name = `start.${benefit}` as const;
  const rule = law.at(region, approvedIn).setting(name) ?? 'monthOfApproval';
  return {
    month: rule === 'monthAfterApproval' ? addMonths(approvedIn, 1) : approvedIn,
    rule,
    entry: law.settingEntry(name, region, approvedIn),
  };
}
