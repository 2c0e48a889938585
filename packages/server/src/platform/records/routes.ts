import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { Cells, KindDef } from '../contract/kind.ts';
import {
  type ApiRoute,
  bareRoute,
  doneSchema,
  idSchema,
  type Place,
  pageQuery,
  readRoute,
  writeRoute,
  z,
} from '../http/index.ts';
import { acceptCells } from './accept.ts';
import { unwireCells, wireCells } from './codec.ts';
import { historyOf } from './history.ts';
import { findRecord, type ListedRecord, listRecords } from './list.ts';
import { changeRecord, insertRecord, restoreRecord, voidRecord } from './write.ts';

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const cellsSchema = z.record(z.string(), cellSchema);
const sourceSchema = z.object({ file: z.string().nullable(), sheet: z.string(), row: z.number() }).nullable();

const rowSchema = z
  .object({
    id: z.string(),
    cells: cellsSchema,
    papers: z.number(),
    evidenced: z.boolean(),
    source: sourceSchema,
    version: z.number(),
    personId: z.string().nullable(),
    personLink: z.string().nullable(),
  })
  .openapi('LedgerRow');

const historySchema = z.array(
  z.object({
    version: z.number(),
    cells: cellsSchema,
    recordedAt: z.string(),
    recordedBy: z.string(),
    supersededAt: z.string(),
    supersededBy: z.string(),
    reason: z.string().nullable(),
  }),
);

const effectsSchema = z.object({
  figures: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      unit: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  signedReports: z.array(z.object({ year: z.number(), signedOn: z.string() })),
});
export type Effects = z.output<typeof effectsSchema>;

/** What the house adds to a plain change of a record: its log line, the person it touches, changes that wait. */
export interface RecordHooks {
  readonly kinds: readonly KindDef[];
  readonly log: (
    tx: Db,
    ctx: Ctx,
    place: Place,
    action: string,
    kind: string,
    id: string,
    fields: readonly string[],
  ) => Promise<void>;
  /** Called after a record was entered, changed, voided or restored: links persons, refreshes what is derived. */
  readonly settled: (tx: Db, ctx: Ctx, place: Place, kind: KindDef, id: string) => Promise<void>;
  /** A kind whose corrections may wait for a second person (the roll). */
  readonly correct?: (
    tx: Db,
    ctx: Ctx,
    place: Place,
    kind: KindDef,
    ask: Correction,
  ) => Promise<{ changeId: string | null } | undefined>;
  /** Figures and signed reports a change would touch: the change is made, measured and rolled back. */
  readonly effects: (
    place: Place,
    change: (tx: Db, ctx: Ctx) => Promise<void>,
    ctx: Ctx,
    at: { readonly kind: string; readonly id: string },
  ) => Promise<Effects>;
}

export interface Correction {
  readonly id: string;
  readonly version: number;
  readonly cells: Cells;
  readonly reason: string;
  readonly paperId?: string | undefined;
}

const kindParams = z.object({ kind: z.string() });
const rowParams = z.object({ kind: z.string(), id: idSchema });
const reasonSchema = z.string().trim().min(2, '请写理由').max(500);

const listQuery = pageQuery.extend({
  q: z.string().max(100).optional(),
  village: z.string().max(100).optional(),
  from: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  to: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  evidenced: z.enum(['yes', 'no']).optional(),
  sort: z.string().max(40).optional(),
  desc: z.enum(['yes', 'no']).optional(),
});

const correctionSchema = z.object({
  version: z.number().int(),
  cells: cellsSchema,
  reason: reasonSchema,
  paperId: idSchema.optional(),
});

function raise(): never {
  throw new NotFound();
}

async function townshipsOf(tx: Db, place: Place): Promise<string[]> {
  if (place.level === 'township') return [place.divisionId];
  const { rows } = await sql<{ id: string }>`select id from division
    where county_id = ${place.countyId} and level = 'township'`.execute(tx);
  return rows.map((row) => row.id);
}

function toWire(kind: KindDef, row: ListedRecord) {
  const { divisionId: _division, ...rest } = row;
  return { ...rest, cells: wireCells(kind, row.cells) };
}

/** A village by its name becomes its id; refuses a village the township does not have. */
async function resolveVillage(tx: Db, place: Place, kind: KindDef, cells: Cells): Promise<Cells> {
  const name = cells.village_id;
  if (!kind.columns.some((column) => column.type === 'village') || typeof name !== 'string') return cells;
  const { rows } = await sql<{ id: string }>`select id from village where county_id = ${place.countyId}
    and division_id = ${place.divisionId} and name = ${name} and voided_at is null`.execute(tx);
  const village = rows[0] ?? refuse('village_unknown', `没有「${name}」这个村(社区)，请从列表中选。`);
  return { ...cells, village_id: village.id };
}

