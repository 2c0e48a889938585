import { monthText } from '@shuangyong/values';
import {
  type ApiRoute,
  doneSchema,
  idSchema,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { lawOf } from '../standards/index.ts';
import { FINDING_CODES } from './codes.ts';
import type { Finding } from './finding.ts';
import { rosterRoutes } from './roster-routes.ts';
import { runChecks } from './run.ts';
import { checksSchema } from './schemas.ts';
import { spotRoutes } from './spot-routes.ts';
import { testLines } from './tests.ts';
import { decide, VERDICTS, type Verdict, verdictsOf } from './verdicts.ts';

function wire(finding: Finding, verdict: Verdict | undefined) {
  const payments = finding.payments.map((one) => ({
    ...one,
    from: monthText(one.from),
    to: monthText(one.to),
  }));
  return { ...finding, payments, verdict: verdict ?? null };
}

function checksRoute(): ApiRoute {
  return readRoute(
    {
      path: '/checks',
      summary: "The auditor's tests over a year: how much was checked, what was found, what was decided",
      needs: 'people.read',
      query: z.object({ year: yearSchema }),
      answer: checksSchema,
    },
    async ({ tx, ctx, place, query: { year } }) => {
      const divisionIds = await townshipsOf(tx, place);
      const scope = { countyId: place.countyId, divisionIds, law: await lawOf(tx, place) };
      const answer = await runChecks(tx, ctx.keys, scope, { first: year, last: year, today: ctx.today });
      const keys = answer.findings.map(({ key }) => key);
      const verdicts = await verdictsOf(tx, place.countyId, keys);
      const { persons, personMonths, payments } = answer.checked;
      return {
        year,
        checked: { persons, personMonths, payments },
        tests: testLines(answer, verdicts),
        findings: answer.findings.map((one) => wire(one, verdicts.get(one.key))),
      };
    },
  );
}

const verdictBody = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/, '编号不对'),
  code: z.enum(FINDING_CODES),
  year: yearSchema,
  personId: idSchema.nullable(),
  verdict: z.enum(VERDICTS),
  reason: z.string().max(500).default(''),
});

function verdictRoute(): ApiRoute {
  return writeRoute(
    {
      path: '/checks/verdicts',
      summary: 'Says of a finding that it is true or that it is not, with the reason',
      needs: 'records.write',
      body: verdictBody,
      answer: doneSchema,
    },
    async ({ tx, ctx, place, body }) => {
      await decide(tx, ctx, place, body);
      return { done: true as const };
    },
  );
}

export const checkRoutes = (): readonly ApiRoute[] => [
  ...[checksRoute(), verdictRoute()],
  ...rosterRoutes,
  ...spotRoutes,
];
