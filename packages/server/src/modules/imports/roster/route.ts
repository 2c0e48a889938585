import { refuse } from '../../../kernel/refusal.ts';
import { type ApiRoute, bareRoute, listOf, z } from '../../../platform/http/index.ts';
import { compareRoster, ROSTER_KINDS, rosterPlaceOf } from '../../checks/index.ts';
import { uploadOf } from '../inbox/upload.ts';
import { rosterToCompare } from './compare.ts';

const issueSchema = z.object({
  sheet: z.string(),
  row: z.number(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  reason: z.string(),
});

const comparedSchema = z
  .object({ id: z.string(), issues: listOf(issueSchema), issueCount: z.number() })
  .openapi('RosterCompared');

/** As many bad cells as a page shows; the rest is counted. */
const MOST_ISSUES = 200;

/** 名册比对: a list of another office is dropped, read and held against the roll. */
export const rosterRoute: ApiRoute = bareRoute(
  {
    path: '/checks/rosters',
    summary:
      'Drop a list of another office (multipart): it is held against the roll; nobody is stopped by it',
    needs: 'people.write',
    accepts: 'multipart/form-data',
    query: z.object({ kind: z.enum(ROSTER_KINDS) }),
    answer: comparedSchema,
    status: 201,
  },
  async ({ c, ctx, place, write, query: { kind } }) => {
    const { file } = await c.req.parseBody();
    if (!(file instanceof File) || file.size === 0)
      return refuse('no_file', '没有收到文件。请选 xlsx 文件。');
    const { asked, issues } = await rosterToCompare(await uploadOf(file), kind, ctx.today);
    const id = await write(async (tx, own) => compareRoster(tx, own, await rosterPlaceOf(tx, place), asked));
    return { id, issues: issues.slice(0, MOST_ISSUES), issueCount: issues.length };
  },
);
