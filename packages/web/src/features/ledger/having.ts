/** What a paper has to show: its file, the place of its original, or neither. */
export interface PaperHaving {
  readonly sha256: string | null;
  readonly originalAt: string | null;
  readonly fileMissing: boolean;
}

/** In words: «文件», «原件», «文件、原件», «缺文件», «没有文件和原件». */
export function havingWords({ sha256, originalAt, fileMissing }: PaperHaving): string {
  const has = [...(sha256 === null ? [] : ['文件']), ...(originalAt ? ['原件'] : [])].join('、');
  if (fileMissing) return has === '' ? '缺文件' : `${has}，缺文件`;
  return has === '' ? '没有文件和原件' : has;
}

/** Whether it can prove anything: something can be shown, or is known to lie somewhere. */
export function proves({ sha256, originalAt }: PaperHaving): boolean {
  return sha256 !== null || (originalAt !== null && originalAt !== '');
}
