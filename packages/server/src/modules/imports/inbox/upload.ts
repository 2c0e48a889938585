import { refuse } from '../../../kernel/refusal.ts';
import type { Upload } from './store.ts';

/** As large as a file may be that is dropped or named. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** The bytes of a dropped file. Refuses `too_large`. */
export async function uploadOf(file: File): Promise<Upload> {
  if (file.size > MOST_BYTES) refuse('too_large', `「${file.name}」超过 50 MB。请分成几个文件再拖进来。`);
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
