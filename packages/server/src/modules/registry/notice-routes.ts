import { type Month, monthText } from '@shuangyong/values';
import {
  type ApiRoute,
  doneSchema,
  idSchema,
  listOf,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { getSetting } from '../../platform/settings/index.ts';
import { addNotice, addObjection, answerObjection, noticeDays, proveNotice, voidNotice } from './notice.ts';
import { listNotices, newEntrants } from './notice-list.ts';
import { idParams, reasonSchema } from './schemas.ts';
import { scopeOf } from './scope.ts';

const personSchema = z.object({
  personId: z.string(),
  name: z.string(),
  village: z.string().nullable(),
  category: z.string(),
});

const noticeSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    fromDay: z.string(),
    toDay: z.string(),
    days: z.number(),
    hangsAt: z.string().nullable(),
    people: listOf(personSchema),
    objections: listOf(
      z.object({
        seq: z.number(),
        text: z.string(),
        onDay: z.string(),
        outcome: z.string().nullable(),
        outcomeOn: z.string().nullable(),
      }),
    ),
    papers: z.number(),
    by: z.string(),
    voidReason: z.string().nullable(),
  })
  .openapi('PublicNotice');

const listRoute = readRoute(
  {
    path: '/notices',
    summary: 'Public notices of a year, and the new entrants no notice has named yet',
    needs: 'people.read',
    query: z.object({ year: yearSchema }),
    answer: z.object({
      days: z.number(),
      notices: listOf(noticeSchema),
      entrants: listOf(personSchema.extend({ since: z.string() })),
    }),
  },
  async ({ tx, ctx, place, query }) => {
    const scope = await scopeOf(tx, place);
    const entrants = await newEntrants(tx, scope, ctx.today);
    return {
      days: await getSetting(tx, place, noticeDays, ctx.today),
      notices: await listNotices(tx, scope, query.year),
      entrants: entrants.map((one) => ({ ...one, since: monthText(one.since as Month) })),
    };
  },
);

const addRoute = writeRoute(
  {
    path: '/notices',
    summary: 'Hangs a list of new entrants out: names, villages and categories',
    needs: 'people.write',
    body: z.object({
      title: z.string().trim().min(2, '请写题名').max(100),
      fromDay: z.string(),
      toDay: z.string(),
      hangsAt: z.string().trim().max(100).optional(),
      people: z
        .array(z.object({ personId: idSchema, category: z.string().max(40) }))
        .min(1, '请先选人')
        .max(500),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
  },
  async ({ tx, ctx, place, body }) => ({ id: await addNotice(tx, ctx, place, body) }),
);

const done = { done: true as const };

const voidRoute = writeRoute(
  {
    path: '/notices/{id}/void',
    summary: 'Takes a notice back',
    needs: 'people.write',
    params: idParams,
    body: z.object({ reason: reasonSchema }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params, body }) => {
    await voidNotice(tx, ctx, place, params.id, body.reason);
    return done;
  },
);

const paperRoute = writeRoute(
  {
    path: '/notices/{id}/paper',
    summary: 'Hangs the photo of the notice on its record',
    needs: 'people.write',
    params: idParams,
    body: z.object({ paperId: idSchema }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params, body }) => {
    await proveNotice(tx, ctx, place, params.id, body.paperId);
    return done;
  },
);

const objectRoute = writeRoute(
  {
    path: '/notices/{id}/objections',
    summary: 'Writes an objection down',
    needs: 'people.write',
    params: idParams,
    body: z.object({ text: z.string().trim().min(2, '请写异议').max(500), onDay: z.string() }),
    answer: doneSchema,
    status: 201,
  },
  async ({ tx, ctx, place, params, body }) => {
    await addObjection(tx, ctx, place, params.id, body);
    return done;
  },
);

const answerRoute = writeRoute(
  {
    path: '/notices/{id}/objections/{seq}',
    summary: 'Says what became of an objection',
    needs: 'people.write',
    params: idParams.extend({ seq: z.coerce.number().int().min(1) }),
    body: z.object({ outcome: z.string().trim().min(2, '请写处理结果').max(500) }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params, body }) => {
    await answerObjection(tx, ctx, place, params.id, { seq: params.seq, outcome: body.outcome });
    return done;
  },
);

/** 公示: lists of new entrants, what was objected, and what became of it. */
export const noticeRoutes: readonly ApiRoute[] = [
  listRoute,
  addRoute,
  voidRoute,
  paperRoute,
  objectRoute,
  answerRoute,
];
