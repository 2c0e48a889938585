import type pg from 'pg';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { APP_ROLE } from './credentials.ts';
import type { Database } from './open.ts';
import { makePool } from './pool.ts';

const OLDEST = 150000;
const EXTENSIONS = ['btree_gist', 'pg_trgm'] as const;

interface Facts {
  readonly version: number;
  readonly encoding: string;
  readonly database: string;
  readonly me: string;
  readonly can_create: boolean;
  readonly can_make_roles: boolean;
  readonly has_role: boolean;
  readonly may_take_role: boolean;
  readonly extensions: readonly string[];
}

/** Opens a database on a server that somebody else runs. */
export async function openExternal(url: string, say: (sentence: string) => void): Promise<Database> {
  const ownerPool = makePool(url, { max: 3 });
  try {
    const facts = await checkExternal(ownerPool);
    const role = await externalAppRole(ownerPool, facts);
    if (!role)
      say(
        `提示：服务器没有给应用单独的角色，只增不改的表只靠程序自律。管理员可执行：\n${roleStatements(facts)}`,
      );
    const pool = makePool(url, role ? { max: 10, role } : { max: 10 });
    const close = async () => {
      await Promise.all([pool.end(), ownerPool.end()]);
    };
    return { ownerPool, pool, origin: 'external', hasOwnRole: role !== undefined, close };
  } catch (error) {
    await ownerPool.end();
    throw asRefusal(error);
  }
}

/**
 * Looks whether a server that we did not make will do: PostgreSQL 15 or later, UTF-8, trigrams that see Chinese,
 * the two extensions. Refuses with the statements that its administrator can run.
 */
async function checkExternal(owner: pg.Pool): Promise<Facts> {
  const facts = await readFacts(owner);
  if (facts.version < OLDEST) {
    refuse('database_too_old', `DATABASE_URL 指向的 PostgreSQL 版本太旧（${facts.version}），要 15 或更新。`);
  }
  if (facts.encoding !== 'UTF8')
    refuse('database_encoding', recreate(facts, `编码是 ${facts.encoding}，要 UTF8`));
  await ensureExtensions(owner, facts);
  const { rows } = await owner.query<{ seen: number }>(`select cardinality(show_trgm('双拥台账')) as seen`);
  if (!rows[0]?.seen)
    refuse('database_ctype', recreate(facts, '字符分类（LC_CTYPE）不认汉字，按姓名查找会失灵'));
  return facts;
}

/**
 * The role the application takes on there, made if we may. Undefined when that server lets us neither make nor
 * take it: then the application works as the owner, and append-only tables are only so by our own discipline.
 */
async function externalAppRole(owner: pg.Pool, facts: Facts): Promise<string | undefined> {
  if (facts.may_take_role) return APP_ROLE;
  if (!facts.can_make_roles) return undefined;
  if (!facts.has_role) await owner.query(`create role ${APP_ROLE} nologin`);
  try {
    await owner.query(`grant ${APP_ROLE} to current_user`);
    return APP_ROLE;
  } catch {
    return undefined;
  }
}

/** What the administrator may run so that the application gets a role of its own. */
function roleStatements(facts: Facts): string {
  return `CREATE ROLE ${APP_ROLE} NOLOGIN;\nGRANT ${APP_ROLE} TO "${facts.me}";`;
}

async function readFacts(owner: pg.Pool): Promise<Facts> {
  const { rows } = await owner.query<Facts>(
    `select current_setting('server_version_num')::int                     as version,
            current_setting('server_encoding')                             as encoding,
            current_database()                                             as database,
            current_user                                                   as me,
            has_database_privilege(current_database(), 'create')           as can_create,
            (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as can_make_roles,
            exists (select from pg_roles where rolname = $1)               as has_role,
            exists (select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')
                    and not (select rolsuper from pg_roles where rolname = current_user))
                                                                           as may_take_role,
            array(select extname::text from pg_extension)                  as extensions`,
    [APP_ROLE],
  );
  return rows[0] ?? refuse('database_unreachable', 'DATABASE_URL 指向的服务器没有回答。');
}

async function ensureExtensions(owner: pg.Pool, facts: Facts): Promise<void> {
  for (const name of EXTENSIONS.filter((extension) => !facts.extensions.includes(extension))) {
    try {
      await owner.query(`create extension if not exists ${name}`);
    } catch {
      const statements = EXTENSIONS.map((extension) => `CREATE EXTENSION IF NOT EXISTS ${extension};`).join(
        '\n',
      );
      refuse(
        'database_extensions',
        `数据库 ${facts.database} 缺少扩展 ${name}，用户 ${facts.me} 无权添加。请管理员在该库执行：\n${statements}\n或：GRANT CREATE ON DATABASE "${facts.database}" TO "${facts.me}";`,
      );
    }
  }
}

function recreate(facts: Facts, why: string): string {
  return `数据库 ${facts.database} 不能用：${why}。请管理员另建一个：\nCREATE DATABASE shuangyong OWNER "${facts.me}" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';`;
}

// The address holds a password, so neither it nor the driver's own words are shown.
function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    ECONNREFUSED: '没有服务器在听',
    ENOTFOUND: '主机名不对',
    ETIMEDOUT: '连不上',
    '28P01': '用户名或口令不对',
    '28000': '服务器不许这个用户登录',
    '3D000': '没有这个数据库',
  };
  const reason = reasons[code];
  return reason
    ? new Refusal('database_unreachable', `不能连接 DATABASE_URL 指向的服务器：${reason}。`)
    : error;
}
