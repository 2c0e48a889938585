import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { type FigureItem, type FigureScope, figureItems } from '../indicators/index.ts';
import { annexEntries, printedCodes } from './annex.ts';
import type { Catalogue, ReportFigures } from './figures.ts';
import { type FrozenItem, itemsBehind } from './items.ts';
import type { ReportPlace } from './queries.ts';
import type { Draft, FigureValue } from './text/index.ts';

const ITEMS_A_STATEMENT = 5000;

/** Fingerprint of a set of records: any record more, less, changed or counted otherwise gives another. */
export function setHash(items: readonly FrozenItem[]): Buffer {
  const lines = items.map((item) => `${item.kind} ${item.id} ${item.version} ${item.contribution}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest();
}

interface Frozen {
  readonly figure: FigureValue;
  readonly items: readonly FrozenItem[];
}

async function freezeFigures(db: Db, countyId: number, signingId: string, frozen: readonly Frozen[]) {
  const at = { county_id: countyId, signing_id: signingId };
  const rows = frozen.map(({ figure, items }) => ({
    ...at,
    code: figure.code,
    name: figure.name,
    value: JSON.stringify(figure.value),
    unit: figure.unit,
    record_count: figure.records,
    unevidenced: figure.unevidenced,
    set_hash: setHash(items),
  }));
  if (rows.length > 0) await db.insertInto('signing_figure').values(rows).execute();
  const all = frozen.flatMap(({ figure: { code }, items }) =>
    items.map(({ kind, id, version, contribution }) => ({
      ...{ ...at, code, record_kind: kind, record_id: id, version, contribution },
    })),
  );
  for (let start = 0; start < all.length; start += ITEMS_A_STATEMENT)
    await db
      .insertInto('signing_item')
      .values(all.slice(start, start + ITEMS_A_STATEMENT))
      .execute();
}

// The hash is of the text as the database keeps it, so that anybody can compute it again.
async function insertSigning(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  scope: FigureScope,
  id: string,
  body: string,
  paperId: string | undefined,
) {
  await db
    .insertInto('signing')
    .values({
      county_id: place.countyId,
      id,
      division_id: place.divisionId,
      year: scope.year,
      as_of: scope.asOf,
      body,
      body_hash: sql<Buffer>`sha256(convert_to((${body}::jsonb)::text, 'UTF8'))`,
      signed_at: new Date(ctx.now).toISOString(),
      signed_on: ctx.today,
      signed_by: ctx.actor.name,
      signed_by_id: ctx.actor.id,
      method: paperId ? 'paper' : 'pass_code',
      paper_id: paperId ?? null,
    })
    .execute();
}

/**
 * Freezes a summary: the text, its annex, the value of every figure it prints and the records behind each. Nothing of
 * it can be changed afterwards (append-only by grant); later differences stand beside it.
 */
export async function freezeReport(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  scope: FigureScope,
  catalogue: Catalogue,
  signed: { readonly draft: Draft; readonly own: ReportFigures; readonly paperId: string | undefined },
): Promise<string> {
  const { draft, own, paperId } = signed;
  const id = newId();
  const traced: ReadonlyMap<string, readonly FigureItem[]> = await figureItems(
    db,
    scope,
    catalogue.indicators,
  );
  const annex = annexEntries(draft, own, traced);
  await insertSigning(db, ctx, place, scope, id, JSON.stringify({ ...draft, annex }), paperId);
  const codes = printedCodes(draft);
  const items = await itemsBehind(db, scope, catalogue, codes, traced);
  const frozen = codes.flatMap((code): Frozen[] => {
    const figure = own.figures.get(code);
    return figure ? [{ figure, items: items.get(code) ?? [] }] : [];
  });
  await freezeFigures(db, place.countyId, id, frozen);
  return id;
}
