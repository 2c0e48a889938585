import { Refusal, refuse } from '../../kernel/refusal.ts';

export function damaged(): never {
  return refuse('backup_damaged', '备份文件不完整或已被改动，不能用它恢复。请换另一份备份。');
}

export function notABackup(): never {
  return refuse('not_a_backup', '这不是双拥台账的备份文件，请另选。');
}

const REASONS: Record<string, string> = {
  ENOSPC: '磁盘已满，请清出空间或换一个盘',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '这个盘只能读，不能写',
  ENOENT: '没有这个文件或文件夹',
  ENOTDIR: '没有这个文件或文件夹',
  EISDIR: '这是一个文件夹，不是文件',
};

/** Troubles of the disk in words; anything else as it is. */
export function asBackupRefusal(error: unknown, doing: '写备份' | '读备份' | '恢复'): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  if (!reason || error instanceof Refusal) return error;
  return new Refusal(code === 'ENOSPC' ? 'disk_full' : 'backup_place', `${doing}没有成功：${reason}。`);
}
