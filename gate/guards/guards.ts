/** One guard of the money, how it is taken out of a copy of the source, and the tests that must then fail. */
export interface Guard {
  readonly name: string;
  /** A file below `packages/server/src`, and what stands there once. */
  readonly file?: string;
  readonly stands?: string;
  readonly becomes?: string;
  /** A statement that takes a guard of the database out of every test's own database. */
  readonly statement?: string;
  /** The file of tests that knows of it, below `packages/server/src/apps`. */
  readonly in: 'pay-refusals.db.test.ts' | 'pay-once.db.test.ts';
  /** Full names of its tests of which each must fail without the guard. */
  readonly tests: readonly string[];
}

const PAY = 'modules/disbursement';
const HANDS = 'the three hands >';
const UNIQUE = 'what the database itself refuses >';

/** Guards without which somebody is paid wrongly, twice, or by one hand alone. */
export const GUARDS: readonly Guard[] = [
  {
    name: 'hash',
    file: `${PAY}/batch-rules.ts`,
    stands: 'if (hash !== batch.hash)',
    becomes: 'if (hash === "")',
    in: 'pay-refusals.db.test.ts',
    tests: [`${HANDS} what was signed must be what stands there, in the order of the steps`],
  },
  {
    name: 'role',
    file: `${PAY}/batch-rules.ts`,
    stands: 'if (!mayAny(ctx, batch, anyOf))',
    becomes: 'if (anyOf.length === 0)',
    in: 'pay-refusals.db.test.ts',
    tests: [`${HANDS} a role that is not his is refused before anything else is told`],
  },
  {
    name: 'four eyes',
    file: `${PAY}/batch-rules.ts`,
    stands: 'if (without.has(ctx.actor.id))',
    becomes: 'if (without.has(""))',
    in: 'pay-refusals.db.test.ts',
    tests: [
      `${HANDS} maker, reviewer and approver are three people; who opened it is a maker in every round`,
    ],
  },
  {
    name: 'four eyes in the database',
    statement: 'drop index batch_four_eyes',
    in: 'pay-once.db.test.ts',
    tests: [`${UNIQUE} one person twice among the three hands of a round`],
  },
  {
    name: 'facts_seq',
    file: `${PAY}/batch-facts.ts`,
    stands: 'p.facts_seq <> l.facts_seq or',
    becomes: '',
    in: 'pay-refusals.db.test.ts',
    tests: [
      'what changed meanwhile > facts, a merge: told with names at every step',
      'what changed meanwhile > after the approval nothing of the batch changes: who changed or is held stays back and gets it later',
    ],
  },
  {
    name: 'hold',
    file: `${PAY}/batch-open.ts`,
    stands: 'return new Set(rows.map(({ id }) => id));',
    becomes: 'return new Set(rows.slice(rows.length).map(({ id }) => id));',
    in: 'pay-refusals.db.test.ts',
    tests: [
      'what changed meanwhile > after the approval nothing of the batch changes: who changed or is held stays back and gets it later',
    ],
  },
  {
    name: 'one batch of a month at a time',
    file: `${PAY}/batch-open.ts`,
    stands: 'await refuseOpen(db, place, asked);',
    becomes: '',
    in: 'pay-refusals.db.test.ts',
    tests: ['at the same moment > two clerks open, two submit, two approve, two export: one of each counts'],
  },
  {
    name: 'one command, one batch',
    file: `${PAY}/batch-open.ts`,
    stands: 'if (known !== undefined) return answerOf(db, place, known);',
    becomes: '',
    in: 'pay-once.db.test.ts',
    tests: ['the same command again answers what it answered, also at the same moment'],
  },
  {
    name: 'uniqueness of a paid line of the ledger',
    statement: 'alter table line_item drop constraint line_item_county_id_accrual_id_attempt_key',
    in: 'pay-once.db.test.ts',
    tests: [`${UNIQUE} a line of the ledger paid twice at one attempt`],
  },
  {
    name: 'uniqueness of a person in a batch',
    statement: 'drop index pay_line_once',
    in: 'pay-once.db.test.ts',
    tests: [`${UNIQUE} a person twice in a batch on one account`],
  },
  {
    name: 'uniqueness of a posted month',
    statement:
      'alter table accrual drop constraint accrual_county_id_person_id_kind_ref_component_fund_month_s_key',
    in: 'pay-once.db.test.ts',
    tests: [`${UNIQUE} a month of a right posted twice`],
  },
  {
    name: 'result of another batch',
    file: `${PAY}/bank-result.ts`,
    stands: 'if (now !== FOLLOWS[state])',
    becomes: "if (now === '')",
    in: 'pay-refusals.db.test.ts',
    tests: ['the bank > a row taken back before it was paid is refused and nothing is written'],
  },
  {
    name: 'closed month',
    file: `${PAY}/period.ts`,
    stands: 'if (closed.length > 0) refuse(',
    becomes: 'if (closed.length < 0) refuse(',
    in: 'pay-refusals.db.test.ts',
    tests: [
      'in an office of one person the maker attaches every paper and goes to the bank; a closed month takes no batch',
    ],
  },
];
