import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import { type ApiRoute, doneSchema, idSchema, type Place, writeRoute, z } from '../../platform/http/index.ts';
import { raise } from '../../platform/records/desk.ts';
import { findRecord } from '../../platform/records/list.ts';
import { linkParams, paperParams, rowParams } from './schemas.ts';
import { linkPaper, unlinkPaper } from './service.ts';

/** Refuses, as not found, a record the township does not have. */
export async function requireRecord(
  tx: Db,
  ctx: Ctx,
  place: Place,
  kinds: readonly KindDef[],
  kindName: string,
  id: string,
): Promise<void> {
  const kind = kinds.find((one) => one.kind === kindName) ?? raise();
  const record = await findRecord(tx, ctx.keys, kind, place.countyId, id);
  if (record?.divisionId !== place.divisionId) raise();
}

/** Hanging a paper that is there, and taking one off. */
export function linkRoutes(kinds: readonly KindDef[]): readonly ApiRoute[] {
  const hang = {
    path: '/records/{kind}/{id}/papers',
    summary: 'Hang a paper on a record',
    needs: 'papers.write',
    params: rowParams,
    body: z.object({ paperId: idSchema }),
    answer: doneSchema,
  } as const;
  const many = {
    path: '/papers/{id}/records',
    summary: 'Hang one paper on several records of a ledger',
    needs: 'papers.write',
    params: paperParams,
    body: z.object({ kind: z.string(), ids: z.array(idSchema).min(1).max(1000) }),
    answer: doneSchema,
  } as const;
  const takeOff = {
    path: '/records/{kind}/{id}/papers/{paperId}',
    summary: 'Take a paper off a record',
    needs: 'papers.write',
    method: 'delete',
    params: linkParams,
    answer: doneSchema,
  } as const;
  return [
    writeRoute(hang, async ({ tx, ctx, place, params, body }) => {
      await requireRecord(tx, ctx, place, kinds, params.kind, params.id);
      await linkPaper(tx, ctx, place, body.paperId, params.kind, params.id);
      return { done: true as const };
    }),
    writeRoute(many, async ({ tx, ctx, place, params, body }) => {
      for (const id of body.ids) {
        await requireRecord(tx, ctx, place, kinds, body.kind, id);
        await linkPaper(tx, ctx, place, params.id, body.kind, id);
      }
      return { done: true as const };
    }),
    writeRoute(takeOff, async ({ tx, ctx, place, params }) => {
      await unlinkPaper(tx, ctx, place, params.paperId, params.kind, params.id);
      return { done: true as const };
    }),
  ];
}
