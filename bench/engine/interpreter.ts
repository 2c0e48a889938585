import { type Law, regionOf } from '@shuangyong/policy';
import { addMonths, type Month, monthText, parseIsoMonth } from '@shuangyong/values';
import { type BenchPerson, FROM, plainOf, REGION } from './people.ts';

/** A rule as data, as rule engines keep it. */
type Rule =
  | { readonly op: 'fact'; readonly name: string }
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'table'; readonly name: string; readonly key: readonly string[] }
  | { readonly op: 'times' | 'plus' | 'and' | 'notBefore' | 'notAfter' | 'max'; readonly of: readonly Rule[] }
  | { readonly op: 'if'; readonly test: Rule; readonly then: Rule; readonly otherwise: Rule };

type FactValue = string | number;
type FactSet = Readonly<Record<string, FactValue>>;
type TableSet = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

const fact = (name: string): Rule => ({ op: 'fact', name });
const inForce = (kind: string): Rule => ({
  op: 'and',
  of: [
    { op: 'notBefore', of: [fact('month'), fact(`${kind}From`)] },
    { op: 'notAfter', of: [fact('month'), fact(`${kind}To`)] },
    { op: 'notAfter', of: [fact('month'), fact('died')] },
  ],
});
const nothing: Rule = { op: 'number', value: 0 };
const when = (test: Rule, then: Rule, otherwise: Rule = nothing): Rule => ({
  op: 'if',
  test,
  then,
  otherwise,
});

/** The same three rules: the higher of pension and combat subsidy, else service years × rate from the age of sixty. */
const HIGHER: Rule = {
  op: 'max',
  of: [
    when(inForce('disability'), { op: 'table', name: 'disability', key: ['grade', 'cause'] }),
    when(inForce('combat'), {
      op: 'plus',
      of: [
        { op: 'table', name: 'combat', key: [] },
        { op: 'table', name: 'combatTopUp', key: [] },
      ],
    }),
  ],
};
const RURAL = when(
  { op: 'and', of: [inForce('ruralVeteran'), { op: 'notBefore', of: [fact('month'), fact('sixty')] }] },
  { op: 'times', of: [{ op: 'table', name: 'rural', key: [] }, fact('years')] },
);
const RULE = when(HIGHER, HIGHER, RURAL);

function evaluate(rule: Rule, facts: FactSet, tables: TableSet): FactValue {
  switch (rule.op) {
    case 'fact':
      return facts[rule.name] ?? '';
    case 'number':
      return rule.value;
    case 'table':
      return tables[rule.name]?.[String(facts.month)]?.[rule.key.map((name) => facts[name]).join('/')] ?? 0;
    case 'if':
      return evaluate(evaluate(rule.test, facts, tables) ? rule.then : rule.otherwise, facts, tables);
    default:
      return combined(
        rule.op,
        rule.of.map((one) => evaluate(one, facts, tables)),
      );
  }
}

function combined(
  op: 'times' | 'plus' | 'and' | 'notBefore' | 'notAfter' | 'max',
  of: readonly FactValue[],
): number {
  const [a = '', b = ''] = of;
  if (op === 'notBefore') return b !== '' && a >= b ? 1 : 0;
  if (op === 'notAfter') return b === '' || a <= b ? 1 : 0;
  if (op === 'and') return of.every(Boolean) ? 1 : 0;
  if (op === 'max') return Math.max(...of.map(Number));
  return of.map(Number).reduce((x, y) => (op === 'plus' ? x + y : x * y));
}

/** People as plain objects with ISO months. */
export function interpreterPeople(people: readonly BenchPerson[]): readonly FactSet[] {
  return people.map((person) => {
    const { born, died, rights } = plainOf(person);
    const facts: Record<string, FactValue> = { died: died ?? '' };
    const birth = parseIsoMonth(born ?? '');
    if (birth !== undefined) facts.sixty = monthText(addMonths(birth, 720));
    person.rights.forEach(({ kind, years, to }, index) => {
      const right = rights[index];
      Object.assign(
        facts,
        right?.grade && kind === 'disability' ? { grade: right.grade, cause: right.cause } : {},
      );
      Object.assign(facts, {
        [`${kind}From`]: right?.from ?? '',
        [`${kind}To`]: monthText(to as Month),
        years,
      });
    });
    return facts;
  });
}

const MONTHS = 12;

/** The law as dictionaries: fen a year by table, month and key. */
export function interpreterTables(law: Law): TableSet {
  const tables: Record<string, Record<string, Record<string, number>>> = {};
  const put = (name: string, month: string, key: string, value: number) => {
    tables[name] = { ...tables[name], [month]: { ...tables[name]?.[month], [key]: value } };
  };
  for (let m = 0; m < MONTHS; m += 1) {
    const at = law.at(regionOf(REGION), addMonths(FROM, m));
    const month = monthText(addMonths(FROM, m));
    for (const cell of law.cells)
      if (cell.code === 'disability.base' && cell.from <= at.month && at.month <= cell.to)
        put('disability', month, cell.key, cell.amount);
    for (const [name, code] of [
      ['combat', 'combat.base'],
      ['rural', 'ruralVeteran.rate'],
    ] as const) {
      const answer = at.cell(code, '-');
      if (answer.kind === 'cell') put(name, month, '', answer.cell.amount * MONTHS);
    }
    put(
      'combatTopUp',
      month,
      '',
      at.addends('combat.topUp', '-').reduce((sum, { amount }) => sum + amount * MONTHS, 0),
    );
  }
  return tables;
}

/** Whole fen of everybody's year, one month after the other. */
export function interpreterTotal(people: readonly FactSet[], tables: TableSet): number {
  let total = 0;
  for (const person of people)
    for (let m = 1; m <= MONTHS; m += 1) {
      const year = Number(evaluate(RULE, { ...person, month: monthText(addMonths(FROM, m - 1)) }, tables));
      total += Math.round((year * m) / MONTHS) - Math.round((year * (m - 1)) / MONTHS);
    }
  return total;
}