/** The routes every ledger shares: list, one record, enter, correct (effects first), void, restore. */
export function recordRoutes(hooks: RecordHooks): readonly ApiRoute[] {
  const kindOf = (name: string) => hooks.kinds.find((kind) => kind.kind === name) ?? raise();

  async function own(tx: Db, ctx: Ctx, place: Place, kind: KindDef, id: string): Promise<ListedRecord> {
    const row = await findRecord(tx, ctx.keys, kind, place.countyId, id);
    return row && (await townshipsOf(tx, place)).includes(row.divisionId) ? row : raise();
  }

  async function accepted(
    tx: Db,
    place: Place,
    kind: KindDef,
    cells: Cells,
    partial: boolean,
  ): Promise<Cells> {
    return resolveVillage(tx, place, kind, acceptCells(kind, unwireCells(kind, cells), partial));
  }

  async function correct(tx: Db, ctx: Ctx, place: Place, kind: KindDef, ask: Correction) {
    const waiting = await hooks.correct?.(tx, ctx, place, kind, ask);
    if (waiting) return waiting.changeId;
    const at = { countyId: place.countyId, id: ask.id };
    await changeRecord(tx, ctx, kind, at, ask.version, ask.cells, ask);
    await hooks.settled(tx, ctx, place, kind, ask.id);
    await hooks.log(tx, ctx, place, 'record.correct', kind.kind, ask.id, Object.keys(ask.cells));
    return null;
  }

  return [
    readRoute(
      {
        path: '/records/{kind}',
        summary: 'One page of a ledger',
        needs: 'records.read',
        params: kindParams,
        query: listQuery,
        answer: z.object({
          total: z.number(),
          evidenced: z.number(),
          sums: z.record(z.string(), z.number()),
          rows: z.array(rowSchema),
        }),
      },
      async ({ tx, ctx, place, params, query }) => {
        const kind = kindOf(params.kind);
        const narrowed = {
          ...query,
          countyId: place.countyId,
          divisionIds: await townshipsOf(tx, place),
          evidenced: query.evidenced && query.evidenced === 'yes',
          desc: query.desc === 'yes',
        };
        const list = await listRecords(tx, ctx.keys, kind, narrowed);
        return { ...list, rows: list.rows.map((row) => toWire(kind, row)) };
      },
    ),
    readRoute(
      {
        path: '/records/{kind}/{id}',
        summary: 'One record with its history',
        needs: 'records.read',
        params: rowParams,
        answer: rowSchema.extend({
          history: historySchema,
          notes: z.record(z.string(), z.string()),
          evidenceRef: z.string().nullable(),
          voided: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
        }),
      },
      async ({ tx, ctx, place, params }) => {
        const kind = kindOf(params.kind);
        const row = await own(tx, ctx, place, kind, params.id);
        return { ...toWire(kind, row), ...(await historyOf(tx, ctx.keys, kind, place.countyId, params.id)) };
      },
    ),
    writeRoute(
      {
        path: '/records/{kind}',
        summary: 'Enter a record',
        needs: 'records.write',
        params: kindParams,
        body: z.object({ cells: cellsSchema }),
        answer: rowSchema,
        status: 201,
      },
      async ({ tx, ctx, place, params, body }) => {
        const kind = kindOf(params.kind);
        if (place.level !== 'township') refuse('not_a_township', '请先选一个乡镇再录入。');
        const cells = await accepted(tx, place, kind, body.cells, false);
        const id = await insertRecord(tx, ctx, kind, place, cells);
        await hooks.settled(tx, ctx, place, kind, id);
        await hooks.log(tx, ctx, place, 'record.create', kind.kind, id, []);
        return toWire(kind, await own(tx, ctx, place, kind, id));
      },
    ),
    bareRoute(
      {
        path: '/records/{kind}/{id}/effects',
        summary: 'What a correction would change, before it is made',
        needs: 'records.write',
        params: rowParams,
        body: z.object({ cells: cellsSchema }),
        answer: effectsSchema,
      },
      async ({ read, ctx, place, params, body }) => {
        const kind = kindOf(params.kind);
        const { row, cells } = await read(async (tx) => ({
          row: await own(tx, ctx, place, kind, params.id),
          cells: await accepted(tx, place, kind, body.cells, true),
        }));
        const at = { countyId: place.countyId, id: params.id };
        const change = async (tx: Db, inner: Ctx) => {
          await changeRecord(tx, inner, kind, at, row.version, cells, { reason: '试算' });
          await hooks.settled(tx, inner, place, kind, params.id);
        };
        return hooks.effects(place, change, ctx, { kind: kind.kind, id: params.id });
      },
    ),
    writeRoute(
      {
        path: '/records/{kind}/{id}/correct',
        summary: 'Correct a record; the old row is kept',
        needs: 'records.write',
        params: rowParams,
        body: correctionSchema,
        answer: z.object({ row: rowSchema, waiting: z.string().nullable() }),
      },
      async ({ tx, ctx, place, params, body }) => {
        const kind = kindOf(params.kind);
        await own(tx, ctx, place, kind, params.id);
        const cells = await accepted(tx, place, kind, body.cells, true);
        const waiting = await correct(tx, ctx, place, kind, { ...body, id: params.id, cells });
        return { row: toWire(kind, await own(tx, ctx, place, kind, params.id)), waiting };
      },
    ),
    writeRoute(
      {
        path: '/records/{kind}/{id}/void',
        summary: 'Take a record out of every figure; nothing is deleted',
        needs: 'records.write',
        params: rowParams,
        body: z.object({ version: z.number().int(), reason: reasonSchema }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params, body }) => {
        const kind = kindOf(params.kind);
        await own(tx, ctx, place, kind, params.id);
        const at = { countyId: place.countyId, id: params.id };
        await voidRecord(tx, ctx, kind, at, body.version, body.reason);
        await hooks.settled(tx, ctx, place, kind, params.id);
        await hooks.log(tx, ctx, place, 'record.void', kind.kind, params.id, []);
        return { done: true as const };
      },
    ),
    writeRoute(
      {
        path: '/records/{kind}/{id}/restore',
        summary: 'Put a void record back',
        needs: 'records.write',
        params: rowParams,
        body: z.object({ reason: reasonSchema }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params }) => {
        const kind = kindOf(params.kind);
        await own(tx, ctx, place, kind, params.id);
        await restoreRecord(tx, kind, { countyId: place.countyId, id: params.id });
        await hooks.settled(tx, ctx, place, kind, params.id);
        await hooks.log(tx, ctx, place, 'record.restore', kind.kind, params.id, []);
        return { done: true as const };
      },
    ),
  ];
}
