/**
 * A refusal: the command understood the request and will not carry it out. Named, ordered by the service that
 * raises it, returned to the user as it stands: `message` is Chinese and says what to do.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Access denied and not found share one answer, so that nobody learns what exists outside his scope. */
export class NotFound extends Error {
  readonly code = 'not_found';
  constructor() {
    super('没有找到，或不在您的管辖范围。');
  }
}

/** Throws a refusal. Written as an expression so that a rule reads `value ?? refuse(…)`. */
export function refuse(
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): never {
  throw new Refusal(code, message, details);
}

/** Guards what only a bug can break: the command rolls back and the user gets an error number. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${what}`);
}
