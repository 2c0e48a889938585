// A thin server: the same statements, without sign-in, scope, log of looks or checks. Entering writes one log row.
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { shanghaiDay } from '@shuangyong/values';
import { Kysely, PostgresDialect } from 'kysely';
import type { Db } from '../packages/server/src/kernel/db.ts';
import { newId } from '../packages/server/src/kernel/ids.ts';
import { aidTimeline, lastVisit, visitTimeline } from '../packages/server/src/modules/care/index.ts';
import { paidThrough, paymentTimeline } from '../packages/server/src/modules/disbursement/index.ts';
import { findDivision } from '../packages/server/src/modules/divisions/index.ts';
import {
  findPerson,
  listPeople,
  openHolds,
  type PeopleQuery,
  positionOf,
  registryTimeline,
  waitingChanges,
} from '../packages/server/src/modules/registry/index.ts';
import { benefitTimeline } from '../packages/server/src/modules/support/index.ts';
import { openInstallation } from '../packages/server/src/platform/installation/index.ts';

const [data = '', port = '0', code = ''] = process.argv.slice(2);
const { pool, keys, close } = await openInstallation({ dataDir: data, purpose: 'command' });
// Plainly: one statement, one journey to the database.
const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
const division = await findDivision(db, code);
if (!division) throw new Error(`no township ${code}`);
const place = { countyId: division.countyId, divisionIds: [division.id] };
const columns = { paidThrough, lastVisit };
const timelines = [...registryTimeline, paymentTimeline, visitTimeline, aidTimeline, benefitTimeline];
const TODAY = shanghaiDay(Date.now());

async function people(url: URL): Promise<unknown> {
  const q = url.searchParams.get('q') ?? undefined;
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const query: PeopleQuery = {
    ...place,
    asOf: TODAY,
    tab: 'all',
    q,
    offset,
    limit: Number(url.searchParams.get('limit')),
  };
  return listPeople(db, keys, query, columns);
}

const OWNER = { kind: 'operator', id: 'operator', name: '本机' } as const;

async function person(id: string): Promise<unknown> {
  const card = await findPerson(db, keys, place, id, TODAY);
  const parts = await Promise.all(timelines.map((source) => source(db, { ...place, personIds: [id] })));
  const query = {
    ...place,
    divisionId: place.divisionIds[0] ?? '',
    asOf: TODAY,
    tab: 'all' as const,
    offset: 0,
    limit: 1,
  };
  const listed = await positionOf(db, keys, query, columns, id);
  const [holds, waiting] = [
    await openHolds(db, place.countyId, [id]),
    await waitingChanges(db, { keys, actor: OWNER }, { ...place, personIds: [id] }),
  ];
  return { ...card, ...listed, holds, waiting, timeline: parts.flat() };
}

async function create(call: IncomingMessage): Promise<unknown> {
  const { cells } = JSON.parse(await text(call)) as { cells: Record<string, unknown> };
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('fund_entry')
      .values({
        ...{
          county_id: place.countyId,
          id,
          division_id: division?.id ?? '',
          row_key: Buffer.from(id),
          origin: 'screen',
        },
        ...{
          entered_on: String(cells.entered_on),
          entry_type: String(cells.entry_type),
          purpose: String(cells.purpose),
        },
        ...{
          amount_fen: Number(cells.amount_fen),
          recorded_at: new Date().toISOString(),
          recorded_by: '练习',
        },
      })
      .execute();
    await tx
      .insertInto('audit_event')
      .values({
        ...{
          county_id: place.countyId,
          id: newId(),
          at: new Date().toISOString(),
          actor_kind: 'user',
          actor_id: 'thin',
        },
        ...{ actor_name: '练习', action: 'record.create', office_day: TODAY },
      })
      .execute();
  });
  return { id, cells };
}

const server = createServer(async (call, answer) => {
  const url = new URL(call.url ?? '/', 'http://localhost');
  const id = /^\/api\/people\/(.+)$/.exec(url.pathname)?.[1];
  const body =
    call.method === 'POST'
      ? await create(call)
      : id
        ? await person(id)
        : url.pathname === '/api/people'
          ? await people(url)
          : {};
  answer.setHeader('content-type', 'application/json').end(JSON.stringify(body));
});
server.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => void close().then(() => process.exit(0)));
});
