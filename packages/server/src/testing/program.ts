import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ended } from './child.ts';

/** One running `database-program.ts`. */
export interface DatabaseProgram {
  /** The next thing it tells. */
  next(): Promise<Record<string, unknown>>;
  /** Whether its database is open or why not, past what it says while it waits. */
  outcome(): Promise<Record<string, unknown>>;
  /** Lets it close properly and waits for its end. */
  finish(): Promise<void>;
  /** Kills it without a chance to clean up. */
  kill(): Promise<void>;
}

const NODE = fileURLToPath(new URL('../../../../node_modules/.bin/node', import.meta.url));
const FILE = fileURLToPath(new URL('./database-program.ts', import.meta.url));

export function startDatabaseProgram(dataDir: string, purpose: 'serve' | 'command'): DatabaseProgram {
  const child = spawn(NODE, [FILE, dataDir, purpose], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    return done ? { ended: true } : JSON.parse(value);
  };
  const outcome = async (): Promise<Record<string, unknown>> => {
    const told = await next();
    return 'said' in told ? outcome() : told;
  };
  const finish = () => {
    child.stdin.end();
    return ended(child);
  };
  const kill = () => {
    child.kill('SIGKILL');
    return ended(child);
  };
  return { next, outcome, finish, kill };
}
