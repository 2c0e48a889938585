// What is due to a million random people in the twelve months of 2017, a raise in October: disability pensions, the
// subsidy of war service and that of rural veterans mixed, starts, stops, birthdays, deaths and double rights among
// them, rounding and stacking on. Against (a) a loop over columns written by hand for just these rules, month by
// month, (b) the same rules as data under an interpreter, and (c) the same rules under json-rules-engine. All must
// come to the same sum.
import assert from 'node:assert/strict';
import { handPeople, handTables, handTotal } from './engine/hand.ts';
import { interpreterPeople, interpreterTables, interpreterTotal } from './engine/interpreter.ts';
import { ruleEngine, ruleFacts, rulesTotal } from './engine/json-rules.ts';
import { benchLaw } from './engine/law.ts';
import { benchPeople, factsOf } from './engine/people.ts';
import { cpuMsAsync, engineTotal, engineTraced, leastOf } from './engine/run.ts';
import { tell } from './measure.ts';

const PEOPLE = 1_000_000;
const MONTHS = 12;
/** The interpreter is asked for this part of the people and scaled. */
const INTERPRETED = 20_000;
/** json-rules-engine is asked for one in a hundred and scaled. */
const RULED = PEOPLE / 100;
const ROUNDS = 9;

const law = benchLaw();
const tables = handTables(law);
const dictionaries = interpreterTables(law);
const rules = ruleEngine(law);
const { facts, columns, part, objects, ruled, ruledPart } = everybody();
global.gc?.();

/** The same people three times over; what they were made from is let go. */
function everybody() {
  const people = benchPeople(PEOPLE);
  const few = people.slice(0, INTERPRETED);
  return {
    facts: factsOf(people),
    columns: handPeople(people),
    part: handPeople(few),
    objects: interpreterPeople(few),
    ruled: ruleFacts(people.slice(0, RULED)),
    ruledPart: handPeople(people.slice(0, RULED)),
  };
}

const sum = handTotal(columns, tables);
const traced = engineTraced(facts, law);
assert.equal(engineTotal(facts, law), sum);
assert.equal(traced.total, sum);
assert.equal(traced.traces, traced.lines);
assert.equal(interpreterTotal(objects, dictionaries), handTotal(part, tables));

let ruledFen = 0;
const ruledMs = await cpuMsAsync(async () => {
  ruledFen = await rulesTotal(ruled, rules);
});
assert.equal(ruledFen, handTotal(ruledPart, tables));

const least = leastOf(
  {
    ours: () => engineTotal(facts, law),
    traced: () => engineTraced(facts, law),
    hand: () => handTotal(columns, tables),
    interpreter: () => interpreterTotal(objects, dictionaries),
  },
  ROUNDS,
);
const rate = (ms: number, count = PEOPLE) => (count * MONTHS) / ms / 1000;
const shared = {
  unit: 'million person-months a second, processor time, best of nine',
  people: PEOPLE,
  baseline: rate(least.hand),
  baselineName: 'loop over columns by hand, month by month',
};
tell({
  name: 'engine',
  ...shared,
  ours: rate(least.ours),
  totalFen: sum,
  interpreter: rate(least.interpreter, INTERPRETED),
  timesTheInterpreter: rate(least.ours) / rate(least.interpreter, INTERPRETED),
  jsonRules: rate(ruledMs, RULED),
  timesJsonRules: rate(least.ours) / rate(ruledMs, RULED),
});
tell({ name: 'engine-trace', ...shared, ours: rate(least.traced), lines: traced.lines });
