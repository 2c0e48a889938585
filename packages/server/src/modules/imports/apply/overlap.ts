import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import { spellKind } from '../../registry/index.ts';
import { isCleared, knownTable } from './known.ts';
import { refuseRows, type Scope, type StagedAt } from './scope.ts';
import { stageTable } from './stage.ts';

interface Spell extends StagedAt {
  readonly hash: string;
  readonly category: string;
  readonly from: number;
  /** First month not due. */
  readonly until: number | null;
  readonly isKnown: boolean;
  /** False for a spell of the roll that the file does not speak of. */
  readonly inFile: boolean;
}

const month = (name: string) =>
  sql`(extract(year from ${sql.raw(name)})::int * 12 + extract(month from ${sql.raw(name)})::int)`;

/** Spells of rights that a person has more than once, those of the roll first, then in the order of the file. */
async function repeatedSpells(scope: Scope): Promise<Spell[]> {
  const merged = (field: string) =>
    sql`case when ${isCleared(field)} then null else coalesce(s.${sql.ref(field)}, t.${sql.ref(field)}) end`;
  const stage = sql.table(stageTable(spellKind));
  // What this import has written ahead stands in the stage.
  const isEarlier = sql`t.import_id is distinct from ${scope.importId}::uuid`;
  const { rows } = await sql<Spell>`with several as materialized (
      select s.identity_hash as hash from ${stage} s where not s.refused group by 1 having count(*) > 1
      union select s.identity_hash from ${stage} s join spell t on t.county_id = ${scope.countyId}
        and t.division_id = ${scope.divisionId} and t.voided_at is null and t.identity_hash = s.identity_hash
        and ${isEarlier}
      where not s.refused),
    inside as (
      select s.identity_hash as hash, s.category, s.from_month, ${merged('stop_month')} as stop_month,
        ${merged('died_on')} as died_on, k.id, s.ord, s.source_sheet as sheet, s.source_row as row
      from ${stage} s
      left join ${knownTable(spellKind)} k on k.ord = s.ord
      left join spell t on t.county_id = ${scope.countyId} and t.id = k.id
      where not s.refused and s.identity_hash in (select hash from several)),
    outside as (
      select t.identity_hash as hash, t.category, t.from_month, t.stop_month, t.died_on, t.id, 0 as ord, '' as sheet, 0 as row
      from spell t where t.county_id = ${scope.countyId} and t.division_id = ${scope.divisionId} and t.voided_at is null
        and ${isEarlier}
        and not exists (select 1 from ${knownTable(spellKind)} k join ${stage} s on s.ord = k.ord and not s.refused
          where k.id = t.id)
        and exists (select 1 from inside i where i.hash = t.identity_hash)),
    spells as (select *, true as in_file from inside union all select *, false from outside),
    repeated as (select hash, category from spells group by hash, category having count(*) > 1)
    select encode(hash, 'hex') as hash, category, from_month as "from",
      least(stop_month, ${month('died_on')}) as until, id is not null as "isKnown", in_file as "inFile",
      ord, sheet, row
    from spells join repeated using (hash, category)
    order by hash, category, in_file, id is null, ord`.execute(scope.db);
  return rows;
}

const endOf = (spell: Spell) => spell.until ?? Number.POSITIVE_INFINITY;

function overlaps(left: Spell, right: Spell): boolean {
  return left.from < endOf(right) && right.from < endOf(left);
}

function reasonOf(other: Spell): string {
  const until = other.until === null ? '至今' : `发至 ${monthText((other.until - 1) as Month)}`;
  const where = other.inFile ? `第 ${other.row} 行` : '系统里已有的一段';
  return `与${where}（${monthText(other.from as Month)} 起，${until}）重叠。同一类别前一段要先填停止年月，或删去重复的一行。`;
}

/** Spells of one right follow each other; a row that overlaps one already accepted is refused. */
export async function refuseOverlaps(scope: Scope): Promise<void> {
  const found: Parameters<typeof refuseRows>[2][number][] = [];
  let accepted: Spell[] = [];
  for (const spell of await repeatedSpells(scope)) {
    const last = accepted.at(-1);
    if (last && (last.hash !== spell.hash || last.category !== spell.category)) accepted = [];
    const other = spell.inFile ? accepted.find((one) => overlaps(one, spell)) : undefined;
    if (!other) accepted.push(spell);
    else {
      const value = monthText(spell.from as Month);
      const issue = { column: '享受起始年月', value, code: 'spell_overlap', reason: reasonOf(other) };
      found.push({ at: spell, issue });
    }
  }
  await refuseRows(scope, stageTable(spellKind), found);
}
