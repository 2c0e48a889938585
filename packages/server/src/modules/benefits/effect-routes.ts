import { isCode, UNITS } from '@shuangyong/policy';
import { type Month, monthOf, monthOfDay, parseIsoMonth } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  idSchema,
  monthSchema,
  type Place,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import {
  DERIVED,
  getPackage,
  type LocalPackage,
  lawFilesOf,
  lawOf,
  lawsIf,
  readPackage,
  regionOf,
} from '../standards/index.ts';
import { type Effect, type EffectSpan, effectOf, restingOnDerived } from './effect.ts';
import { effectSchema } from './effect-schemas.ts';

const MOST_MONTHS = 50 * 12;

const whatIfSchema = z.object({
  code: z.string(),
  year: yearSchema,
  /** Hundredths of a per cent. */
  basisPoints: z.number().int().min(-10_000).max(100_000).optional(),
  amounts: z.record(z.string().max(40), z.number().int().min(0).max(10_000_000_000)).optional(),
  unit: z.enum(UNITS).optional(),
});

const effectBody = z.object({
  /** A package not entered yet, as its file is written; or the id of one that is; or a change only tried. */
  text: z.string().max(1_000_000).optional(),
  packageId: idSchema.optional(),
  whatIf: whatIfSchema.optional(),
  /** Who rests on derived rates. */
  derived: z.literal(true).optional(),
  from: monthSchema.optional(),
  /** Up to the present month unless told. */
  to: monthSchema.optional(),
});
type EffectBody = z.output<typeof effectBody>;

/** Everything an answer needs to know of the question besides the package itself. */
interface Asked {
  readonly tx: Db;
  readonly ctx: Ctx;
  readonly place: Place;
  readonly body: EffectBody;
}

async function rollOf({ tx, place }: Asked) {
  return { countyId: place.countyId, divisionIds: await townshipsOf(tx, place) };
}

function spanOf({ ctx, body }: Asked, first: Month): EffectSpan {
  const now = monthOfDay(ctx.today);
  const from = body.from ?? first;
  const to = body.to ?? (Math.max(now, from) as Month);
  if (to < from || to - from >= MOST_MONTHS) refuse('months_invalid', '月份不对，最多看 50 年。');
  return { from, to, now };
}

/** The first month that a package speaks of. */
function firstMonth({ tables }: LocalPackage): Month {
  const months = tables.flatMap(({ values }) =>
    values.map(({ from }) => parseIsoMonth(from) ?? monthOf(1949, 10)),
  );
  return Math.min(...months) as Month;
}

async function ofDerived(asked: Asked): Promise<Effect> {
  const { tx, ctx, place } = asked;
  const span = spanOf(asked, monthOf(Number(ctx.today.slice(0, 4)), 1));
  return restingOnDerived(tx, ctx.keys, await rollOf(asked), await lawOf(tx, place), span);
}

async function ofWhatIf(
  asked: Asked,
  ask: NonNullable<EffectBody['whatIf']>,
): Promise<Effect & { continued: boolean }> {
  const { tx, ctx, place } = asked;
  const { code, ...rest } = ask;
  if (!isCode(code)) return refuse('code_unknown', '没有这种标准。');
  const { files } = await lawFilesOf(tx, place);
  const { continued, ...laws } = lawsIf(files, regionOf(place), { code, ...rest });
  const from = monthOf(ask.year, 1);
  // A year that is only thought of has no arrears.
  const span = { from, to: monthOf(ask.year, 12), now: from };
  return { ...(await effectOf(tx, ctx.keys, await rollOf(asked), laws, span)), continued };
}

/** Of a package that counts already: what it changed. Of one that does not: what it would change. */
async function ofPackage(asked: Asked): Promise<Effect> {
  const { tx, ctx, place, body } = asked;
  if (body.text === undefined && body.packageId === undefined) refuse('package_missing', '请先填一份标准。');
  const entered = body.packageId === undefined ? undefined : await getPackage(tx, place, body.packageId);
  if (entered?.code === DERIVED) return ofDerived(asked);
  const pack = entered?.body ?? readPackage(body.text ?? '');
  const counts = entered?.state === 'adopted';
  const was = await lawOf(tx, place, counts ? { without: entered.id } : {});
  const is = counts ? await lawOf(tx, place) : await lawOf(tx, place, { also: [pack] });
  return effectOf(tx, ctx.keys, await rollOf(asked), { was, is }, spanOf(asked, firstMonth(pack)));
}

/** «看影响» and «试算». */
export function effectRoute(): ApiRoute {
  return writeRoute(
    {
      path: '/standards/effect',
      summary:
        'What a package or another rate would change: people, months and money, by category, fund and month; nothing is written',
      needs: 'law.read',
      body: effectBody,
      answer: effectSchema,
    },
    async ({ tx, ctx, place, body }) => {
      const asked = { tx, ctx, place, body };
      if (body.whatIf) return ofWhatIf(asked, body.whatIf);
      return body.derived ? ofDerived(asked) : ofPackage(asked);
    },
  );
}
