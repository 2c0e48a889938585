import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Place } from '../../platform/http/index.ts';
import { runChecks, testLines, verdictsOf } from '../checks/index.ts';
import { lawOf } from '../standards/index.ts';
import type { HomeProblem, HomeScope } from './home.ts';

/**
 * What the checks of the year found and nobody has decided yet, by test; what cannot be computed stands among the
 * tasks. Undefined for a county, whose home page counts by simpler means, and for whoever may not see people.
 */
export async function checkProblems(
  tx: Db,
  ctx: Ctx,
  place: Place,
  { countyId, divisionIds, year }: HomeScope,
): Promise<readonly HomeProblem[] | undefined> {
  if (place.level !== 'township' || !ctx.may('people.read', place.code)) return undefined;
  const scope = { countyId, divisionIds, law: await lawOf(tx, place) };
  const answer = await runChecks(tx, ctx.keys, scope, { first: year, last: year, today: ctx.today });
  const keys = answer.findings.map(({ key }) => key);
  const verdicts = await verdictsOf(tx, countyId, keys);
  const isOpenMust = new Set(
    answer.findings.flatMap(({ key, code, severity }) =>
      severity === 'must' && !verdicts.has(key) ? [code] : [],
    ),
  );
  return testLines(answer, verdicts).flatMap(({ code, title, waiting, offFen }): HomeProblem[] => {
    if (code === null || code === 'due_unknown' || waiting === 0) return [];
    const severity = isOpenMust.has(code) ? '必须' : '核对';
    const href = `/pay/check?test=${code}`;
    return [{ code, severity, text: title, count: waiting, unit: '条', amountFen: offFen, href }];
  });
}
