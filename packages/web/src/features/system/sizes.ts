const STEPS: readonly (readonly [number, string])[] = [
  [1024 ** 3, 'GB'],
  [1024 ** 2, 'MB'],
  [1024, 'KB'],
];

/** A size as people say it: `3.2 MB`. */
export function sizeText(bytes: number): string {
  const step = STEPS.find(([least]) => bytes >= least);
  if (step === undefined) return `${bytes} 字节`;
  const amount = bytes / step[0];
  return `${amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10} ${step[1]}`;
}
