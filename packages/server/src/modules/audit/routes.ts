import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  bareRoute,
  daySchema,
  listOf,
  type Place,
  pageQuery,
  readRoute,
  z,
} from '../../platform/http/index.ts';
import { listEvents, listEventsOfPerson } from './list.ts';
import { type ChainReport, verifyChain } from './verify.ts';

export interface AuditDeps {
  /** The handle of the pool: checking the chain looks twice, which a snapshot cannot. */
  readonly db: Db;
  /** Ids of the places below one. */
  readonly below: (tx: Db, place: Place) => Promise<readonly string[]>;
  /** The user of a name in the county of the place. */
  readonly userOf: (tx: Db, place: Place, name: string) => Promise<string | undefined>;
}

const lineSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: z.string(),
    action: z.string(),
    recordKind: z.string().nullable(),
    recordId: z.string().nullable(),
    detail: z.unknown(),
    seq: z.number().nullable(),
  })
  .openapi('LogLine');

const logQuery = pageQuery.extend({
  /** `kind/id` of one record. */
  record: z
    .string()
    .regex(/^[a-z_A-Z]+\/[\w.-]+$/, '应写成 类别/编号')
    .optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
});

const pageSchema = z.object({ total: z.number(), lines: listOf(lineSchema) });

const chainSchema = z.object({
  checked: z.number(),
  range: listOf(z.object({ countyId: z.number(), seq: z.number(), hash: z.string() })),
  findings: listOf(
    z.object({
      countyId: z.number(),
      code: z.enum(['altered', 'missing', 'gap', 'unsealed']),
      seq: z.number().nullable(),
      eventId: z.string().nullable(),
    }),
  ),
});

/** 日志. */
export const auditRoutes = (deps: AuditDeps): readonly ApiRoute[] => {
  const query = async (tx: Db, place: Place, asked: z.output<typeof logQuery>) => {
    const { record, ...rest } = asked;
    const [recordKind, recordId] = record?.split('/') ?? [];
    return { ...rest, place, below: await deps.below(tx, place), recordKind, recordId };
  };
  return [
    readRoute(
      {
        path: '/audit',
        summary: 'What happened to a record, or in a stretch of days, newest first',
        needs: 'audit.read',
        query: logQuery,
        answer: pageSchema,
      },
      async ({ tx, ctx, place, query: asked }) => listEvents(tx, ctx, await query(tx, place, asked)),
    ),
    bareRoute(
      {
        path: '/audit/by-person',
        summary: 'What one colleague did: for the auditor, with a reason, and logged',
        needs: 'audit.byPerson',
        body: z.object({
          name: z.string().trim().min(1, '请写姓名').max(60),
          reason: z.string().max(200),
          from: daySchema.optional(),
          to: daySchema.optional(),
        }),
        answer: pageSchema,
      },
      async ({ place, body, write }) =>
        write(async (tx, ctx) => {
          const { name, reason, from, to } = body;
          const asked = await query(tx, place, { offset: 0, limit: 500, from, to });
          const userId = (await deps.userOf(tx, place, name)) ?? raise();
          return listEventsOfPerson(tx, ctx, asked, userId, reason);
        }),
    ),
    bareRoute(
      {
        method: 'get',
        path: '/audit/verify',
        summary: 'Goes along the chain of every county and names what does not fit',
        needs: 'audit.read',
        answer: chainSchema,
      },
      async ({ ctx }) => reportAnswer(await verifyChain(deps.db, ctx.now)),
    ),
  ];
};

function raise(): never {
  throw new NotFound();
}

function reportAnswer({ checked, heads, findings }: ChainReport) {
  const range = heads.map(({ countyId, seq, hash }) => ({ countyId, seq, hash: hash.toString('hex') }));
  return { checked, range, findings };
}
