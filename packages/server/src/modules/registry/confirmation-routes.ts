import {
  type ApiRoute,
  idSchema,
  listOf,
  type Place,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { getSetting } from '../../platform/settings/index.ts';
import { townshipsUnder } from '../divisions/index.ts';
import { confirmPeople } from './confirmation.ts';
import {
  CONFIRM_WAYS,
  confirmDay,
  confirmTiesPay,
  countConfirmations,
  listConfirmations,
} from './confirmation-list.ts';

const lineSchema = z
  .object({
    personId: z.string(),
    name: z.string(),
    village: z.string().nullable(),
    identity: z.string().nullable(),
    categories: listOf(z.string()),
    lastVisit: z.string().nullable(),
    held: z.string().nullable(),
    confirmation: z
      .object({
        id: z.string(),
        way: z.enum(CONFIRM_WAYS),
        onDay: z.string(),
        byName: z.string(),
        remark: z.string().nullable(),
        papers: z.number(),
      })
      .nullable(),
  })
  .openapi('ConfirmLine');

const listRoute = readRoute(
  {
    path: '/confirmations',
    summary:
      'Who must be confirmed in a year, and how each was seen; of a county the counts of its townships',
    needs: 'people.read',
    query: z.object({ year: yearSchema }),
    answer: z.object({
      until: z.string(),
      tiesPay: z.boolean(),
      places: listOf(z.object({ code: z.string(), name: z.string(), due: z.number(), done: z.number() })),
      rows: listOf(lineSchema),
    }),
  },
  async ({ tx, ctx, place, query }) => {
    const until = await confirmDay(tx, place, query.year);
    const own = { countyId: place.countyId, divisionIds: [place.divisionId] };
    return {
      until,
      tiesPay: await getSetting(tx, place, confirmTiesPay, ctx.today),
      places: await countsAt(tx, place, until),
      rows: place.level === 'township' ? await listConfirmations(tx, ctx.keys, own, until) : [],
    };
  },
);

type Tx = Parameters<typeof countConfirmations>[0];

async function countsAt(tx: Tx, place: Place, until: Parameters<typeof countConfirmations>[2]) {
  const townships = place.level === 'township' ? [] : await townshipsUnder(tx, place.code);
  if (townships.length === 0) return [];
  const asked = { countyId: place.countyId, divisionIds: townships.map(({ id }) => id) };
  const counts = new Map((await countConfirmations(tx, asked, until)).map((one) => [one.divisionId, one]));
  return townships.map(({ id, code, name }) => {
    const { due = 0, done = 0 } = counts.get(id) ?? {};
    return { code, name, due, done };
  });
}

const confirmRoute = writeRoute(
  {
    path: '/confirmations',
    summary: 'Records how one or many people were seen; who cannot be reached or is dead is not paid next',
    needs: 'people.write',
    body: z.object({
      year: yearSchema,
      way: z.enum(CONFIRM_WAYS),
      onDay: z.string(),
      personIds: z.array(idSchema).min(1, '请先选人').max(500),
      byName: z.string().trim().max(60).optional(),
      remark: z.string().trim().max(200).optional(),
      paperId: idSchema.optional(),
      death: z
        .object({ day: z.string(), source: z.string().trim().min(1, '请写谁报的').max(100) })
        .optional(),
    }),
    answer: z.object({ recorded: z.number(), unchanged: z.number(), held: z.number() }),
    status: 201,
  },
  ({ tx, ctx, place, body }) => confirmPeople(tx, ctx, place, body),
);

/** 年度确认: the list of a year and what is recorded on it. */
export const confirmationRoutes: readonly ApiRoute[] = [listRoute, confirmRoute];
