import type { Db } from '../../kernel/db.ts';
import { type ColumnDef, isSensitive } from '../../platform/contract/kind.ts';
import { type ApiRoute, listOf, type Place, readRoute, z } from '../../platform/http/index.ts';
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

async function villagesOf(tx: Db, { countyId, divisionId }: Place): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('village')
    .select('name')
    .where('county_id', '=', countyId)
    .where('division_id', '=', divisionId)
    .where('voided_at', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map((row) => row.name);
}

/** A closed list of the contract, or of the place: a village is one of its own. */
function wordsOf(column: ColumnDef, villages: readonly string[]) {
  if (column.type === 'village') return villages.length > 0 ? { words: villages } : {};
  return column.words ? { words: column.words.words } : {};
}

function columnOf(column: ColumnDef, villages: readonly string[]) {
  return {
    field: column.field,
    header: column.header,
    type: column.type,
    required: column.required ?? false,
    sensitive: isSensitive(column),
    ...wordsOf(column, villages),
    ...(column.note ? { note: column.note } : {}),
  };
}

/** What kinds of record there are, so that lists, forms and panels are drawn from one description. */
export const kindRoutes = (): readonly ApiRoute[] => [
  readRoute(
    {
      path: '/kinds',
      summary: 'Kinds of record with their columns, and the villages of the place to choose from',
      needs: 'signedIn',
      answer: listOf(kindSchema),
    },
    async ({ tx, place }) => {
      const villages = await villagesOf(tx, place);
      return KINDS.map(({ kind, sheet, dateField, columns }) => ({
        kind,
        sheet,
        dateField: dateField ?? null,
        columns: columns.map((column) => columnOf(column, villages)),
      }));
    },
  ),
];
