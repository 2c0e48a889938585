import { sql } from 'kysely';
import type { KindDef } from '../../../platform/contract/kind.ts';
import type { Scope } from './scope.ts';
import { stageTable, VILLAGE_IN_KEY, VILLAGE_TEXT, villageColumn } from './stage.ts';

/** Keys with a village in them wait for its id. */
async function keyByVillage(scope: Scope, kind: KindDef): Promise<void> {
  const column = villageColumn(kind);
  if (!column || !kind.key.includes(column.field)) return;
  const table = sql.table(stageTable(kind));
  await sql`update ${table} s set key_text = replace(s.key_text, ${VILLAGE_IN_KEY},
      coalesce((select v.id::text from stage_village_name v where v.name = s.${sql.ref(VILLAGE_TEXT)}), ''))`.execute(
    scope.db,
  );
  await sql`update ${table} set row_key = sha256(convert_to(key_text || '1]', 'UTF8'))`.execute(scope.db);
}

/** The n-th row of an equal key in the file is its record n; refused rows count, so that later ones keep their place. */
export async function numberEqualKeys(scope: Scope, kind: KindDef): Promise<void> {
  await keyByVillage(scope, kind);
  const table = sql.table(stageTable(kind));
  await sql`with repeated as (
      select ord, row_number() over (partition by key_text order by ord) as n from ${table}
      where key_text in (select key_text from ${table} group by key_text having count(*) > 1))
    update ${table} s set row_key = sha256(convert_to(s.key_text || r.n || ']', 'UTF8'))
    from repeated r where r.ord = s.ord and r.n > 1`.execute(scope.db);
}
