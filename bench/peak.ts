// node peak.ts PID: until its input ends, looks how much memory (proportional share) that process and the PostgreSQL
// processes started since take together; then prints the most, in MB. A process of its own, so that looking takes
// nothing from what is timed.
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 300;
const [pid = ''] = process.argv.slice(2);

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const residentKb = (one: string) =>
  Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0);

const processes = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name));
const others = new Set(processes());
const found = new Map<string, boolean>();

function isNewDatabase(one: string): boolean {
  const known = found.get(one) ?? read(`/proc/${one}/comm`).startsWith('postgres');
  found.set(one, known);
  return known;
}

let peak = 0;
function look(): void {
  const own = processes().filter((one) => !others.has(one) && isNewDatabase(one));
  const sum = [pid, ...own].reduce((total, one) => total + residentKb(one), 0);
  peak = Math.max(peak, sum);
}

const timer = setInterval(look, EVERY_MS);
look();
process.stdout.write('ready\n');
process.stdin.resume().on('end', () => {
  clearInterval(timer);
  look();
  process.stdout.write(`${Math.round(peak / 1024)}\n`);
});
