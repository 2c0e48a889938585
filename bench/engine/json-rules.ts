import { type Law, regionOf } from '@shuangyong/policy';
import { addMonths, type Month } from '@shuangyong/values';
import { Engine, type NestedCondition } from 'json-rules-engine';
import { type BenchPerson, FROM, plainOf, REGION } from './people.ts';

const MONTHS = 12;
const SIXTY = 720;

/** Facts of one person as json-rules-engine takes them; months are numbers, what he has not is left out. */
type RuleFacts = Readonly<Record<string, number | string>>;

export function ruleFacts(people: readonly BenchPerson[]): readonly RuleFacts[] {
  return people.map((person) => {
    const { born, died, rights } = person;
    const plain = plainOf(person).rights;
    const facts: Record<string, number | string> = { alive: died === 0 ? addMonths(FROM, MONTHS) : died };
    facts.sixty = born + SIXTY;
    rights.forEach(({ kind, from, to, years }, index) => {
      const { grade = 0, cause = '' } = plain[index] ?? {};
      Object.assign(facts, { [`${kind}From`]: from, [`${kind}To`]: to });
      if (kind === 'disability') Object.assign(facts, { step: `${grade}/${cause}` });
      if (kind === 'ruralVeteran') Object.assign(facts, { years });
    });
    return facts;
  });
}

const notBefore = (fact: string): NestedCondition => ({
  fact: 'month',
  operator: 'greaterThanInclusive',
  value: { fact },
});
const notAfter = (fact: string): NestedCondition => ({
  fact: 'month',
  operator: 'lessThanInclusive',
  value: { fact },
});
const inForce = (kind: string): NestedCondition => ({
  all: [notBefore(`${kind}From`), notAfter(`${kind}To`), notAfter('alive')],
});

/** The same three rules as conditions and events; the amounts are facts worked out when a rule asks for them. */
export function ruleEngine(law: Law): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true, replaceFactsInEventParams: true });
  const event = (kind: string) => ({ type: kind, params: { year: { fact: `${kind}Year` } } });
  for (const kind of ['disability', 'combat'])
    engine.addRule({ conditions: { all: [inForce(kind)] }, event: event(kind) });
  const none = { not: { any: [inForce('disability'), inForce('combat')] } };
  const rural = { all: [inForce('ruralVeteran'), notBefore('sixty'), none] };
  engine.addRule({ conditions: rural, event: event('ruralVeteran') });
  addRates(engine, law);
  return engine;
}

/** Fen a year of each benefit in the month asked about. */
function addRates(engine: Engine, law: Law): void {
  const region = regionOf(REGION);
  const monthly = (month: Month, code: 'combat.base' | 'ruralVeteran.rate') => {
    const found = law.at(region, month).cell(code, '-');
    return found.kind === 'cell' ? found.cell.amount * MONTHS : 0;
  };
  engine.addFact<Promise<number>>('disabilityYear', async (_, almanac) => {
    const month = (await almanac.factValue<Month>('month')) as Month;
    const found = law.at(region, month).cell('disability.base', await almanac.factValue<string>('step'));
    return found.kind === 'cell' ? found.cell.amount : 0;
  });
  engine.addFact<Promise<number>>('combatYear', async (_, almanac) => {
    const month = (await almanac.factValue<Month>('month')) as Month;
    const topUps = law.at(region, month).addends('combat.topUp', '-');
    return monthly(month, 'combat.base') + topUps.reduce((sum, { amount }) => sum + amount * MONTHS, 0);
  });
  engine.addFact<Promise<number>>('ruralVeteranYear', async (_, almanac) => {
    const month = (await almanac.factValue<Month>('month')) as Month;
    return monthly(month, 'ruralVeteran.rate') * (await almanac.factValue<number>('years'));
  });
}

/** Whole fen of everybody's year: one run of the engine a person and month. */
export async function rulesTotal(people: readonly RuleFacts[], engine: Engine): Promise<number> {
  let total = 0;
  for (const person of people)
    for (let m = 1; m <= MONTHS; m += 1) {
      const { events } = await engine.run({ ...person, month: addMonths(FROM, m - 1) });
      const year = events.reduce((most, { params }) => Math.max(most, Number(params?.year)), 0);
      total += Math.round((year * m) / MONTHS) - Math.round((year * (m - 1)) / MONTHS);
    }
  return total;
}
