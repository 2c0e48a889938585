/** What is wrong with the machine, neither with what was asked nor with the program: told in words, not by a number. */
export interface Outage {
  readonly code: 'disk_full' | 'database_away';
  readonly message: string;
}

const DISK_FULL: Outage = {
  code: 'disk_full',
  message:
    '这台电脑的磁盘满了，这一步没有办成，原来的数据没有动。请先腾出空间（清空回收站、移走旧备份和不用的文件），再办一次。',
};

// The connection may have broken between the commit and its answer: nobody can say whether it counts.
const DATABASE_AWAY: Outage = {
  code: 'database_away',
  message:
    '数据库刚刚中断，正在自动恢复。这一步办成没有还不知道：请过半分钟刷新看一看，没有办成就再办一次，不会重复。',
};

/** ENOSPC and EDQUOT of files; disk_full of PostgreSQL. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Shut down, crashed, starting, connection broken; and of sockets: refused, gone, reset. */
const AWAY = new Set([
  ...['57P01', '57P02', '57P03', '08000', '08001', '08003', '08006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE'],
]);
/** The driver gives these no code. */
const AWAY_WORDS =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** The outage behind an error, or behind what caused it; undefined when it is none. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as { readonly code?: unknown; readonly syscall?: unknown };
  if (typeof code === 'string' && FULL.has(code)) return DISK_FULL;
  if (typeof code === 'string' && AWAY.has(code)) return DATABASE_AWAY;
  // The database listens on a socket in a folder; while it is away there is none.
  if (code === 'ENOENT' && syscall === 'connect') return DATABASE_AWAY;
  if (AWAY_WORDS.test(error.message)) return DATABASE_AWAY;
  return outageOf(error.cause);
}
