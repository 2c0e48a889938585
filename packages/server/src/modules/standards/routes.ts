import { isCode, type Law } from '@shuangyong/policy';
import { monthOfDay } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  daySchema,
  idSchema,
  listOf,
  monthSchema,
  type Place,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { decidePackage } from './decide.ts';
import { refuseElsewhere } from './elsewhere.ts';
import { type LocalPackage, readPackage } from './files.ts';
import { hasAdoptedDerived, lawFilesOf, lawOf, lawWith, replacedAt, valuesIn } from './law.ts';
import {
  DERIVED,
  type EnteredPackage,
  enteredBy,
  enterPackage,
  getPackage,
  listPackages,
} from './packages.ts';
import { rateHistory, ratesAt } from './rates.ts';
import { packageRowSchema, rateSchema } from './schemas.ts';

/** The six-digit region of a place, as the law counts regions. */
export function regionOf({ code }: Pick<Place, 'code'>): number {
  return Number(code.slice(0, 6));
}

/** The package with what the caller himself may do about it here and now. */
function wire(ctx: Ctx, place: Place, entered: EnteredPackage) {
  const { id, code, title, origin, state, body, history } = entered;
  const isHere = entered.divisionId === place.divisionId;
  const own = enteredBy(entered, ctx.actor.id);
  const mayDecide = isHere && ctx.may('law.adopt', place.code);
  return {
    ...{ id, code, title, origin, state, body, values: valuesIn(body), history, isHere },
    mayAdopt: state === 'entered' && !own && mayDecide,
    mayReturn: state === 'entered' && mayDecide,
    mayWithdraw: state === 'adopted' && mayDecide,
    mayTakeBack: state === 'entered' && own && isHere && ctx.may('law.write', place.code),
  };
}

const regionSchema = z.string().regex(/^\d{6}$/, '地区要写成六位代码');

/** Every region that has a table, for asking how it is elsewhere. */
function regionsIn(law: Law): readonly string[] {
  return [...new Set(law.cells.map(({ region }) => String(region).padStart(6, '0')))].sort();
}

function ratesRoute(): ApiRoute {
  return readRoute(
    {
      path: '/standards',
      summary:
        'Every rate in force in a month, here or in another region, with its source, and what is unknown',
      needs: 'law.read',
      query: z.object({
        month: monthSchema.optional(),
        region: regionSchema.optional(),
        /** The law as it was known at the end of that day. */
        knownOn: daySchema.optional(),
      }),
      answer: z.object({
        lawHash: z.string(),
        region: z.string(),
        regions: listOf(z.string()),
        adoptedDerived: z.boolean(),
        rates: listOf(rateSchema),
      }),
    },
    async ({ tx, ctx, place, query: { month = monthOfDay(ctx.today), knownOn, ...query } }) => {
      const law = await lawOf(tx, place, { knownOn });
      const region = query.region ?? place.code.slice(0, 6);
      return {
        ...{ lawHash: law.hash, region, regions: regionsIn(law) },
        adoptedDerived: await hasAdoptedDerived(tx, place),
        rates: ratesAt(law, Number(region), month),
      };
    },
  );
}

function historyRoute(): ApiRoute {
  return readRoute(
    {
      path: '/standards/history',
      summary: 'All values of one rate at a place or in another region, newest first',
      needs: 'law.read',
      query: z.object({ code: z.string(), key: z.string().max(40), region: regionSchema.optional() }),
      answer: z.object({ rates: listOf(rateSchema) }),
    },
    async ({ tx, place, query: { code, key, region } }) => {
      if (!isCode(code)) return refuse('code_unknown', '没有这种标准。');
      const at = region === undefined ? regionOf(place) : Number(region);
      return { rates: rateHistory(await lawOf(tx, place), at, code, key) };
    },
  );
}

/** The whole law of a place as files, so that a browser computes what the server computes. */
function lawRoute(): ApiRoute {
  return readRoute(
    {
      path: '/standards/law',
      summary: 'Sources, tables and settings that hold at a place, for the engine in the browser',
      needs: 'law.read',
      answer: z.object({ lawHash: z.string(), files: z.unknown() }),
    },
    async ({ tx, place }) => {
      const { law, files } = await lawFilesOf(tx, place);
      return { lawHash: law.hash, files };
    },
  );
}

