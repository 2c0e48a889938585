import type { Month } from '@shuangyong/values';
import { BENEFITS, type BenefitCode } from './codes.ts';
import type { Settings } from './dated-settings.ts';
import { makeLawAt, turnsOf } from './law-at.ts';
import { notDue, unknown } from './regimes/build.ts';
import { REGIMES } from './regimes/index.ts';
import { regionsAround } from './regions.ts';
import type { Tables } from './tables.ts';
import type { Engine, Facts, LawAt, Outcome, Place, Regime, Stacking, Track } from './types.ts';

/** Places and their tracks, made when first asked for. */
export function makeEngine(tables: Tables, settings: Settings): Engine {
  const places = new Map<number, Place>();
  let last: Place | undefined;
  let count = 0;
  return {
    asked: { region: 0, from: 0 as Month, to: 0 as Month, spans: [] },
    place(region) {
      if (last !== undefined && last.region === region) return last;
      last = places.get(region) ?? makePlace(tables, settings, region);
      places.set(region, last);
      return last;
    },
    nextNumber() {
      count += 1;
      return count;
    },
  };
}

function makePlace(tables: Tables, settings: Settings, region: number): Place {
  const tracks: (Track | undefined)[] = BENEFITS.map(() => undefined);
  return {
    region,
    ...makeStacking(settings, region),
    at: (month) => makeLawAt(tables, settings, region, month),
    track(order) {
      const found = tracks[order];
      if (found !== undefined) return found;
      const benefit = BENEFITS[order];
      if (benefit === undefined) throw new RangeError(`no such benefit: ${order}`);
      const made = makeTrack(tables, settings, region, benefit);
      tracks[order] = made;
      return made;
    },
  };
}

function makeStacking(settings: Settings, region: number): Pick<Place, 'stackingStarts' | 'stackingAt'> {
  const around = regionsAround(region);
  const turns = around.flatMap((where) => [
    ...settings.turns('stacking', where),
    ...settings.turns('stacking.together', where),
  ]);
  const starts = [...new Set([0 as Month, ...turns])].sort((a, b) => a - b);
  const all = starts.map((start) => ({
    mode: settings.valueOf('stacking', around, start) ?? 'highest',
    together: pairs(settings.valueOf('stacking.together', around, start) ?? ''),
  }));
  const otherwise: Stacking = { mode: 'highest', together: new Set() };
  return { stackingStarts: starts, stackingAt: (month) => all[segmentAt(starts, month)] ?? otherwise };
}

/** Pairs as `pairName` writes them, whichever way the setting does. */
function pairs(text: string): ReadonlySet<string> {
  const both = text.split(' ').flatMap((pair) => [pair, pair.split('+').reverse().join('+')]);
  return new Set(both);
}

function makeTrack(tables: Tables, settings: Settings, region: number, benefit: BenefitCode): Track {
  const starts = startsOf(tables, settings, region, benefit);
  const list = REGIMES[benefit];
  const regimes = starts.map((start) => list.find(({ from, to }) => from <= start && start <= to));
  const laws: readonly LawAt[] = starts.map((start) => makeLawAt(tables, settings, region, start));
  const answers: Map<number, Outcome>[] = starts.map(() => new Map<number, Outcome>());
  const outside = outsideOf(list);
  return {
    benefit,
    starts,
    regimes,
    spans: new Map(),
    segmentAt: (month) => segmentAt(starts, month),
    outcome(segment, facts) {
      const regime = regimes[segment];
      const law = laws[segment];
      const known = answers[segment];
      if (regime === undefined || law === undefined || known === undefined) return outside;
      return answered(known, regime, law, facts);
    },
  };
}

function answered(known: Map<number, Outcome>, regime: Regime, law: LawAt, facts: Facts): Outcome {
  const key = regime.key(facts);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = regime.entitle(facts, law);
  known.set(key, made);
  return made;
}

/** Months before the first regime: nothing was given yet, or the law of that time is not at hand. */
function outsideOf(list: readonly Regime[]): Outcome {
  const [first] = list;
  if (!first) throw new RangeError('a benefit without a regime');
  if (first.isFirst) return notDue(first, 'noNationalRule');
  return unknown(first, [`table:${first.reads[0] ?? 'disability.base'}`]);
}

/** First months of the segments of a benefit at a place. */
export function startsOf(
  tables: Tables,
  settings: Settings,
  region: number,
  benefit: BenefitCode,
): readonly Month[] {
  const list = REGIMES[benefit];
  const reads = [...new Set(list.flatMap((regime) => regime.reads))];
  const edges = list.flatMap(({ from, to }) => [from, (to + 1) as Month]);
  const all = [0 as Month, ...edges, ...turnsOf(tables, settings, reads, region)];
  return [...new Set(all)].sort((a, b) => a - b);
}

function segmentAt(starts: readonly Month[], month: Month): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= month) low = middle;
    else high = middle - 1;
  }
  return low;
}
