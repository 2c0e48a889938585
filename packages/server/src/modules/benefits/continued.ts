import { CATEGORIES, type Law } from '@shuangyong/policy';
import { addMonths, type Month, monthText } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import type { MoneyEffect } from '../../platform/records/routes.ts';
import type { NewAccrual } from '../disbursement/index.ts';
import { lawOf, regionOf } from '../standards/index.ts';
import type { WorkPlace } from './accrue-work.ts';

type Continuation = MoneyEffect['afterDeath'][number];

async function regionAt(db: Db, { countyId, divisionId }: WorkPlace): Promise<number> {
  const { code } = await db
    .selectFrom('division')
    .select('code')
    .where('county_id', '=', countyId)
    .where('id', '=', divisionId)
    .executeTakeFirstOrThrow();
  return regionOf({ code });
}

/** The months a right is paid on after the death, by the setting of the month of death, and where that is written. */
function continuation(
  law: Law,
  region: number,
  kind: string,
  lines: readonly NewAccrual[],
): Continuation | undefined {
  const benefit = CATEGORIES[kind]?.benefit;
  const first = Math.min(...lines.map(({ month }) => month)) as Month;
  const entry = benefit && law.settingEntry(`afterDeath.${benefit}`, region, addMonths(first, -1));
  if (!entry || typeof entry.value !== 'number' || entry.value <= 0) return undefined;
  const monthFen = lines.reduce((sum, { month, fen }) => (month === first ? sum + fen : sum), 0);
  const { source = '', article = '' } = entry;
  const title = law.sources.get(source)?.title ?? source;
  return {
    ...{
      kind,
      from: monthText(first),
      to: monthText(addMonths(first, entry.value - 1)),
      months: entry.value,
    },
    ...{ monthFen, fen: monthFen * entry.value },
    basis: `《${title.replace(/^《|》$/g, '')}》${article}`,
  };
}

/**
 * What is paid on after a death (丧葬补助), whole, whichever of its months have come: by right, with the article. Empty
 * where the law of the month of death continues nothing.
 */
export async function continuationsOf(
  db: Db,
  place: WorkPlace,
  lines: readonly NewAccrual[],
): Promise<readonly Continuation[]> {
  const own = lines.filter(({ component, fen }) => component === 'afterDeath' && fen > 0);
  if (own.length === 0) return [];
  const [law, region] = [await lawOf(db, place), await regionAt(db, place)];
  const kinds = [...new Set(own.map(({ kind }) => kind))];
  return kinds.flatMap(
    (kind) =>
      continuation(
        law,
        region,
        kind,
        own.filter((line) => line.kind === kind),
      ) ?? [],
  );
}
