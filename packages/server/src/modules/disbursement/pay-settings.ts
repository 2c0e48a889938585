import { z } from '../../platform/http/index.ts';
import type { SettingDef } from '../../platform/settings/index.ts';

/** Whether claims with a notice and a plan are set off from the next payment, or everything is paid and claimed apart. */
export const offsetClaims: SettingDef<boolean> = {
  code: 'claims.offset',
  name: '追回从发放中相抵',
  note: '有告知书和还款计划的追回，生成批次时按计划从本人发放中扣；不选就分开办，照发照收。',
  schema: z.boolean(),
  otherwise: false,
};
