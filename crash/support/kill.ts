import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Told, underway } from './browser.ts';
import { type Office, readable } from './office.ts';
import { pauseAt } from './pause.ts';
import type { Target } from './program.ts';
import { type Life, type StepName, take } from './steps.ts';

type Counts = Readonly<Record<string, number>>;

/** When a step is killed: about to write to a table, right after it was acknowledged, or at any moment of it. */
export interface Point {
  readonly step: StepName;
  readonly at: { readonly table: string } | 'answered' | { readonly afterMs: number };
}

export const nameOf = ({ step, at }: Point): string =>
  at === 'answered' ? `${step} / answered` : 'table' in at ? `${step} / ${at.table}` : `${step} / any moment`;

export interface Killed {
  readonly point: string;
  readonly target: Target;
  /** The client saw a success before the kill. */
  readonly acknowledged: boolean;
  /** The step stands in the books afterwards. */
  readonly isThere: boolean;
}

const isSuccess = (told: Told | undefined) => told !== undefined && told.status < 300;

/** Written by the first step that needs it only: reasons that many lines share, accounts taken over from the roll. */
const SHARED = ['trace', 'pay_account'];

/** The job of a step that is one: done exactly when the step stands in the books. */
async function isJobDone(office: Office, life: Life, step: StepName): Promise<boolean | undefined> {
  const id = { open: life.commandKey, import: life.dropped }[step as string];
  if (id === undefined) return undefined;
  const { rows } = await office.beside().pool.query('select state from job where id = $1', [id]);
  return rows[0]?.state === 'done';
}

/** Tables of which a step changed the rows. */
export function changedTables(before: Counts, after: Counts): readonly string[] {
  return Object.keys(after).filter((table) => !SHARED.includes(table) && after[table] !== before[table]);
}

async function strike(office: Office, life: Life, { step, at }: Point, target: Target) {
  const pause =
    at !== 'answered' && 'table' in at ? await pauseAt(office.beside().pool, at.table) : undefined;
  const asked = underway(take(step, office.by, life));
  if (pause && !(await pause.reached(asked.isOver)))
    throw new Error(`${step} did not come to its point: ${JSON.stringify(await asked.told)}`);
  if (at === 'answered' && !isSuccess(await asked.told))
    throw new Error(`${step} refused: ${JSON.stringify(await asked.told)}`);
  if (at !== 'answered' && 'afterMs' in at) await sleep(at.afterMs);
  await office.program.kill(target);
  await pause?.release();
  return asked.told;
}

/**
 * Kills at a point, lets the program come back, and looks: an acknowledged step is there, an unacknowledged one is
 * there whole or not at all, the books prove themselves, and whoever asked was told something he understands.
 */
export async function killAt(
  office: Office,
  life: Life,
  point: Point,
  target: Target,
  whole: readonly string[],
): Promise<Killed> {
  const before = await office.beside().counts();
  const told = await strike(office, life, point, target);
  await office.comeBack(target);
  if (target === 'database') {
    expect(office.program.isRunning(), 'the server lives on when its database is killed').toBe(true);
    if (told && !isSuccess(told)) readable(told);
  }
  const changed = changedTables(before, await office.beside().counts());
  const acknowledged = isSuccess(told);
  if (changed.length > 0 || acknowledged) expect(changed, nameOf(point)).toEqual(whole);
  const isDone = await isJobDone(office, life, point.step);
  if (isDone !== undefined) expect(isDone, `${nameOf(point)}: its job`).toBe(changed.length > 0);
  const { findings } = await office.beside().verify();
  expect(findings, `${nameOf(point)}, ${target}`).toEqual([]);
  return { point: nameOf(point), target, acknowledged, isThere: changed.length > 0 };
}

/** The same request once more after the step stands: told so, and nothing is written twice. */
export async function repeat(office: Office, life: Life, step: StepName): Promise<void> {
  const before = await office.beside().counts();
  const told = await take(step, office.by, life);
  if (!isSuccess(told)) readable(told);
  expect(changedTables(before, await office.beside().counts()), `${step} again`).toEqual([]);
}
