import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { GENESIS, type SealedEvent, sealHash } from './chain.ts';

const EVENT = [
  'audit_event.county_id',
  'audit_event.id',
  'audit_event.at',
  'audit_event.actor_kind',
  'audit_event.actor_id',
  'audit_event.actor_name',
  'audit_event.action',
  'audit_event.division_id',
  'audit_event.record_kind',
  'audit_event.record_id',
  'audit_event.detail',
  'audit_event.office_day',
] as const;

const BATCH = 2_000;

export interface Head {
  readonly countyId: number;
  readonly seq: number;
  readonly hash: Buffer;
}

/**
 * Gives every line without one its number and hash, county by county; call it in a transaction. One sealer works
 * at a time, another one asks in vain and answers 0. `since` narrows the search to lines written after an instant.
 */
export async function sealEvents(tx: Db, since?: string): Promise<number> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('shuangyong.seal')) as mine`.execute(tx);
  if (!rows[0]?.mine) return 0;
  let sealed = 0;
  for (;;) {
    const events = await listUnsealed(tx, since, BATCH);
    for (const countyId of new Set(events.map((event) => event.county_id)))
      await sealCounty(
        tx,
        countyId,
        events.filter((event) => event.county_id === countyId),
      );
    sealed += events.length;
    if (events.length < BATCH) return sealed;
  }
}

/** Lines not yet sealed, oldest first. With `since` it rests on audit_event_at and the unique key of audit_seal. */
export async function listUnsealed(
  db: Db,
  since: string | undefined,
  limit: number,
): Promise<readonly SealedEvent[]> {
  return db
    .selectFrom('audit_event')
    .select(EVENT)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_seal')
            .select('audit_seal.seq')
            .whereRef('audit_seal.county_id', '=', 'audit_event.county_id')
            .whereRef('audit_seal.event_id', '=', 'audit_event.id'),
        ),
      ),
    )
    .$if(since !== undefined, (query) => query.where('audit_event.at', '>=', since ?? ''))
    .orderBy('audit_event.id')
    .limit(limit)
    .execute();
}

async function sealCounty(tx: Db, countyId: number, events: readonly SealedEvent[]): Promise<void> {
  const head = await findHead(tx, countyId);
  let hash = head?.hash ?? GENESIS;
  let seq = head?.seq ?? 0;
  const seals = events.map((event) => {
    seq += 1;
    hash = sealHash(hash, seq, event);
    return { county_id: countyId, seq, event_id: event.id, hash };
  });
  await tx.insertInto('audit_seal').values(seals).execute();
}

/** The last seal of a county. A copy of it kept elsewhere proves that nothing was cut off the end. */
export async function findHead(db: Db, countyId: number): Promise<Head | undefined> {
  const row = await db
    .selectFrom('audit_seal')
    .select(['seq', 'hash'])
    .where('county_id', '=', countyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { countyId, seq: row.seq, hash: row.hash };
}

/** Seals with their lines from a number on; a seal whose line is gone has a null line. */
export async function listSealed(db: Db, countyId: number, afterSeq: number, limit: number) {
  const rows = await db
    .selectFrom('audit_seal')
    .leftJoin('audit_event', (join) =>
      join
        .onRef('audit_event.county_id', '=', 'audit_seal.county_id')
        .onRef('audit_event.id', '=', 'audit_seal.event_id'),
    )
    .select(['audit_seal.seq', 'audit_seal.event_id', 'audit_seal.hash'])
    .select(EVENT)
    .where('audit_seal.county_id', '=', countyId)
    .where('audit_seal.seq', '>', afterSeq)
    .orderBy('audit_seal.seq')
    .limit(limit)
    .execute();
  return rows.map(({ seq, event_id, hash, ...event }) => ({
    seq,
    eventId: event_id,
    hash,
    event: event.id === null ? undefined : (event as SealedEvent),
  }));
}

export async function listCounties(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ county_id: number }>`
    select county_id from audit_event union select county_id from audit_seal order by county_id`.execute(db);
  return rows.map((row) => row.county_id);
}
