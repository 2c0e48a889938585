import { createHash } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../kernel/refusal.ts';

/** What of a data folder is held: the database itself, the turn of a command, the making of the folder. */
export type HoldPurpose = 'database' | 'command' | 'create';

export interface Hold {
  release(): Promise<void>;
}

interface Waiting {
  readonly timeoutMs?: number;
  /** Called once, when it is clear that somebody else has it. */
  readonly onWait?: () => void;
}

/**
 * Takes hold of a folder for this process, or answers undefined while another process has it. The operating
 * system gives the hold back when the process ends, however it ends: a name is held, not a file.
 */
export function tryHold(folder: string, purpose: HoldPurpose): Promise<Hold | undefined> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(holdName(folder, purpose), () => resolve({ release: () => closed(server) }));
  });
}

/** Takes hold of a folder, waiting for whoever has it. Refuses `data_folder_busy` when the time is over. */
export async function takeHold(folder: string, purpose: HoldPurpose, waiting: Waiting = {}): Promise<Hold> {
  const end = Date.now() + (waiting.timeoutMs ?? 600_000);
  for (let told = false; ; told = true) {
    const hold = await tryHold(folder, purpose);
    if (hold) return hold;
    if (!told) waiting.onWait?.();
    if (Date.now() > end) refuse('data_folder_busy', '数据文件夹一直被另一个命令占用，请等它结束后再试。');
    await sleep(60);
  }
}

// The folder is named by its place on the disk, so that two spellings of one path are one folder.
function holdName(folder: string, purpose: HoldPurpose): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  const identity = process.platform === 'win32' ? realpathSync(folder).toLowerCase() : `${dev}:${ino}`;
  const name = `shuangyong-${createHash('sha256').update(identity).digest('hex').slice(0, 32)}-${purpose}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
