import { z } from '@hono/zod-openapi';
import { parseIsoDay, parseIsoMonth } from '@shuangyong/values';

/** A calendar day `YYYY-MM-DD`, branded. */
export const daySchema = z
  .string()
  .transform((text, context) => {
    const day = parseIsoDay(text);
    if (day !== undefined) return day;
    context.addIssue({ code: 'custom', message: '不是日期，应写成 2017-10-01' });
    return z.NEVER;
  })
  .openapi({ type: 'string', format: 'date' });

/** A month `YYYY-MM`, branded number. */
export const monthSchema = z
  .string()
  .transform((text, context) => {
    const month = parseIsoMonth(text);
    if (month !== undefined) return month;
    context.addIssue({ code: 'custom', message: '不是月份，应写成 2017-10' });
    return z.NEVER;
  })
  .openapi({ type: 'string', pattern: '^\\d{4}-\\d{2}$' });

export const yearSchema = z.coerce.number().int().min(1949).max(2199);
export const idSchema = z.uuid('编号不对');
export const divisionCodeSchema = z.string().regex(/^(\d{9}|\d{12})$/, '区划代码应为 9 位或 12 位数字');
/** Offset and limit of a list; at most 500 lines at a time. */
export const pageQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
/** What the answer of a command says when there is nothing to say. */
export const doneSchema = z.object({ done: z.literal(true) });

export const refusalsSchema = z
  .object({
    refusals: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        details: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  })
  .openapi('Refusals');

export const faultSchema = z.object({ errorNumber: z.string() }).openapi('Fault');

/** A list in an answer; read-only, so that services may hand out what they must not change. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.array(item).readonly();
}
