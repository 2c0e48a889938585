import pg from 'pg';

/** Where a server is and who asks. `host` is a folder (socket) or an address. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

export interface PoolSettings {
  readonly max: number;
  /** Role taken on by every connection after it has signed in. */
  readonly role?: string;
}

const OID = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184 } as const;
const ARRAY_OID = { text: 1009, int8: 1016, numeric: 1231, date: 1182, timestamptz: 1185 } as const;

const parseTextArray: (text: string) => unknown = pg.types.getTypeParser(ARRAY_OID.text as number, 'text');

const parsers = new Map<number, (text: string) => unknown>([
  [OID.int8, safeInteger],
  [OID.date, (text) => text],
  [OID.timestamp, (text) => text],
  [OID.timestamptz, isoInstant],
  [ARRAY_OID.int8, (text) => textArray(text).map((item) => (item === null ? null : safeInteger(item)))],
  [ARRAY_OID.numeric, textArray],
  [ARRAY_OID.date, textArray],
  [ARRAY_OID.timestamptz, (text) => textArray(text).map((item) => (item === null ? null : isoInstant(item)))],
]);

/**
 * A pool whose values come as the house keeps them: bigint as a number (an unsafe one throws, it can only be a
 * bug), numeric as text, a date as 'YYYY-MM-DD', an instant as ISO text. Days are of Asia/Shanghai.
 */
export function makePool(target: Target | string, settings: PoolSettings): pg.Pool {
  const place = typeof target === 'string' ? { connectionString: target } : target;
  const role = settings.role === undefined ? '' : ` -c role=${settings.role}`;
  const pool = new pg.Pool({
    ...place,
    max: settings.max,
    application_name: 'shuangyong',
    options: `-c timezone=Asia/Shanghai${role}`,
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 30_000,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  });
  // A connection that breaks, idle or in the middle of a command, is replaced by the next query; without listeners it
  // would end the process. Whoever used it hears of it from his query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function typeParser(oid: number, format?: string): (value: string) => unknown {
  const own = format === 'binary' ? undefined : parsers.get(oid);
  return own ?? pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} is not a safe integer`);
  return value;
}

// '2018-01-05 08:00:00.5+08' → '2018-01-05T00:00:00.500Z'
function isoInstant(text: string): string {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString();
}

function textArray(text: string): (string | null)[] {
  return parseTextArray(text) as (string | null)[];
}