function packagesRoute(): ApiRoute {
  return readRoute(
    {
      path: '/standards/packages',
      summary: 'Packages entered at a place, with who entered and who adopted them',
      needs: 'law.read',
      answer: z.object({ packages: listOf(packageRowSchema) }),
    },
    async ({ tx, ctx, place }) => {
      const replaced = await replacedAt(tx, place);
      const packages = await listPackages(tx, place);
      return {
        packages: packages.map((one) => ({ ...wire(ctx, place, one), isReplaced: replaced.has(one.id) })),
      };
    },
  );
}

const enterSchema = z.object({
  /** The package as a file is written, YAML or JSON. */
  text: z.string().max(1_000_000),
  origin: z.enum(['typed', 'pasted', 'file']),
  paperId: idSchema.optional(),
});

function enterRoute(): ApiRoute {
  return writeRoute(
    {
      path: '/standards/packages',
      summary: 'Enters a package; it counts once a second person has adopted it',
      needs: 'law.write',
      body: enterSchema,
      answer: packageRowSchema,
    },
    async ({ tx, ctx, place, body: { text, ...rest } }) => {
      const body = readPackage(text);
      refuseElsewhere(body, place);
      await lawOf(tx, place, { also: [body] });
      return wire(ctx, place, await enterPackage(tx, ctx, place, { body, ...rest }));
    },
  );
}

/** The package that stands for taking over the derived rates: it carries none itself. */
export const DERIVED_PACKAGE: LocalPackage = {
  package: DERIVED,
  title: '采用推算的标准（等正式文件到后再换）',
  tables: [],
};

function derivedRoute(): ApiRoute {
  return writeRoute(
    {
      path: '/standards/derived',
      summary: 'Proposes that the place takes over the derived rates',
      needs: 'law.write',
      body: z.object({ paperId: idSchema.optional() }),
      answer: packageRowSchema,
    },
    async ({ tx, ctx, place, body }) =>
      wire(
        ctx,
        place,
        await enterPackage(tx, ctx, place, { body: DERIVED_PACKAGE, origin: 'derived', ...body }),
      ),
  );
}

function decideRoute(): ApiRoute {
  return writeRoute(
    {
      path: '/standards/packages/{id}/decision',
      summary: 'Adopts, returns or withdraws a package',
      needs: 'law.adopt',
      params: z.object({ id: idSchema }),
      body: z.object({
        state: z.enum(['adopted', 'returned', 'withdrawn']),
        reason: z.string().trim().max(500).optional(),
        paperId: idSchema.optional(),
      }),
      answer: packageRowSchema,
    },
    async ({ tx, ctx, place, params, body }) =>
      wire(ctx, place, await decidePackage(tx, ctx, place, params.id, body)),
  );
}

function takeBackRoute(): ApiRoute {
  return writeRoute(
    {
      path: '/standards/packages/{id}/taking-back',
      summary: 'Takes back a waiting package one entered oneself, with the reason',
      needs: 'law.write',
      params: z.object({ id: idSchema }),
      body: z.object({ reason: z.string().trim().max(500) }),
      answer: packageRowSchema,
    },
    async ({ tx, ctx, place, params, body }) => {
      const standing = await getPackage(tx, place, params.id);
      if (!enteredBy(standing, ctx.actor.id) || standing.state !== 'entered')
        refuse('package_state', '只能收回自己录入、还没有采用的标准。请刷新后再看。');
      const decided = await decidePackage(tx, ctx, place, params.id, { state: 'withdrawn', ...body });
      return wire(ctx, place, decided);
    },
  );
}

function checkRoute(): ApiRoute {
  return writeRoute(
    {
      path: '/standards/check',
      summary: 'Whether a package could be entered, before it is',
      needs: 'law.write',
      body: z.object({ text: z.string().max(1_000_000) }),
      answer: z.object({ package: z.string(), title: z.string(), values: z.number(), lawHash: z.string() }),
    },
    async ({ body }) => {
      const file = readPackage(body.text);
      return {
        package: file.package,
        title: file.title,
        values: valuesIn(file),
        lawHash: lawWith([file]).hash,
      };
    },
  );
}

export const standardsRoutes = (): readonly ApiRoute[] => [
  ratesRoute(),
  historyRoute(),
  lawRoute(),
  packagesRoute(),
  enterRoute(),
  derivedRoute(),
  decideRoute(),
  takeBackRoute(),
  checkRoute(),
];
