export { type DrillReport, drill } from './drill.ts';
export type { ChainHead } from './header.ts';
export { backupBeforeMigrate, dailyBackup, makeBackup } from './make.ts';
export { checkPassphrase, PASSPHRASE_VARIABLE } from './phrase.ts';
export { readBackupHeader } from './read.ts';
export { type RestoreOptions, type RestoreReport, restore } from './restore.ts';
export {
  type BackupKind,
  type BackupStatus,
  backupStatus,
  listShelf,
  noteCopy,
  type ShelfItem,
  shelfPath,
} from './shelf.ts';
export type { BackupReport, BackupSource } from './write.ts';
