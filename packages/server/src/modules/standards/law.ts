import { compileLaw, type Law, type LawFiles, type LawRefusal } from '@shuangyong/policy';
import type { Day } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { LocalPackage } from './files.ts';
import { DERIVED, type EnteredPackage, listPackages, type PackagePlace } from './packages.ts';
import { shippedLaw } from './shipped.ts';
import { refusalWords } from './words.ts';

const MOST_KEPT = 16;
const kept = new Map<string, Law>();

function filesWith(packages: readonly LocalPackage[]): LawFiles {
  const shipped = shippedLaw();
  return {
    ...shipped,
    sources: [...shipped.sources, ...packages.flatMap(({ sources = [] }) => sources)],
    packages: [...shipped.packages, ...packages.map(({ sources: _, ...file }) => file)],
  };
}

/** What the compiler refuses, as one refusal in the office's words. */
export function refuseLaw(refusals: readonly LawRefusal[]): never {
  const words = refusals.map(refusalWords);
  return refuse('package_refused', `标准包有 ${words.length} 处不对：${words.slice(0, 8).join('；')}`, {
    refusals,
  });
}

function compiled(packages: readonly LocalPackage[], knownOn: Day | undefined): Law {
  const made = compileLaw(filesWith(packages), knownOn === undefined ? {} : { knownOn });
  return made.ok ? made.law : refuseLaw(made.refusals);
}

function remember(key: string, make: () => Law): Law {
  const known = kept.get(key);
  if (known) return known;
  const law = make();
  const oldest = kept.keys().next().value;
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, law);
  return law;
}

/** The shipped law with these packages on top. Refuses `package_refused` with every place the compiler names. */
export function lawWith(packages: readonly LocalPackage[], knownOn?: Day): Law {
  return compiled(packages, knownOn);
}

/**
 * Adopted packages that stand beside the shipped law. A table of a later version that covers the same place and
 * months takes the place of what an office had entered while it waited; the others go on counting.
 */
function standing(adopted: readonly LocalPackage[]): readonly LocalPackage[] {
  if (compileLaw(filesWith(adopted)).ok) return adopted;
  const fitting: LocalPackage[] = [];
  for (const one of adopted) if (compileLaw(filesWith([...fitting, one])).ok) fitting.push(one);
  return fitting;
}

const counts = ({ state, code }: EnteredPackage) => state === 'adopted' && code !== DERIVED;

export interface LawChoice {
  readonly knownOn?: Day | undefined;
  /** Packages that do not count yet, on top. */
  readonly also?: readonly LocalPackage[];
  /** The id of an adopted package to leave out. */
  readonly without?: string | undefined;
  /** The id of an adopted package that must count beside the others; refused with what stands against it. */
  readonly must?: string | undefined;
}

/** The law of a place: what the product carries and what county and township have adopted. */
export async function lawOf(
  db: Db,
  place: PackagePlace,
  { knownOn, also = [], without, must }: LawChoice = {},
): Promise<Law> {
  const adopted = await adoptedAt(db, place, without);
  const bodies = adopted.map(({ body }) => body);
  if (also.length > 0) return compiled([...standing(bodies), ...also], knownOn);
  const wanted = adopted.find(({ id }) => id === must)?.body;
  if (wanted) return compiled([...standing(bodies.filter((body) => body !== wanted)), wanted], knownOn);
  const key = `${knownOn ?? ''} ${adopted.map(({ id }) => id).join(' ')}`;
  return remember(key, () => compiled(standing(bodies), knownOn));
}

/** Packages that were adopted and not withdrawn, the oldest first. */
async function adoptedAt(db: Db, place: PackagePlace, without?: string): Promise<readonly EnteredPackage[]> {
  return (await listPackages(db, place)).filter((one) => counts(one) && one.id !== without).reverse();
}

/** Ids of adopted packages whose months the product itself carries by now: they are kept and count no more. */
export async function replacedAt(db: Db, place: PackagePlace): Promise<ReadonlySet<string>> {
  const adopted = await adoptedAt(db, place);
  const fitting = new Set(standing(adopted.map(({ body }) => body)));
  return new Set(adopted.filter(({ body }) => !fitting.has(body)).map(({ id }) => id));
}

/** The law of a place together with the files it is compiled from. */
export async function lawFilesOf(
  db: Db,
  place: PackagePlace,
): Promise<{ readonly law: Law; readonly files: LawFiles }> {
  const bodies = (await adoptedAt(db, place)).map(({ body }) => body);
  return { law: await lawOf(db, place), files: filesWith(standing(bodies)) };
}

/** Whether county or township has taken over the derived rates as its own. */
export async function hasAdoptedDerived(db: Db, place: PackagePlace): Promise<boolean> {
  return (await listPackages(db, place)).some(({ code, state }) => code === DERIVED && state === 'adopted');
}

/** How many amounts a package carries. */
export function valuesIn({ tables }: LocalPackage): number {
  return tables.reduce(
    (sum, table) =>
      sum + table.values.reduce((cells, value) => cells + Object.keys(value.cells ?? {}).length, 0),
    0,
  );
}
