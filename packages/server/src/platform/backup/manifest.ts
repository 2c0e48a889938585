import { z } from 'zod';
import { measureSchema } from './tables.ts';

/** What stands at the beginning: enough to know before writing anything whether this software can restore it. */
export const beginSchema = z.object({
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), sha256: z.string() })),
  tables: z
    .array(
      z.object({
        name: z.string(),
        columns: z.array(z.string()).readonly(),
        order: z.array(z.string()).readonly(),
        fen: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
});
export type Begin = z.infer<typeof beginSchema>;

/** What stands at the end: what every restored copy is compared with. */
export const manifestSchema = z.object({
  tables: z.record(z.string(), measureSchema),
  sequences: z.record(z.string(), z.string()),
  files: z.object({
    count: z.number().int(),
    bytes: z.number().int(),
    /** Named by a record, but gone from the disk or no longer what their hash says. */
    damaged: z.array(z.string()),
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;
