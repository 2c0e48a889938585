import type { Refusal } from './types.ts';

/** The server understood and said no, with named reasons in Chinese. */
export class RefusedError extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join('\n'));
    this.refusals = refusals;
  }
}

/** Something broke on the server; nothing was written. The number finds the line in the log. */
export class FaultError extends Error {
  readonly number: string;
  constructor(number: string) {
    super(`出错了，没有改动任何数据。请把编号 ${number} 告诉管理员，可先办别的。`);
    this.number = number;
  }
}

export class NotFoundError extends Error {
  constructor() {
    super('没有找到，或不在您的管辖范围。');
  }
}

export class SignedOutError extends Error {
  constructor() {
    super('登录已过期，请重新登录。');
  }
}

export class UnreachableError extends Error {
  constructor() {
    super('连不上服务。请看看运行「双拥台账」的窗口是否还开着，再点「重试」。');
  }
}

interface Body {
  readonly refusals?: unknown;
  readonly errorNumber?: unknown;
}

function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  );
}

/** Turns an answer that is not 2xx into the error the screens know how to show. */
export function errorOf(status: number, body: unknown): Error {
  const { refusals, errorNumber } = (typeof body === 'object' && body !== null ? body : {}) as Body;
  const reasons = Array.isArray(refusals) ? refusals.filter(isRefusal) : [];
  if (status === 401 && reasons.every((reason) => reason.code === 'sign_in')) return new SignedOutError();
  if (status === 403 || status === 404) return new NotFoundError();
  if (reasons.length > 0) return new RefusedError(reasons);
  return new FaultError(typeof errorNumber === 'string' ? errorNumber : `E-${status}`);
}

/** The words to show for whatever was thrown. */
export function errorWords(problem: unknown): readonly string[] {
  if (problem instanceof RefusedError) return problem.refusals.map((refusal) => refusal.message);
  const known = [FaultError, NotFoundError, SignedOutError, UnreachableError];
  if (problem instanceof Error && known.some((kind) => problem instanceof kind)) return [problem.message];
  return ['这一页出错了，没有改动任何数据。请点「重试」；再不行，把这一页的地址告诉管理员。'];
}

/** Whether the server said no for this reason, by its code. */
export const isRefusedFor = (problem: unknown, code: string): boolean =>
  problem instanceof RefusedError && problem.refusals.some((refusal) => refusal.code === code);

/** A reason that belongs to one field of a form. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

function problemsOf(refusal: Refusal): readonly FieldError[] {
  const problems = refusal.details?.problems;
  if (!Array.isArray(problems)) return [];
  return problems.flatMap(({ field, reason }: { field?: unknown; reason?: unknown }) =>
    typeof field === 'string' && typeof reason === 'string' ? [{ field, message: reason }] : [],
  );
}

/** What was refused, beside its fields where the server names them (`details.problems`), else at `elsewhere`. */
export function fieldErrors(problem: unknown, elsewhere: string): readonly FieldError[] {
  if (!(problem instanceof RefusedError))
    return errorWords(problem).map((message) => ({ field: elsewhere, message }));
  return problem.refusals.flatMap((refusal) => {
    const named = problemsOf(refusal);
    return named.length > 0 ? named : [{ field: elsewhere, message: refusal.message }];
  });
}
