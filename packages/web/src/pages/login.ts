import type { FieldError } from '../api/errors.ts';

/** Only addresses of this product are followed after signing in. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/';
}

export function loginErrors(name: string, passCode: string): readonly FieldError[] {
  return [
    ...(name.trim() === '' ? [{ field: 'name', message: '请写姓名。' }] : []),
    ...(passCode === '' ? [{ field: 'passCode', message: '请写口令。' }] : []),
  ];
}
