import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

const pattern = z.string().transform((source, ctx): RegExp => {
  try {
    return new RegExp(source, 'g');
  } catch {
    ctx.addIssue({ code: 'custom', message: `not a regular expression: ${source}` });
    return z.NEVER;
  }
});

const checkRulesSchema = z.strictObject({
  version: z.literal(1),
  measures: z.array(z.string().min(1)).min(1),
  idioms: z.array(z.string().min(1)),
  patterns: z.array(pattern),
  anniversaries: z.array(z.strictObject({ name: z.string().min(1), from: z.int() })),
  units: z.record(z.string(), z.array(z.string())),
  readings: z.array(
    z.strictObject({ codes: z.tuple([z.string(), z.string()]), words: z.tuple([z.string(), z.string()]) }),
  ),
  totals: z.array(
    z.strictObject({ left: z.string(), right: z.array(z.string()), atLeast: z.array(z.string()).optional() }),
  ),
});

export type CheckRules = z.infer<typeof checkRulesSchema>;

/** Reads a county's own rules. Throws a ZodError naming the fault. */
export function parseCheckRules(yaml: string): CheckRules {
  return checkRulesSchema.parse(parseYaml(yaml));
}

export function defaultCheckRules(): CheckRules {
  return parseCheckRules(readFileSync(new URL('./default-check-rules.yaml', import.meta.url), 'utf8'));
}
