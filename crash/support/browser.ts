import { browserBefore } from '../../packages/server/src/apps/testing.ts';
import { HANDS, type Hand, PASS_CODE } from './town.ts';

/** What an answer says, as far as a test looks. */
export interface Answer {
  readonly refusals?: readonly { readonly code: string; readonly message: string }[];
  /** Of a batch, or of files in the inbox. */
  readonly batch?: string;
  readonly hash?: string;
  readonly lines?: readonly { readonly id: string; readonly state: string | null }[];
}

export interface Told {
  readonly status: number;
  readonly body: Answer;
}

/** One of the three hands at a browser of his own, signed in once: a session outlives a crash. */
export interface Browser {
  send(method: string, path: string, body?: unknown): Promise<Told>;
}

/** Signs in. */
export async function browserOf(origin: string, hand: Hand): Promise<Browser> {
  const { send } = browserBefore((path, init) => fetch(`${origin}${path}`, init));
  const { status, body } = await send('POST', '/session', { name: HANDS[hand], passCode: PASS_CODE });
  if (status !== 200) throw new Error(`${HANDS[hand]} cannot sign in: ${JSON.stringify(body)}`);
  return { send: (method, path, sent) => send<Answer>(method, path, sent) };
}

/** A request that is on its way; a connection that breaks is an answer too. */
export interface Underway {
  readonly told: Promise<Told | undefined>;
  isOver(): boolean;
}

export function underway(asked: Promise<Told>): Underway {
  let over = false;
  const told = asked
    .catch(() => undefined)
    .finally(() => {
      over = true;
    });
  return { told, isOver: () => over };
}
