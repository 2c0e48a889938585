import { createHash } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { type FigureScope, type TracedRecord, traceFigure } from '../indicators/index.ts';
import type { Catalogue } from './figures.ts';
import { noteRecords, noteRows } from './notes.ts';
import type { ReportPlace } from './queries.ts';
import { type Draft, type Figures, type FigureValue, figuresOf, isPrinted } from './text/index.ts';

export interface FrozenItem {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly contribution: string;
}

const ITEMS_A_STATEMENT = 5000;

function itemOf(record: TracedRecord): FrozenItem {
  const below = record.denominator === undefined ? '' : `/${record.denominator}`;
  return {
    kind: record.kind,
    id: record.id,
    version: record.version,
    contribution: `${record.contribution}${below}`,
  };
}

/** Fingerprint of a set of records: any record more, less, changed or counted otherwise gives another. */
export function setHash(items: readonly FrozenItem[]): Buffer {
  const lines = items.map((item) => `${item.kind} ${item.id} ${item.version} ${item.contribution}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest();
}

async function itemsBehind(
  db: Db,
  scope: FigureScope,
  catalogue: Catalogue,
  code: string,
): Promise<FrozenItem[]> {
  const note = noteRows(code, scope, catalogue.kinds);
  if (note) {
    const records = await noteRecords(db, note, 0, 1_000_000);
    return records.map(({ kind, id }) => ({ kind, id, version: 0, contribution: '1' }));
  }
  if (code.startsWith('X.')) return [];
  return (await traceFigure(db, scope, catalogue.indicators, code)).records.map(itemOf);
}

async function freezeFigure(
  db: Db,
  place: ReportPlace,
  signingId: string,
  figure: FigureValue,
  items: readonly FrozenItem[],
) {
  await db
    .insertInto('signing_figure')
    .values({
      county_id: place.countyId,
      signing_id: signingId,
      code: figure.code,
      name: figure.name,
      value: JSON.stringify(figure.value),
      unit: figure.unit,
      record_count: figure.records,
      unevidenced: figure.unevidenced,
      set_hash: setHash(items),
    })
    .execute();
  for (let at = 0; at < items.length; at += ITEMS_A_STATEMENT)
    await db
      .insertInto('signing_item')
      .values(
        items.slice(at, at + ITEMS_A_STATEMENT).map((item) => ({
          county_id: place.countyId,
          signing_id: signingId,
          code: figure.code,
          record_kind: item.kind,
          record_id: item.id,
          version: item.version,
          contribution: item.contribution,
        })),
      )
      .execute();
}

/**
 * Freezes a summary: the text, the value of every figure it prints and the records behind each. Nothing of it can
 * be changed afterwards (append-only by grant); later differences stand beside it.
 */
export async function freezeReport(
  db: Db,
  ctx: Ctx,
  place: ReportPlace,
  scope: FigureScope,
  catalogue: Catalogue,
  signed: { draft: Draft; figures: Figures; paperId?: string | undefined },
): Promise<string> {
  const id = newId();
  const body = JSON.stringify(signed.draft);
  await db
    .insertInto('signing')
    .values({
      county_id: place.countyId,
      id,
      division_id: place.divisionId,
      year: scope.year,
      as_of: scope.asOf,
      body,
      body_hash: createHash('sha256').update(body).digest(),
      signed_at: new Date(ctx.now).toISOString(),
      signed_on: ctx.today,
      signed_by: ctx.actor.name,
      signed_by_id: ctx.actor.id,
      method: signed.paperId ? 'paper' : 'pass_code',
      paper_id: signed.paperId ?? null,
    })
    .execute();
  const printed = figuresOf(signed.draft).filter(({ sentence }) => isPrinted(sentence));
  for (const code of new Set(printed.map(({ run }) => run.code))) {
    const figure = signed.figures.get(code);
    if (figure) await freezeFigure(db, place, id, figure, await itemsBehind(db, scope, catalogue, code));
  }
  return id;
}
