import { sql } from 'kysely';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { refuseRows, type Scope, type StagedAt } from './scope.ts';
import { stageTable } from './stage.ts';

/** Pairs of columns in which a sheet names a person and gives the number. */
function personPairs(kind: KindDef): { name: string; hash: string; header: string }[] {
  return kind.columns
    .filter((column) => column.type === 'identity')
    .flatMap((column) => {
      const field = column.field.replace(/identity$/, 'name');
      const name = kind.columns.find((one) => one.field === field);
      return name ? [{ name: name.field, hash: `${column.field}_hash`, header: name.header }] : [];
    });
}

interface Naming extends StagedAt {
  readonly hash: string;
  readonly name: string;
  /** 0 for the roll as it stands, then the sheets in order. */
  readonly rank: number;
}

function namings(scope: Scope) {
  const pairs = scope.kinds.flatMap((kind) => personPairs(kind).map((pair) => ({ kind, ...pair })));
  const selects = pairs.map(
    ({ kind, name, hash }, index) => sql`select ${sql.ref(hash)} as hash, ${sql.ref(name)} as name,
      ${index + 1}::int as rank, ord, source_sheet as sheet, source_row as row
      from ${sql.table(stageTable(kind))} where not refused and ${sql.ref(hash)} is not null`,
  );
  return { pairs, selects };
}

function reasonOf(first: Naming, name: string): string {
  const where = first.rank === 0 ? '系统里登记为' : `「${first.sheet}」第 ${first.row} 行登记为`;
  return `同一个身份证号${where}「${first.name}」，这里是「${name}」。请核对原件，改正错的一处。`;
}

/**
 * One number under two names: the roll as it stands is believed first, then the sheets in the workbook's order, then
 * the earlier row. The rows that say another name are refused.
 */
export async function refuseTwoNames(scope: Scope): Promise<void> {
  const { pairs, selects } = namings(scope);
  if (selects.length === 0) return;
  const known = sql`select p.identity_hash as hash, p.name, 0 as rank, 0 as ord, '' as sheet, 0 as row from person p
    where p.county_id = ${scope.countyId} and p.division_id = ${scope.divisionId} and p.identity_hash is not null`;
  const { rows } =
    await sql<Naming>`with named as materialized (${sql.join(selects, sql` union all `)} union all ${known}),
      torn as (select hash from named group by hash having min(name) <> max(name) and max(rank) > 0)
    select encode(hash, 'hex') as hash, name, rank, ord, sheet, row from named
    where hash in (select hash from torn) order by hash, rank, ord`.execute(scope.db);
  const firsts = new Map<string, Naming>();
  for (const [index, pair] of pairs.entries()) {
    const found = rows.flatMap((naming) => {
      const first = firsts.get(naming.hash) ?? naming;
      firsts.set(naming.hash, first);
      if (naming.rank !== index + 1 || naming.name === first.name) return [];
      const reason = reasonOf(first, naming.name);
      return [
        { at: naming, issue: { column: pair.header, value: naming.name, code: 'id_two_names', reason } },
      ];
    });
    await refuseRows(scope, stageTable(pair.kind), found);
  }
}
