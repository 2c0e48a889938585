import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { lawFilesOf, lawOf } from './law.ts';
import { type Decision, type EnteredPackage, type PackagePlace, recordDecision } from './packages.ts';

interface Division {
  readonly id: string;
  readonly name: string;
}

/** The place itself and, of a county, every township with packages of its own: whose law a decision may touch. */
async function touchedBy(db: Db, place: PackagePlace): Promise<readonly Division[]> {
  const { rows } = await sql<Division>`select d.id, d.name from division d
    where d.county_id = ${place.countyId} and (d.id = ${place.divisionId} or exists (select 1 from division own
      where own.county_id = d.county_id and own.id = ${place.divisionId} and own.level = 'county')
      and exists (select 1 from law_package p where p.county_id = d.county_id and p.division_id = d.id))
    order by d.id = ${place.divisionId} desc, d.code`.execute(db);
  return rows;
}

const said = (problem: unknown) => (problem instanceof Refusal ? problem.message : undefined);

async function refuseUnlessWhole(db: Db, place: PackagePlace, must: string): Promise<void> {
  for (const { id, name } of await touchedBy(db, place)) {
    try {
      await lawOf(db, { countyId: place.countyId, divisionId: id }, { must });
    } catch (problem) {
      const words = said(problem);
      if (words === undefined) throw problem;
      refuse('package_conflict', `这样办以后，${name}的标准就合不到一起了：${words}。先处理那一份。`);
    }
  }
}

/** Codes of the packages that count at each place a decision may touch. */
async function countingAt(db: Db, place: PackagePlace): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const counting = new Map<string, ReadonlySet<string>>();
  for (const { id, name } of await touchedBy(db, place)) {
    const { files } = await lawFilesOf(db, { countyId: place.countyId, divisionId: id });
    counting.set(name, new Set(files.packages.map((one) => one.package)));
  }
  return counting;
}

/** Takes a package away and refuses when another one, resting on its documents, would silently count no more. */
async function withdraw(
  db: Db,
  place: PackagePlace,
  take: () => Promise<EnteredPackage>,
): Promise<EnteredPackage> {
  const before = await countingAt(db, place);
  const taken = await take();
  const after = await countingAt(db, place);
  for (const [name, codes] of before) {
    const lost = [...codes].filter((code) => code !== taken.code && after.get(name)?.has(code) === false);
    if (lost.length > 0)
      refuse('package_conflict', `${name}的标准「${lost.join('」「')}」用着这一份的文件，先撤下那一份。`);
  }
  return taken;
}

/**
 * Decides about a package as `recordDecision` does, and refuses `package_conflict` when the law of the place, or of
 * a township below it, would no longer hold together: two tables for the same months, a document taken away that
 * another package rests on.
 */
export async function decidePackage(
  db: Db,
  ctx: Ctx,
  place: PackagePlace,
  id: string,
  decision: Decision,
): Promise<EnteredPackage> {
  const record = () => recordDecision(db, ctx, place, id, decision);
  if (decision.state === 'withdrawn') return withdraw(db, place, record);
  const decided = await record();
  if (decision.state === 'adopted') await refuseUnlessWhole(db, place, id);
  return decided;
}
