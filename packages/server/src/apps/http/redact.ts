import type { LogValue } from '../../platform/datafolder/index.ts';

/**
 * What of a bug may stand in the log. Messages of the database and of the language quote values, so quoted text,
 * Chinese characters and long digits are left out; where it happened says enough.
 */
export function bugFacts(error: unknown): Readonly<Record<string, LogValue>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    kind: error.name,
    message: redact(error.message),
    code: typeof code === 'string' ? code : null,
    constraint: typeof constraint === 'string' ? constraint : null,
    at: frames(error),
    ...(error.cause instanceof Error
      ? { cause: redact(error.cause.message), causeAt: frames(error.cause) }
      : {}),
  };
}

export function redact(message: string): string {
  return message
    .replace(/"[^"]*"|'[^']*'|“[^”]*”|「[^」]*」/g, '…')
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/\d{5,}[\dXx]*/g, '…')
    .slice(0, 300);
}

function frames(error: Error): string {
  const lines = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return lines
    .slice(0, 8)
    .map((line) => line.trim().replace(/file:\/\/\S*?\/(packages|node_modules)\//, '$1/'))
    .join(' | ');
}
