import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '../../kernel/refusal.ts';

/** Refuses a path that cannot be written or is no file, before any work is done for it. Touches nothing. */
export async function requireWritable(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (path === '' || (there && !there.isFile()))
    refuse('out_not_writable', `写不了「${path}」：请写清文件名，不能是文件夹或设备。`);
  await access(there ? path : dirname(path), constants.W_OK).catch(() =>
    refuse('out_not_writable', `写不了 ${path}：请看文件夹在不在，能不能写。`),
  );
}
