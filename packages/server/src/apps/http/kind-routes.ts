import { isSensitive } from '../../platform/contract/kind.ts';
import { type ApiRoute, listOf, readRoute, z } from '../../platform/http/index.ts';
import { KINDS } from '../kinds.ts';

const columnSchema = z.object({
  field: z.string(),
  header: z.string(),
  type: z.string(),
  required: z.boolean(),
  sensitive: z.boolean(),
  words: listOf(z.string()).optional(),
  note: z.string().optional(),
});

const kindSchema = z
  .object({
    kind: z.string(),
    sheet: z.string(),
    dateField: z.string().nullable(),
    columns: listOf(columnSchema),
  })
  .openapi('Kind');

/** What kinds of record there are, so that lists, forms and panels are drawn from one description. */
export const kindRoutes = (): readonly ApiRoute[] => [
  readRoute(
    {
      path: '/kinds',
      summary: 'Kinds of record with their columns',
      needs: 'signedIn',
      answer: listOf(kindSchema),
    },
    async () =>
      KINDS.map(({ kind, sheet, dateField, columns }) => ({
        kind,
        sheet,
        dateField: dateField ?? null,
        columns: columns.map((column) => ({
          field: column.field,
          header: column.header,
          type: column.type,
          required: column.required ?? false,
          sensitive: isSensitive(column),
          ...(column.words ? { words: column.words.words } : {}),
          ...(column.note ? { note: column.note } : {}),
        })),
      })),
  ),
];
