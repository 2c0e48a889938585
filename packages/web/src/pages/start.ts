import type { FieldError } from '../api/errors.ts';

/** What the first page asks, as typed; the pass code is not part of it and is never kept. */
export interface StartDraft {
  readonly townCode: string;
  readonly townName: string;
  readonly year: string;
  readonly userName: string;
}

const CODE = /^[1-9]\d{8}(\d{3})?$/;
export const LEAST_PASS_CODE = 8;

/** What is wrong with the first page, in the order of its fields. */
export function startErrors(draft: StartDraft, passCode: string, again: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field, message });
  if (!CODE.test(draft.townCode.trim())) say('townCode', '行政区划代码要 9 位或 12 位数字，如 341524105。');
  if (draft.townName.trim() === '') say('townName', '请写乡镇（街道）名称。');
  if (!/^(19|20)\d{2}$/.test(draft.year.trim())) say('year', '年度要四位数字，如 2017。');
  if (draft.userName.trim() === '') say('userName', '请写您的姓名。');
  if ([...passCode].length < LEAST_PASS_CODE) say('passCode', `口令至少 ${LEAST_PASS_CODE} 位。`);
  if (passCode !== again) say('again', '两遍口令不一样，请再写一遍。');
  return errors;
}

/** The first page as the server takes it, without the pass code. */
export function startBody(draft: StartDraft) {
  return {
    townCode: draft.townCode.trim(),
    townName: draft.townName.trim(),
    year: Number(draft.year.trim()),
    userName: draft.userName.trim(),
  };
}
