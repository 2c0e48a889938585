import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PEAK = new URL('./peak.ts', import.meta.url).pathname;

/** What a bench answers: both figures in one unit, from one run on one machine. */
export interface Measured {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly baseline: number;
  readonly [more: string]: unknown;
}

/** Prints a bench's answer with its ratio and the machine: one JSON line with `--json`, else words. */
export function tell(measured: Measured): void {
  const ratio = measured.baseline === 0 ? null : round(measured.ours / measured.baseline);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
  const all = {
    ...measured,
    ours: round(measured.ours),
    baseline: round(measured.baseline),
    ratio,
    load: load(),
    machine,
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(all));
  else
    console.log(
      Object.entries(all)
        .map(([name, value]) => `${name}: ${words(value)}`)
        .join('\n'),
      '\n',
    );
}

const words = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
export const round = (value: number) => Math.round(value * 1000) / 1000;

/** A whole number given as `--name=…`; a bench's own size when absent. */
export function sizeOf(name: string, usual: number): number {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`));
  const size = given === undefined ? usual : Number(given.slice(name.length + 3));
  if (!Number.isInteger(size) || size < 1) throw new Error(`--${name}= wants a whole number`);
  return size;
}

/** How many wanted the processor when a figure was taken: others may work on the machine. */
export const load = () => round(loadavg()[0] ?? 0);

/** Seconds of one call. */
export async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A folder of this bench alone, with its own key folder, gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'shuangyong-bench-'));
  process.env.SHUANGYONG_KEYS = join(folder, 'keys');
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The most memory in MB (proportional share) that this process and every PostgreSQL started since took together. */
export async function peakMb(work: () => Promise<unknown>): Promise<number> {
  const looker = spawn(process.execPath, [PEAK, String(process.pid)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: looker.stdout })[Symbol.asyncIterator]();
  await lines.next();
  await work().finally(() => looker.stdin.end());
  return Number((await lines.next()).value);
}
