import {
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type RawBuilder,
  sql,
} from 'kysely';
import type pg from 'pg';

const KEPT = '/* kept */';
const LATER = '/* later */';

/**
 * Ends a short statement that is the same at every request, its values apart: each connection keeps it parsed and
 * planned. Not for lists with many filters, whose best plan depends on the values.
 */
export const kept: RawBuilder<unknown> = sql.raw(KEPT);

/**
 * Ends a statement whose result nobody waits for, kept as well: within a transaction it goes out together with the
 * next one, at the latest with the commit, which then fails as it would have.
 */
export const later: RawBuilder<unknown> = sql.raw(`${KEPT} ${LATER}`);

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Result = PostgresQueryResult<never>;
type Command = 'BEGIN' | 'INSERT' | 'COMMIT' | 'ROLLBACK';

// Texts are few: one for each kind of record and place in the code. The bound is against a mistake.
const MOST_NAMES = 200;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || !text.includes(KEPT) || names.size >= MOST_NAMES) return known;
  const name = `kept_${names.size + 1}`;
  names.set(text, name);
  return name;
}

function send(client: pg.PoolClient, { text, values }: Statement): Promise<pg.QueryResult> {
  const name = nameOf(text);
  return client.query({ ...(name === undefined ? {} : { name }), text, values: [...values] });
}

/** Sends statements in one go and answers the last one's result; fails as the first that failed. */
async function sendTogether(client: pg.PoolClient, statements: readonly Statement[]): Promise<Result> {
  const { stream } = client.connection;
  setPipeline(client, true);
  stream.cork();
  const sent = statements.map((one) => send(client, one));
  stream.uncork();
  for (const one of await Promise.allSettled(sent)) if (one.status === 'rejected') throw one.reason;
  return (await sent.at(-1)) as unknown as Result;
}

// On: a statement is sent although the one before it has not been answered. A COPY needs it off.
function setPipeline(client: pg.PoolClient, isOn: boolean): void {
  (client as { pipeline: boolean }).pipeline = isOn;
}

const done = (command: Command) => Promise.resolve({ command, rowCount: 0, rows: [] } as unknown as Result);
const isBegin = (text: string) => text === 'begin' || text.startsWith('start transaction');

function batchedClient(client: pg.PoolClient): PostgresPoolClient {
  let waiting: Statement[] = [];
  let state: 'none' | 'asked' | 'begun' = 'none';
  const go = (statement: Statement): Promise<Result> => {
    const all = [...waiting, statement];
    waiting = [];
    if (state === 'asked') state = 'begun';
    return sendTogether(client, all);
  };
  const begin = (statement: Statement) => {
    waiting = [statement];
    state = 'asked';
    return done('BEGIN');
  };
  const end = (statement: Statement) => {
    const isCommit = statement.text === 'commit';
    const isEmpty = state === 'asked' && (!isCommit || waiting.length === 1);
    if (isEmpty || !isCommit) waiting = [];
    state = 'none';
    return isEmpty ? done(isCommit ? 'COMMIT' : 'ROLLBACK') : go(statement);
  };
  const copy = async (stream: pg.Submittable) => {
    if (waiting.length > 0) await go({ text: 'select', values: [] });
    setPipeline(client, false);
    return client.query(stream);
  };
  const query = (text: string | pg.Submittable, values: readonly unknown[] = []) => {
    if (typeof text !== 'string') return copy(text);
    const statement = { text, values };
    if (isBegin(text)) return begin(statement);
    if (state !== 'none' && (text === 'commit' || text === 'rollback')) return end(statement);
    if (state === 'none' || !text.endsWith(LATER)) return go(statement);
    waiting.push(statement);
    return done('INSERT');
  };
  const release = (destroy?: boolean) => {
    [waiting, state] = [[], 'none'];
    // Whoever takes it from the pool next may read by COPY.
    setPipeline(client, false);
    client.release(destroy);
  };
  return { query: query as unknown as PostgresPoolClient['query'], release };
}

/**
 * The pool as Kysely wants it, with fewer journeys to the database: a transaction begins together with its first
 * statement, and what is marked `later` goes with the one that follows.
 */
export function batchedPool(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const batched = known.get(client) ?? batchedClient(client);
      known.set(client, batched);
      return batched;
    },
  };
}
