import { type Day, type Month, monthOf } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { inForce, mergedPerson } from '../registry/index.ts';
import type { AwardKind } from './award.ts';
import { notRevoked } from './award-rules.ts';
import type { RunPlace } from './post.ts';

/** Kinds whose roll is picked by hand; the families of conscripts are found by the year's rate. */
export type PickedKind = Exclude<AwardKind, '优待金'>;

/** Somebody who may be put on a roll, with the record that speaks for him, if one does. */
export interface Candidate {
  readonly person: { readonly id: string; readonly name: string };
  readonly village: string | null;
  readonly categories: readonly string[];
  readonly source: { readonly kind: string; readonly id: string } | null;
  /** Day and words of the record. */
  readonly on: string | null;
  readonly words: string | null;
  /** What the record itself says was given. */
  readonly recordedFen: number | null;
  /** Decided for him in the year already, this kind. */
  readonly decidedFen: number;
}

export interface AwardRoll {
  readonly candidates: readonly Candidate[];
  /** Records of the kind that belong to nobody on the roll yet: they cannot be paid to. */
  readonly unlinked: number;
  /** Of the year, for the purpose; null where no budget is written. */
  readonly budgetFen: number | null;
  readonly spentFen: number;
}

const NONE = sql`null::text as kind, null::uuid as id, null::text as "on", null::text as words, null::bigint as fen`;

/** SQL: who may be paid, with the record behind it: `person_id, kind, id, on, words, fen`. */
function sourceOf(kind: PickedKind, place: RunPlace, today: Day, year: number): RawBuilder<unknown> {
  const here = sql`r.county_id = ${place.countyId} and r.division_id = ${place.divisionId} and r.voided_at is null`;
  if (kind === '慰问金')
    return sql`select distinct s.person_id, ${NONE} from spell s
      where s.county_id = ${place.countyId} and s.division_id = ${place.divisionId} and ${inForce(today)}`;
  if (kind === '困难救助')
    return sql`select r.person_id, 'aidCase', r.id, r.opened_on::text, r.appeal, r.amount_fen from aid_case r
      where ${here} and r.closed_on is null`;
  return sql`select r.person_id, 'benefitRecord', r.id, r.carried_on::text, coalesce(r.explanation, '喜报'), r.amount_fen
    from benefit_record r where ${here} and r.benefit_type = '喜报'
      and extract(year from r.carried_on) >= ${year - 1}`;
}

interface Row {
  readonly personId: string | null;
  readonly name: string;
  readonly village: string | null;
  readonly categories: readonly string[];
  readonly kind: string | null;
  readonly id: string | null;
  readonly on: string | null;
  readonly words: string | null;
  readonly fen: number | null;
  readonly decidedFen: number;
}

const MOST_LISTED = 5_000;

/**
 * Who may be put on the roll of a kind: for greeting money everybody on the roll today, for assistance whoever has an
 * open case, for merit bonuses whoever a 喜报 was brought to. Records that were decided on already are left out.
 */
export async function candidatesFor(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  kind: PickedKind,
  year: number,
): Promise<Pick<AwardRoll, 'candidates' | 'unlinked'>> {
  const { rows } = await sql<Row>`
    with found (person_id, kind, id, "on", words, fen) as (${sourceOf(kind, place, ctx.today, year)})
    select p.id as "personId", p.name, v.name as village, f.kind, f.id, f."on", f.words, f.fen,
      array(select distinct s.category from spell s where s.county_id = p.county_id and s.person_id = p.id
        and ${inForce(ctx.today)} order by 1) as categories,
      (select coalesce(sum(w.fen), 0)::bigint from award w where w.county_id = p.county_id and w.person_id = p.id
        and w.kind = ${kind} and w.month between ${monthOf(year, 1)} and ${monthOf(year, 12) as Month}
        and ${notRevoked}) as "decidedFen"
    from found f
    left join person p on p.county_id = ${place.countyId}
      and p.id = ${mergedPerson(sql`${place.countyId}::int`, sql`f.person_id`)}
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    where f.id is null or not exists (select from award w where w.county_id = ${place.countyId} and w.kind = ${kind}
      and w.source_id = f.id and ${notRevoked})
    order by v.name nulls last, p.name_pinyin, p.name, p.id, f."on" limit ${MOST_LISTED}`.execute(db);
  const seen = new Set<string>();
  const candidates = rows.flatMap(({ personId, name, village, categories, decidedFen, ...record }) => {
    const { kind: of, id, on, words, fen: recordedFen } = record;
    if (personId === null || (id === null && seen.has(personId))) return [];
    seen.add(personId);
    const source = of === null || id === null ? null : { kind: of, id };
    return [
      { person: { id: personId, name }, village, categories, source, on, words, recordedFen, decidedFen },
    ];
  });
  return { candidates, unlinked: rows.filter(({ personId }) => personId === null).length };
}
