import { randomInt } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import { outageOf } from './outage.ts';

/** Nobody is signed in, or the session has ended. */
export class SignInNeeded extends Error {
  readonly code = 'sign_in';
  constructor() {
    super('请先登录。');
  }
}

/** The request itself has the wrong shape: every fault with the field it concerns. */
export class WrongShape extends Error {
  readonly refusals: readonly { readonly code: string; readonly message: string }[];
  constructor(error: z.ZodError) {
    super('wrong shape');
    this.refusals = error.issues.map((issue) => ({
      code: 'invalid_input',
      message: `${issue.path.join('.') || '内容'}：${issue.message}`,
    }));
  }
}

z.config(z.locales.zhCN());

/** Parses what came from outside. Throws WrongShape. */
export function parseInput(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new WrongShape(parsed.error);
  return parsed.data;
}

// Without letters and digits that are mistaken for each other on the telephone.
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number the user can read to the administrator: `E-7K2M`. */
export function newErrorNumber(): string {
  const mark = () => ALPHABET[randomInt(ALPHABET.length)];
  return `E-${mark()}${mark()}${mark()}${mark()}`;
}

export interface ErrorAnswer {
  readonly status: 400 | 401 | 404 | 500 | 503;
  readonly body: unknown;
  /** Set for a bug only: goes into the log beside the stack. */
  readonly errorNumber?: string;
  /** Set where the machine is in trouble: goes into the log. */
  readonly outage?: string;
}

/** The one translation of what was thrown into what the caller is told. */
export function answerOf(error: unknown): ErrorAnswer {
  if (error instanceof Refusal) {
    const { code, message, details } = error;
    const refusal = Object.keys(details).length > 0 ? { code, message, details } : { code, message };
    return { status: 400, body: { refusals: [refusal] } };
  }
  if (error instanceof WrongShape) return { status: 400, body: { refusals: error.refusals } };
  if (error instanceof SignInNeeded) return { status: 401, body: refusalBody(error) };
  if (error instanceof NotFound) return { status: 404, body: refusalBody(error) };
  const outage = outageOf(error);
  if (outage) return { status: 503, body: refusalBody(outage), outage: outage.code };
  const errorNumber = newErrorNumber();
  return { status: 500, body: { errorNumber }, errorNumber };
}

const refusalBody = ({ code, message }: { code: string; message: string }) => ({
  refusals: [{ code, message }],
});
