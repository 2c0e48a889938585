// The checks over ten years of payments, for a township of 360 people and for a county of 23 towns and 8,000 people,
// against COPY of the same payments and rights into this process: the least that has to be read, looked at by nobody.
// Everybody is paid what was due but one in a hundred, so that the thorough look has work as well.
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { entitle, type Law, months, personFacts } from '@shuangyong/policy';
import { monthOf } from '@shuangyong/values';
import { to as copyTo } from 'pg-copy-streams';
import { runQuery } from '../packages/server/src/apps/command.ts';
import { type OpenRuntime, openRuntime } from '../packages/server/src/apps/runtime.ts';
import { OPERATOR } from '../packages/server/src/apps/visitor.ts';
import { type CheckAnswer, runChecks } from '../packages/server/src/modules/checks/index.ts';
import { lawOf } from '../packages/server/src/modules/standards/index.ts';
import { COUNTY_CODE, type CountySize, fillCounty } from './county.ts';
import { inFolder, median, seconds, tell } from './measure.ts';

const ROUNDS = 5;
const [FIRST, LAST] = [2015, 2024];
const SPAN = [monthOf(FIRST, 1), monthOf(LAST, 12)] as const;
const COUNTY = Number(COUNTY_CODE);
const BORN = '1946-03-15';
const CATEGORIES = ['农村籍退役士兵', '参战退役人员', '带病回乡退伍军人', '烈士子女'];

const PAYMENTS = `select person_id, item, from_month, to_month, amount_fen, paid_on, voucher_no, source_sheet, source_row
  from paid_line where county_id = ${COUNTY} and voided_at is null`;
const RIGHTS = `select p.id, p.name, p.identity_sealed, p.born_on, p.died_on, p.death_cause, s.id, s.category, s.grade,
  s.disability_cause, s.enlisted_on, s.discharged_on, s.service_years, s.enlistment_era, s.residence, s.approved_on,
  s.from_month, s.stop_month, s.stop_reason, s.support_mode, s.account_hash, s.source_sheet, s.source_row
  from spell s join person p on p.county_id = s.county_id and p.id = s.person_id where s.county_id = ${COUNTY}`;

/** What each category is due in each month, as rows of SQL. */
function amounts(law: Law): string {
  const rows = CATEGORIES.flatMap((category) => {
    const right = { category, from: '2007-01', serviceYears: 4, residence: 'rural' };
    const facts = personFacts({ born: BORN, region: COUNTY_CODE, rights: [right] });
    return months(entitle(facts, law, ...SPAN)).map(({ month, fen }) => `('${category}', ${month}, ${fen})`);
  });
  return rows.join(', ');
}

/** Facts and payments of people who are paid as the law gives; of one in a hundred a month of each year is short. */
async function settle({ installation, runtime }: OpenRuntime): Promise<void> {
  const { ownerPool } = installation;
  const law = await lawOf(runtime.db, {
    countyId: COUNTY,
    divisionId: '00000000-0000-7000-8000-000000000000',
  });
  await ownerPool.query(
    `update person set born_on = '${BORN}', identity_sealed = null where county_id = ${COUNTY}`,
  );
  await ownerPool.query(`update spell set service_years = 4, residence = '农村' where county_id = ${COUNTY}`);
  await ownerPool.query(`update paid_line l set amount_fen = v.fen from spell s,
      (values ${amounts(law)}) v (category, month, fen)
    where s.county_id = ${COUNTY} and l.county_id = s.county_id and l.person_id = s.person_id
      and v.category = s.category and v.month = l.from_month`);
  await ownerPool.query(`update paid_line set amount_fen = amount_fen - 5000
    where county_id = ${COUNTY} and from_month % 12 = 10 and hashtext(name) % 100 = 0`);
  await ownerPool.query('vacuum analyze');
}

/** Reads both through COPY and drops the bytes. */
async function copied({ installation }: OpenRuntime): Promise<void> {
  const client = await installation.ownerPool.connect();
  try {
    for (const query of [PAYMENTS, RIGHTS])
      await pipeline(
        client.query(copyTo(`copy (${query}) to stdout`)),
        new Writable({ write: (_chunk, _encoding, done) => done() }),
      );
  } finally {
    client.release();
  }
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(await seconds(work));
  return median(all);
}

async function checked({ runtime }: OpenRuntime): Promise<CheckAnswer> {
  return runQuery(runtime, OPERATOR.caller, async (tx, ctx) => {
    const towns = await tx
      .selectFrom('division')
      .select('id')
      .where('county_id', '=', COUNTY)
      .where('level', '=', 'township')
      .execute();
    const divisionIds = towns.map(({ id }) => id);
    const law = await lawOf(tx, { countyId: COUNTY, divisionId: divisionIds[0] ?? '' });
    const years = { first: FIRST, last: LAST, today: '2026-01-05' };
    return runChecks(tx, ctx.keys, { countyId: COUNTY, divisionIds, law }, years);
  });
}

async function bench(size: CountySize, name: string): Promise<void> {
  await inFolder(async (folder) => {
    const open = await openRuntime(join(folder, 'data'), 'command');
    try {
      await fillCounty(open.runtime.db, size, () => open.installation.ownerPool.query('analyze'));
      await settle(open);
      const { checked: looked, findings } = await checked(open);
      const ours = await medianOf(() => checked(open));
      const baseline = await medianOf(() => copied(open));
      const baselineName = 'COPY of the same payments and rights into this process';
      tell({ name, unit: 's', ours, baseline, ...looked, findings: findings.length, baselineName });
    } finally {
      await open.close();
    }
  });
}

await bench({ towns: 1, people: 360, years: [FIRST, LAST] }, 'check township');
await bench({ towns: 23, people: 8000, years: [FIRST, LAST] }, 'check county');
