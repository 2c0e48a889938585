import { z } from '../../platform/http/index.ts';
import type { SettingDef } from '../../platform/settings/index.ts';

/** Whether claims with a notice and a plan are set off from the next payment, or everything is paid and claimed apart. */
export const offsetClaims: SettingDef<boolean> = {
  code: 'claims.offset',
  name: '追回从发放中相抵',
  note: '有告知书和还款计划的追回，生成抚恤补助批次时按计划从本人发放中扣；优待金、立功奖励、慰问金、困难救助不扣。不选就分开办，照发照收。',
  schema: z.boolean(),
  otherwise: false,
};

/** Every batch is approved by the county, whatever it comes to. */
export const countyApproves: SettingDef<boolean> = {
  code: 'pay.countyApproves',
  name: '批次都由县级批准',
  note: '选了，每一批都要县级的批准人批准；不选，由本单位或上级的批准人批准。',
  schema: z.boolean(),
  otherwise: false,
};

/** The sum of a batch, in whole yuan, above which the county approves it; 0 where the sum does not matter. */
export const countyApprovesAbove: SettingDef<number> = {
  code: 'pay.countyApprovesAbove',
  name: '合计超过多少元由县级批准',
  note: '写整元。一批的合计超过它，要县级的批准人批准；写 0 就不按金额分。',
  schema: z.number().int().min(0).max(1_000_000_000),
  otherwise: 0,
};
