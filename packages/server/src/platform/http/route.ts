import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Action, Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';

/** The division a request is about: `?division=`, else the caller's own. The caller may do the route's action there. */
export interface Place {
  readonly countyId: number;
  readonly divisionId: string;
  readonly code: string;
  readonly level: 'province' | 'city' | 'county' | 'township';
  readonly name: string;
}

type Shape = z.ZodType | undefined;
type Parsed<T extends Shape> = T extends z.ZodType ? z.output<T> : undefined;

interface Input<P extends Shape, Q extends Shape, B extends Shape> {
  readonly ctx: Ctx;
  readonly place: Place;
  readonly params: Parsed<P>;
  readonly query: Parsed<Q>;
  readonly body: Parsed<B>;
  /** For headers, multipart bodies and the signal of a caller who went away. */
  readonly c: Context;
}

/** What a handler of a read or a write is given: `tx` is a read-only snapshot, or the one transaction of the command. */
export interface Call<P extends Shape, Q extends Shape, B extends Shape> extends Input<P, Q, B> {
  readonly tx: Db;
}

export type Work<T> = (tx: Db, ctx: Ctx) => Promise<T>;

/** What a handler that first does something outside a transaction is given: it opens its own, as the same caller. */
export interface BareCall<P extends Shape, Q extends Shape, B extends Shape> extends Input<P, Q, B> {
  readonly read: <T>(work: Work<T>) => Promise<T>;
  readonly write: <T>(work: Work<T>) => Promise<T>;
}

/** An action the caller must be allowed at the place, or no more than being signed in with that place in scope. */
export type Needs = Action | 'signedIn';

export type WriteMethod = 'post' | 'put' | 'delete';

interface RouteShape<P extends Shape, Q extends Shape, B extends Shape> {
  /** Below `/api`, parameters in braces: `/records/{kind}/{id}`. */
  readonly path: string;
  /** One English sentence for the contract. */
  readonly summary: string;
  /** What the caller must be allowed to do at the place, else the answer is «not found». */
  readonly needs: Needs;
  readonly params?: P;
  /** Besides `division`, which every route takes. */
  readonly query?: Q;
  readonly body?: B;
}

interface JsonShape<P extends Shape, Q extends Shape, B extends Shape, A extends z.ZodType>
  extends RouteShape<P, Q, B> {
  readonly answer: A;
  readonly status?: 200 | 201;
}

interface FileShape<P extends Shape, Q extends Shape> extends RouteShape<P, Q, undefined> {
  readonly mediaType: string;
}

interface Documented {
  readonly method: 'get' | WriteMethod;
  readonly path: string;
  readonly summary: string;
  readonly needs: Needs;
  readonly params: Shape;
  readonly query: Shape;
  readonly body: Shape;
  readonly accepts: string;
  /** Schema of a JSON answer; a file answers with a Response of `mediaType` instead. */
  readonly answer: Shape;
  readonly mediaType: string;
  readonly status: 200 | 201;
}

type AnyCall = Call<Shape, Shape, Shape>;
type AnyBareCall = BareCall<Shape, Shape, Shape>;

/** A route as `apps` mounts it; made by the functions below only. */
export type ApiRoute = Documented &
  (
    | { readonly mode: 'read' | 'write'; readonly handle: (call: AnyCall) => Promise<unknown> }
    | { readonly mode: 'bare'; readonly handle: (call: AnyBareCall) => Promise<unknown> }
  );

const JSON_TYPE = 'application/json';

function documented(shape: RouteShape<Shape, Shape, Shape>, method: Documented['method']): Documented {
  const { path, summary, needs, params, query, body } = shape;
  const plain = { accepts: JSON_TYPE, answer: undefined, mediaType: JSON_TYPE, status: 200 } as const;
  return { method, path, summary, needs, params, query, body, ...plain };
}

/** A GET that answers JSON from one read-only snapshot. */
export function readRoute<A extends z.ZodType, P extends Shape = undefined, Q extends Shape = undefined>(
  shape: JsonShape<P, Q, undefined, A>,
  handler: (call: Call<P, Q, undefined>) => Promise<z.input<A>>,
): ApiRoute {
  const { answer } = shape;
  return {
    ...documented(shape, 'get'),
    answer,
    mode: 'read',
    handle: handler as (call: AnyCall) => Promise<unknown>,
  };
}

/** One command: one transaction, rolled back by any refusal. Answers JSON. */
export function writeRoute<
  A extends z.ZodType,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
>(
  shape: JsonShape<P, Q, B, A> & { readonly method?: WriteMethod },
  handler: (call: Call<P, Q, B>) => Promise<z.input<A>>,
): ApiRoute {
  const { method = 'post', status = 200, answer } = shape;
  const handle = handler as (call: AnyCall) => Promise<unknown>;
  return { ...documented(shape, method), status, answer, mode: 'write', handle };
}

/** Work that begins outside a transaction: a file is stored, a workbook read, a job runs; then `write` or `read`. */
export function bareRoute<
  A extends z.ZodType,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
>(
  shape: JsonShape<P, Q, B, A> & {
    readonly method?: WriteMethod | 'get';
    readonly accepts?: 'multipart/form-data';
  },
  handler: (call: BareCall<P, Q, B>) => Promise<z.input<A>>,
): ApiRoute {
  const { method = 'post', status = 200, answer, accepts = JSON_TYPE } = shape;
  const handle = handler as (call: AnyBareCall) => Promise<unknown>;
  return { ...documented(shape, method), status, answer, accepts, mode: 'bare', handle };
}

/** A file out; the handler answers with `fileAnswer(…)`. It reads and writes (a logged export) through its own calls. */
export function fileRoute<P extends Shape = undefined, Q extends Shape = undefined>(
  shape: FileShape<P, Q>,
  handler: (call: BareCall<P, Q, undefined>) => Promise<Response>,
): ApiRoute {
  const { mediaType } = shape;
  const handle = handler as (call: AnyBareCall) => Promise<unknown>;
  return { ...documented(shape, 'get'), mediaType, mode: 'bare', handle };
}
