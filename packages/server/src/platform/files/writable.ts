import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '../../kernel/refusal.ts';

/** Refuses a path that cannot be written, before any work is done for it. Touches nothing. */
export async function requireWritable(path: string): Promise<void> {
  const known = await access(path).then(
    () => path,
    () => dirname(path),
  );
  await access(known, constants.W_OK).catch(() =>
    refuse('out_not_writable', `写不了 ${path}：请看文件夹在不在，能不能写。`),
  );
}
