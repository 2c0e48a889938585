import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { assert } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  divisionCodeSchema,
  faultSchema,
  type Place,
  parseInput,
  refusalsSchema,
  SignInNeeded,
  type Work,
  z,
} from '../../platform/http/index.ts';
import { contextOf, type Runtime, runCommand, runQuery } from '../command.ts';
import { findPlace } from '../places.ts';
import type { Visitor } from '../visitor.ts';

/** What the middleware leaves for the routes. */
export interface Env {
  Variables: { visitor: Visitor | undefined; token: string | undefined; errorNumber: string | undefined };
}

export type App = OpenAPIHono<Env>;

const divisionQuery = z.object({ division: divisionCodeSchema.optional() });
const REFUSED = {
  400: json(refusalsSchema, 'Refused, with reasons in Chinese'),
  401: json(refusalsSchema, 'Nobody is signed in'),
  404: json(refusalsSchema, 'Not found, or out of scope'),
  500: json(faultSchema, 'A bug; nothing was changed'),
  503: json(refusalsSchema, 'The disk is full or the database away; what to do, in Chinese'),
};

/** Hangs a module's route on the application: documented, parsed, allowed, run, answered. */
export function mountRoute(app: App, runtime: Runtime, route: ApiRoute): void {
  document(app, route);
  const path = `/api${route.path.replace(/\{(\w+)\}/g, ':$1')}`;
  app.on(route.method.toUpperCase(), path, async (c) => {
    const answer = await run(runtime, route, c);
    if (answer instanceof Response) return answer;
    assert(route.answer, `${route.path} answers with a Response`);
    // A wrong shape is a bug of ours, found by tests; users are not made to wait for the check.
    if (process.env.VITEST) route.answer.parse(answer);
    return jsonAnswer(c, answer, route.status);
  });
}

// Its length is stated, so that short answers are sent as they are: squeezing them takes longer than sending.
function jsonAnswer(c: Context<Env>, answer: unknown, status: 200 | 201): Response {
  const text = JSON.stringify(answer);
  const length = String(Buffer.byteLength(text));
  return c.body(text, status, { 'content-type': 'application/json', 'content-length': length });
}

export function signedIn(c: Context<Env>): Visitor {
  const visitor = c.get('visitor');
  if (!visitor) throw new SignInNeeded();
  return visitor;
}

async function run(runtime: Runtime, route: ApiRoute, c: Context<Env>): Promise<unknown> {
  const visitor = signedIn(c);
  const { division } = divisionQuery.parse(parseInput(divisionQuery, c.req.query()));
  const place = (tx: Parameters<Work<Place>>[0]) => findPlace(tx, visitor, division, route.needs);
  const { caller } = visitor;
  if (route.mode === 'bare') {
    const at = await runQuery(runtime, caller, place);
    const read = <T>(work: Work<T>) => runQuery(runtime, caller, work);
    const write = <T>(work: Work<T>) => runCommand(runtime, caller, work);
    return route.handle({
      ...(await inputOf(route, c)),
      ctx: contextOf(runtime, caller),
      place: at,
      c,
      read,
      write,
    });
  }
  const input = await inputOf(route, c);
  const runIt = route.mode === 'read' ? runQuery : runCommand;
  return runIt(runtime, caller, async (tx, ctx) =>
    route.handle({ ...input, tx, ctx, place: await place(tx), c }),
  );
}

async function inputOf({ params, query, body }: ApiRoute, c: Context) {
  return {
    params: params && parseInput(params, c.req.param()),
    query: query && parseInput(query, c.req.query()),
    body: body && parseInput(body, await c.req.json().catch(() => undefined)),
  };
}

function json(schema: z.ZodType, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

function document(app: App, route: ApiRoute): void {
  const { params, query, body, accepts, answer, mediaType, status } = route;
  const isUpload = accepts !== 'application/json';
  const sent = isUpload ? z.looseObject({}) : body;
  app.openAPIRegistry.registerPath({
    method: route.method,
    path: `/api${route.path}`,
    summary: route.summary,
    request: {
      ...(params ? { params: params as z.ZodObject } : {}),
      query: (query ? divisionQuery.extend((query as z.ZodObject).shape) : divisionQuery) as z.ZodObject,
      ...(sent ? { body: { content: { [accepts]: { schema: sent } }, required: true } } : {}),
    },
    responses: {
      [status]: answer
        ? json(answer, 'Done')
        : {
            description: 'A file',
            content: { [mediaType]: { schema: z.string().openapi({ format: 'binary' }) } },
          },
      ...REFUSED,
    },
  });
}
