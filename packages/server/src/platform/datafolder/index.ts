export { type DataFolder, type DataPaths, type FolderSeed, openDataFolder } from './folder.ts';
export { type Hold, type HoldPurpose, takeHold, tryHold } from './hold.ts';
export { keyFolders, readKeyFiles } from './key-files.ts';
export { type KeyPair, keyMark, makeKeys, newKeyPair } from './keys.ts';
export { type Log, type LogValue, openLog } from './log.ts';
export { freeBytes, lackOfRoom, RESERVE_BYTES } from './room.ts';
