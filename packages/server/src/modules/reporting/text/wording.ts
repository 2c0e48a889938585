import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { parseCondition } from './conditions.ts';
import { parseTemplate } from './template.ts';
import { SECTIONS } from './types.ts';

/** Runs a parser inside zod, so that a fault in a county's file is told with its place. */
const parsedBy = <T>(parse: (text: string) => T) =>
  z.string().transform((text, ctx): T => {
    try {
      return parse(text);
    } catch (fault) {
      ctx.addIssue({ code: 'custom', message: fault instanceof Error ? fault.message : String(fault) });
      return z.NEVER;
    }
  });

const template = parsedBy(parseTemplate);
const condition = parsedBy(parseCondition);

const wordedSentence = z
  .strictObject({
    id: z.string().min(1),
    text: template.optional(),
    /** The first variant whose condition holds and whose figures are there is taken. */
    variants: z
      .array(z.strictObject({ when: condition.optional(), text: template }))
      .min(1)
      .optional(),
    when: condition.optional(),
    opensParagraph: z.boolean().optional(),
  })
  .refine((s) => (s.text === undefined) !== (s.variants === undefined), 'either text or variants');

const wordingSchema = z
  .strictObject({
    version: z.literal(1),
    title: template,
    sections: z.array(
      z.strictObject({
        section: z.enum(SECTIONS),
        heading: z.string().optional(),
        sentences: z.array(wordedSentence),
      }),
    ),
  })
  .refine(
    ({ sections }) => {
      const ids = sections.flatMap((s) => s.sentences.map((each) => each.id));
      return new Set(ids).size === ids.length;
    },
    { message: 'two sentences have the same id' },
  );

export type Wording = z.infer<typeof wordingSchema>;
export type WordedSentence = z.infer<typeof wordedSentence>;

/** Reads a county's wording file. Throws a ZodError that names the sentence and what is wrong with it. */
export function parseWording(yaml: string): Wording {
  return wordingSchema.parse(parseYaml(yaml));
}

/** The wording shipped with the product: the five sections of a township's summary, without a word of praise. */
export function defaultWording(): Wording {
  return parseWording(readFileSync(new URL('./default-wording.yaml', import.meta.url), 'utf8'));
}
