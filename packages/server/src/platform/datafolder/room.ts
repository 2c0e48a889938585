import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../kernel/refusal.ts';

const MEGABYTE = 2 ** 20;
/** What every command leaves free: with less the database can neither go on nor be started to be read. */
export const RESERVE_BYTES = 96 * MEGABYTE;

/** Free bytes of the disk on which a data folder lies, or its database where that is less. */
export async function freeBytes(dataDir: string): Promise<number> {
  const free = async (path: string) => {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  };
  // As root the cluster is a link to another disk perhaps; with an external server there is none.
  const cluster = await free(join(dataDir, 'cluster')).catch(() => Number.POSITIVE_INFINITY);
  return Math.min(cluster, await free(dataDir));
}

/** The refusal `disk_full`; undefined while there is room. */
export async function lackOfRoom(dataDir: string): Promise<Refusal | undefined> {
  const free = await freeBytes(dataDir);
  if (free >= RESERVE_BYTES) return undefined;
  const left = `只剩 ${Math.floor(free / MEGABYTE)} 兆`;
  return new Refusal(
    'disk_full',
    `数据所在的磁盘快满了（${left}），这一步没有办，原来的数据没有动，还可以查看。请先腾出空间（清空回收站、移走旧备份和不用的文件），再办一次。`,
    { freeBytes: free },
  );
}
