import { daySchema, idSchema, pageQuery, z } from '../../platform/http/index.ts';

export const paperSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    documentNo: z.string().nullable(),
    signedOn: z.string(),
    paperClass: z.string(),
    pages: z.number().nullable(),
    originalAt: z.string().nullable(),
    sha256: z.string().nullable(),
    mediaType: z.string().nullable(),
    fileMissing: z.boolean(),
    origin: z.string().nullable(),
  })
  .openapi('Paper');

export const havingSchema = z.enum(['file', 'original', 'missing', 'nothing']);

export const catalogueQuery = pageQuery.extend({
  q: z.string().max(100).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  paperClass: z.string().max(40).optional(),
  having: havingSchema.optional(),
  /** Only papers that prove nothing yet. */
  idle: z.enum(['yes']).optional(),
});

export const catalogueSchema = z.object({
  total: z.number(),
  having: z.object({ file: z.number(), original: z.number(), missing: z.number(), nothing: z.number() }),
  classes: z.array(z.object({ value: z.string(), total: z.number() })),
  rows: z.array(paperSchema.extend({ retention: z.string().nullable(), proves: z.number() })),
});

export const provedSchema = z.array(
  z.object({
    kind: z.string(),
    id: z.string(),
    sheet: z.string(),
    day: z.string().nullable(),
    label: z.string(),
  }),
);

export const missingSchema = z.object({
  ledgers: z.array(
    z.object({ kind: z.string(), sheet: z.string(), total: z.number(), unproved: z.number() }),
  ),
  files: z.array(paperSchema),
});

export const inputSchema = z.object({
  title: z.string().trim().min(1, '请写题名').max(200),
  signedOn: z.string(),
  paperClass: z.string().trim().min(1, '请选类别').max(40),
  documentNo: z.string().trim().max(80).optional(),
  originalAt: z.string().trim().max(200).optional(),
});

export const rowParams = z.object({ kind: z.string(), id: idSchema });
export const paperParams = z.object({ id: idSchema });
export const linkParams = z.object({ kind: z.string(), id: idSchema, paperId: idSchema });
