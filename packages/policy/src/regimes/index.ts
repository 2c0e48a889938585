import type { BenefitCode } from '../codes.ts';
import type { Regime } from '../types.ts';
import { combat2007, combat2024, nuclear2007, nuclear2024 } from './combat.ts';
import { conscript2014, conscript2022 } from './conscript.ts';
import { demobilised } from './demobilised.ts';
import { disability2004, disability2024 } from './disability.ts';
import { illness } from './illness.ts';
import { martyrChild } from './martyr-child.ts';
import { redArmy } from './red-army.ts';
import { ruralVeteran } from './rural-veteran.ts';
import { survivor2004, survivor2016, survivor2024 } from './survivors.ts';

/** Regimes of each benefit in order of months. A new text of law is a new entry; none is ever edited. */
export const REGIMES: Readonly<Record<BenefitCode, readonly Regime[]>> = {
  disability: [disability2004, disability2024],
  survivor: [survivor2004, survivor2016, survivor2024],
  redArmy: [redArmy],
  demobilised: [demobilised],
  illness: [illness],
  combat: [combat2007, combat2024],
  nuclear: [nuclear2007, nuclear2024],
  martyrChild: [martyrChild],
  ruralVeteran: [ruralVeteran],
  conscript: [conscript2014, conscript2022],
};
