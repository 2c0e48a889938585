import { sql } from 'kysely';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { refuseRows, type Scope, type StagedAt } from './scope.ts';
import { stageTable } from './stage.ts';

interface PersonPair {
  readonly kind: KindDef;
  readonly name: string;
  readonly hash: string;
  readonly header: string;
}

/** Pairs of columns in which a sheet names a person and gives the number. */
function personPairs(kind: KindDef): PersonPair[] {
  return kind.columns
    .filter((column) => column.type === 'identity')
    .flatMap((column) => {
      const field = column.field.replace(/identity$/, 'name');
      const name = kind.columns.find((one) => one.field === field);
      return name ? [{ kind, name: name.field, hash: `${column.field}_hash`, header: name.header }] : [];
    });
}

interface Naming extends StagedAt {
  readonly hash: string;
  readonly name: string;
  /** 0 for the roll as it stands, then the sheets in order. */
  readonly rank: number;
}

function namings(scope: Scope) {
  const pairs = scope.kinds.flatMap(personPairs);
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
 * Which of these numbers stand in the ledger under which name already. A name corrected on the roll stays in older
 * payments as it was written then, and an export of them reads back.
 */
async function standing(scope: Scope, pair: PersonPair, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select distinct
      encode(t.${sql.ref(pair.hash)}, 'hex') || ' ' || t.${sql.ref(pair.name)} as key
    from ${sql.table(pair.kind.table)} t where t.county_id = ${scope.countyId} and t.division_id = ${scope.divisionId}
      and t.voided_at is null and encode(t.${sql.ref(pair.hash)}, 'hex') = any(${hashes})`.execute(scope.db);
  return new Set(rows.map(({ key }) => key));
}

/**
 * One number under two names: the roll as it stands is believed first, then the sheets in the workbook's order, then
 * the earlier row. The rows that say another name are refused, unless they say what the ledger says already.
 */
export async function refuseTwoNames(scope: Scope): Promise<void> {
  const { pairs, selects } = namings(scope);
  if (selects.length === 0) return;
  const known = sql`select p.identity_hash as hash, p.name, 0 as rank, 0 as ord, '' as sheet, 0 as row from person p
    where p.county_id = ${scope.countyId} and p.division_id = ${scope.divisionId} and p.identity_hash is not null
    and p.import_id is distinct from ${scope.importId}::uuid`;
  const { rows } =
    await sql<Naming>`with named as not materialized (${sql.join(selects, sql` union all `)} union all ${known}),
      torn as materialized (select hash from named group by hash having min(name) <> max(name) and max(rank) > 0)
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
    if (found.length === 0) continue;
    const known = await standing(scope, pair, [...new Set(found.map(({ at }) => at.hash))]);
    const wrong = found.filter(({ at }) => !known.has(`${at.hash} ${at.name}`));
    await refuseRows(scope, stageTable(pair.kind), wrong);
  }
}
