import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx, Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { ColumnDef } from '../../platform/contract/kind.ts';
import { isSensitive } from '../../platform/contract/kind.ts';
import { type DbRow, maskCell } from '../../platform/records/codec.ts';
import { fromHistory } from '../../platform/records/write.ts';
import { spellKind } from './sheets.ts';

interface Scope {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** How many changes wait for a second person. Uses change_request_division. */
export async function waitingCount(db: Db, scope: Scope): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from change_request
    where county_id = ${scope.countyId} and division_id = any(${scope.divisionIds}) and state = 'waiting'`.execute(
    db,
  );
  return Number(rows[0]?.n ?? 0);
}

interface ChangeRow {
  readonly id: string;
  readonly type: string;
  readonly reason: string;
  readonly askedOn: string;
  readonly askedBy: string;
  readonly asked_by_id: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly village: string | null;
  readonly paperId: string | null;
  readonly paperTitle: string | null;
  /** By when it has to be proved; null for what holds nothing. */
  readonly dueOn: string | null;
  readonly cells: DbRow;
  readonly before: DbRow | null;
}

export interface WaitingChange extends Omit<ChangeRow, 'asked_by_id' | 'cells' | 'before'> {
  /** Asked for by the reader himself: another person decides. */
  readonly mine: boolean;
  /** Which right, in words; null for an event of the person. */
  readonly right: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly header: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

type Villages = ReadonlyMap<string, string>;

function word(column: ColumnDef, value: unknown, villages: Villages, keys: Keys): string | null {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return maskCell(column, keys.open(value));
  if (column.type === 'month') return monthText(value as Month);
  if (column.type === 'village') return villages.get(String(value)) ?? String(value);
  if (column.type === 'bool') return value ? '是' : '否';
  return String(value);
}

/** Values of the row as `jsonb` gives them: bytes as `\x…` text. */
function bytesOf(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : value;
}

function changesOf(row: ChangeRow, villages: Villages, keys: Keys): WaitingChange['changes'] {
  return spellKind.columns.flatMap((column) => {
    const name = isSensitive(column) ? `${column.field}_sealed` : column.field;
    if (!(name in row.cells)) return [];
    const before = word(column, bytesOf(row.before?.[name]), villages, keys);
    const after = word(column, fromHistory(row.cells[name]), villages, keys);
    return [{ field: column.field, header: column.header, before, after }];
  });
}

function rightWords(before: DbRow | null): string | null {
  if (before === null) return null;
  const grade = before.grade === null ? '' : ` ${before.grade} 级`;
  return `${before.category}${grade}，${monthText(before.from_month as Month)} 起`;
}

async function villagesOf(db: Db, countyId: number): Promise<Villages> {
  const names = await db
    .selectFrom('village')
    .select(['id', 'name'])
    .where('county_id', '=', countyId)
    .execute();
  return new Map(names.map((village) => [village.id, village.name]));
}

/** Changes nobody has decided yet, oldest first, with what they would change; of some registrations or of all. */
export async function waitingChanges(
  db: Db,
  ctx: Pick<Ctx, 'keys' | 'actor'>,
  scope: Scope & { readonly personIds?: readonly string[] | undefined },
): Promise<WaitingChange[]> {
  const some = scope.personIds ? sql`and c.person_id = any(${scope.personIds})` : sql``;
  const { rows } = await sql<ChangeRow>`select c.id, c.change_type as type, c.reason, c.asked_on as "askedOn",
      c.asked_by as "askedBy", c.asked_by_id, c.person_id as "personId", p.name as "personName", v.name as village,
      c.paper_id as "paperId", (select paper.title from paper where paper.county_id = c.county_id
        and paper.id = c.paper_id) as "paperTitle", (select h.due_on::text from hold h where h.county_id = c.county_id
        and h.change_id = c.id and h.released_at is null) as "dueOn", c.cells, to_jsonb(s) as before
    from change_request c left join person p on p.county_id = c.county_id and p.id = c.person_id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    left join spell s on s.county_id = c.county_id and c.record_kind = 'spell' and s.id = c.record_id
    where c.county_id = ${scope.countyId} and c.division_id = any(${scope.divisionIds}) and c.state = 'waiting' ${some}
    order by c.asked_at`.execute(db);
  const villages = rows.length === 0 ? new Map() : await villagesOf(db, scope.countyId);
  return rows.map((row) => {
    const { cells: _cells, before, asked_by_id: askedById, ...shown } = row;
    const changes = changesOf(row, villages, ctx.keys);
    return { ...shown, mine: askedById === ctx.actor.id, right: rightWords(before), changes };
  });
}

/** Denies a change outside these townships in the words of «not found». */
export async function requireChangeIn(
  db: Db,
  countyId: number,
  divisionIds: readonly string[],
  id: string,
): Promise<void> {
  const row = await db
    .selectFrom('change_request')
    .select('division_id')
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !divisionIds.includes(row.division_id)) throw new NotFound();
}
