interface CopyStatus {
  readonly lastCopyAt: string | null;
  readonly daysWithoutCopy: number;
}

/** How long ago a backup last went to another disk; how long the data has lain on this one alone when none ever did. */
export function copyAge({ lastCopyAt, daysWithoutCopy }: CopyStatus): string {
  const days = daysWithoutCopy === 0 ? '今天' : `${daysWithoutCopy} 天前`;
  if (lastCopyAt !== null) return days;
  return daysWithoutCopy === 0 ? '还没有过' : `还没有过，已用了 ${daysWithoutCopy} 天`;
}
