import type { Day } from '@shuangyong/values';
import { lawRefusals, mergedSettings } from './check.ts';
import { BENEFITS } from './codes.ts';
import { makeSettings } from './dated-settings.ts';
import { makeLawAt } from './law-at.ts';
import { makeEngine, startsOf } from './place.ts';
import { regionsAround } from './regions.ts';
import { sha256 } from './sha256.ts';
import { makeTables, type Tables } from './tables.ts';
import type { Compiled, Law, LawFiles } from './types.ts';

/**
 * Checks files and makes the law of them, or answers every refusal at once. With `knownOn` only values known on
 * that day or before count: the law as it was known then.
 */
export function compileLaw(files: LawFiles, options: { readonly knownOn?: Day } = {}): Compiled {
  const refusals = lawRefusals(files);
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, law: makeLaw(files, options.knownOn ?? null) };
}

function makeLaw(files: LawFiles, asKnownOn: Day | null): Law {
  const tables = makeTables(files, asKnownOn);
  const settings = makeSettings(files.settings, asKnownOn);
  return Object.freeze({
    hash: hashOf(tables, files, asKnownOn),
    asKnownOn,
    sources: new Map(files.sources.map((source) => [source.id, source])),
    cells: Object.freeze([...tables.cells]),
    engine: makeEngine(tables, settings),
    at: (region, month) => makeLawAt(tables, settings, region, month),
    steps: (benefit, region) => startsOf(tables, settings, region, benefit).slice(1),
    settingEntry: (name, region, month) => settings.entryOf(name, regionsAround(region), month),
  } satisfies Law);
}

/** The content whatever its order in the files: cells with their proof, settings, what is absent or missing. */
function hashOf(tables: Tables, files: LawFiles, knownOn: Day | null): string {
  const cells = tables.cells.map((cell) => JSON.stringify(cell)).sort();
  const gaps = tables.gaps.map((gap) => JSON.stringify(gap)).sort();
  const settings = mergedSettings(files.settings)
    .flatMap(({ name, values }) =>
      values
        .filter((value) => knownOn === null || (value.knownOn ?? '') <= knownOn)
        .map((value) => JSON.stringify([name, value.region, value.from, value.to ?? null, value.value])),
    )
    .sort();
  return sha256(JSON.stringify({ engine: ENGINE, benefits: BENEFITS, cells, gaps, settings }));
}

/** Raised when a regime is added or an error in one is repaired: answers may differ under the same tables. */
const ENGINE = 1;
