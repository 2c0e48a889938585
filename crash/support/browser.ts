import { HANDS, type Hand, PASS_CODE } from './town.ts';

export interface Told {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the answer of any route, read by the test that asked.
  readonly body: any;
}

/** One of the three hands at a browser of his own, signed in once: a session outlives a crash. */
export interface Browser {
  send(method: string, path: string, body?: unknown): Promise<Told>;
}

/** Signs in. */
export async function browserOf(origin: string, hand: Hand): Promise<Browser> {
  let cookie = '';
  const send: Browser['send'] = async (method, path, body) => {
    const isForm = body instanceof FormData;
    const type: Record<string, string> = isForm ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${origin}/api${path}`, {
      method,
      headers: { cookie, 'x-shuangyong': '1', ...type },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: response.status, body: await response.json() };
  };
  const { status, body } = await send('POST', '/session', { name: HANDS[hand], passCode: PASS_CODE });
  if (status !== 200) throw new Error(`${HANDS[hand]} cannot sign in: ${JSON.stringify(body)}`);
  return { send };
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
