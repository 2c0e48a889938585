import {
  type CheckAnswer,
  type Finding,
  runChecks,
  SCREEN_ONLY,
  TESTS,
} from '../../../modules/checks/index.ts';
import { lawOf } from '../../../modules/standards/index.ts';
import { townshipsOf } from '../../../platform/records/desk.ts';
import { cliYear } from '../arguments.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';

interface Question {
  readonly division: string;
  readonly year: number;
}

/** The machine's form of a finding: exactly the fields of the contract. */
function wire({ code, severity, person, sheet, row, expectedFen, actualFen, reason }: Finding) {
  return { code, severity, person, sheet, row, expectedFen, actualFen, reason };
}

function lineOf({ code, severity, person, sheet, row, reason }: Finding): string {
  const source = sheet === null ? '录入' : `${sheet} ${row}`;
  const mark = severity === 'must' ? '必须' : '核对';
  return `${mark}　${TESTS[code].title}　${person.name} ${person.idTail ?? '----'}　${source}　${reason}`;
}

function textOf(year: number, { checked, findings }: CheckAnswer): string {
  const { persons, personMonths, payments } = checked;
  const head = `${year} 年：查了 ${persons} 人 ${personMonths} 人月 ${payments} 笔，发现 ${findings.length} 条`;
  return [head, ...findings.map(lineOf)].join('\n');
}

async function runCheck(session: CliSession, { division, year }: Question): Promise<CommandResult> {
  return session.read(async (tx, ctx) => {
    const place = await session.place(tx, division);
    const divisionIds = await townshipsOf(tx, place);
    const scope = { countyId: place.countyId, divisionIds, law: await lawOf(tx, place) };
    const answer = await runChecks(tx, ctx.keys, scope, { first: year, last: year, today: ctx.today });
    const { persons, personMonths, payments } = answer.checked;
    const findings = answer.findings.filter(({ code }) => !SCREEN_ONLY.has(code));
    const json = { checked: { persons, personMonths, payments }, findings: findings.map(wire) };
    return { json, text: textOf(year, { ...answer, findings }) };
  });
}

export const checkCommand: CliCommand = {
  name: 'check',
  register(program, cli) {
    program
      .command('check')
      .description('自查：已发的和应发的逐月对照，查出多发、少发、漏发、重发')
      .requiredOption('--division <code>', '行政区划代码')
      .requiredOption('--year <year>', '年度', cliYear)
      .action((question: Question) => cli.withData((session) => runCheck(session, question)));
  },
};
