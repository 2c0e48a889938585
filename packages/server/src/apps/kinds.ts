import { paperKind } from '../modules/archive/index.ts';
import { aidCaseKind, visitKind } from '../modules/care/index.ts';
import { conscriptKind, fundKind, paidLineKind } from '../modules/disbursement/index.ts';
import { villageKind } from '../modules/divisions/index.ts';
import { activityKind, groupMemberKind, meetingKind, publicityKind } from '../modules/records/index.ts';
import { spellKind } from '../modules/registry/index.ts';
import { benefitKind } from '../modules/support/index.ts';
import type { KindDef } from '../platform/contract/kind.ts';

/** Every kind of record there is, in the order of the workbook's sheets. */
export const KINDS: readonly KindDef[] = [
  villageKind,
  spellKind,
  paidLineKind,
  conscriptKind,
  groupMemberKind,
  meetingKind,
  fundKind,
  publicityKind,
  activityKind,
  visitKind,
  aidCaseKind,
  benefitKind,
  paperKind,
];
