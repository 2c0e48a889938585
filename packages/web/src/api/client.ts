import createClient from 'openapi-fetch';
import { errorOf, UnreachableError } from './errors.ts';
import type { paths } from './schema.gen.ts';

/** Sent with every write; a page of another site cannot add it, so it stops forged requests. */
export const WRITE_HEADER = { 'x-shuangyong': '1' } as const;

/** Empty parts of a question stay out of the address: «no division» is not «a division without a code». */
export function querySerializer(query: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  return params.toString();
}

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin', querySerializer });

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-shuangyong', '1');
    return request;
  },
});

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of a call, or a thrown RefusedError, FaultError, NotFoundError, SignedOutError, UnreachableError. */
export async function answer<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await call.catch(() => {
    throw new UnreachableError();
  });
  if (!response.ok) throw errorOf(response.status, error);
  return data as Data;
}

/**
 * Calls a path the contract does not type yet, or one with a file body. JSON objects are encoded, FormData and
 * Blobs are sent as they are; the write header is added.
 */
export async function send<Data>(method: string, path: string, body?: unknown): Promise<Data> {
  const raw = body instanceof FormData || body instanceof Blob || body === undefined;
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { ...WRITE_HEADER, ...(raw ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
  }).catch(() => {
    throw new UnreachableError();
  });
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorOf(response.status, json);
  return json as Data;
}
