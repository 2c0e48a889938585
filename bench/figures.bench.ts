// The whole catalogue for a township of 360 people and for a county of 23 towns, 8,000 people and 10 years of
// payments, each against one count(*) over the largest table.
import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { runQuery } from '../packages/server/src/apps/command.ts';
import { INDICATORS } from '../packages/server/src/apps/figures.ts';
import { type OpenRuntime, openRuntime } from '../packages/server/src/apps/runtime.ts';
import { OPERATOR } from '../packages/server/src/apps/visitor.ts';
import { answerFigures, getFigureScope } from '../packages/server/src/modules/indicators/index.ts';
import { COUNTY_CODE, type CountySize, fillCounty } from './county.ts';
import { inFolder, median, seconds, tell } from './measure.ts';

const ROUNDS = 5;

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(await seconds(work));
  return median(all);
}

async function measure(
  { runtime }: OpenRuntime,
  size: CountySize,
  division: string,
  name: string,
): Promise<void> {
  const ask = (work: Parameters<typeof runQuery>[2]) => runQuery(runtime, OPERATOR.caller, work);
  let answered = 0;
  const ours = await medianOf(() =>
    ask(async (tx, ctx) => {
      answered = (
        await answerFigures(tx, await getFigureScope(tx, ctx, { division, year: 2017 }), INDICATORS)
      ).length;
    }),
  );
  const count: RawBuilder<unknown> = sql`select count(*) from paid_line`;
  const baseline = await medianOf(() => count.execute(runtime.db));
  tell({
    name,
    unit: 's',
    ours,
    baseline,
    ...size,
    figures: answered,
    baselineName: 'one count(*) over the largest table',
  });
}

async function bench(size: CountySize, division: string, name: string): Promise<void> {
  await inFolder(async (folder) => {
    const open = await openRuntime(join(folder, 'data'), 'command');
    try {
      await fillCounty(open.runtime.db, size, () => open.installation.ownerPool.query('analyze'));
      await measure(open, size, division, name);
    } finally {
      await open.close();
    }
  });
}

await bench({ towns: 1, people: 360, years: [2008, 2017] }, `${COUNTY_CODE}101000`, 'figures township');
await bench({ towns: 23, people: 8000, years: [2008, 2017] }, `${COUNTY_CODE}000000`, 'figures county');
