import { countyApproves, countyApprovesAbove, offsetClaims } from '../modules/disbursement/index.ts';
import { confirmTiesPay, confirmUntil, noticeDays } from '../modules/registry/index.ts';
import { onePersonOffice, type SettingDef } from '../platform/settings/index.ts';

/** Every setting there is, in the order of the page 参数. */
export const SETTINGS: readonly SettingDef[] = [
  onePersonOffice as SettingDef,
  confirmUntil as SettingDef,
  confirmTiesPay as SettingDef,
  noticeDays as SettingDef,
  countyApproves as SettingDef,
  countyApprovesAbove as SettingDef,
  offsetClaims as SettingDef,
];
