import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { type KeyPair, readKeyFiles } from '../datafolder/index.ts';
import { openBytes, sealBytes } from './aead.ts';
import { type ByteReader, uint32 } from './bytes.ts';
import { type BackupKey, findBackupKey } from './machine-key.ts';
import { checkPassphrase, openSecrets, phraseSlotSchema } from './phrase.ts';
import { damaged, notABackup } from './refusals.ts';

const MAGIC = Buffer.from('SYLEDGER');
const FORMAT = 1;
const LONGEST = 1024 * 1024;
const CONTENT = 'shuangyong backup content';

/** The end of a county's sealed log when the backup was made: kept elsewhere, it shows a log cut off later. */
export const chainHeadSchema = z.object({ countyId: z.number(), seq: z.number(), hash: z.string() });
export type ChainHead = z.infer<typeof chainHeadSchema>;

const headerSchema = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** `installation.json` as it was, with whatever other marks it bears. */
  installation: z.looseObject({ id: z.uuid(), keyMark: z.string() }),
  heads: z.array(chainHeadSchema),
  keyId: z.string(),
  phrase: phraseSlotSchema.nullable(),
  contentKey: z.string(),
});
/** What anybody may read of a backup; nothing personal. */
export type Header = z.infer<typeof headerSchema>;

/** A header as it stands in the file, with its hash, to which every frame is bound. */
export interface SealedHeader {
  readonly header: Header;
  readonly digest: Buffer;
}

interface HeaderFacts extends Pick<Header, 'madeAt' | 'installation' | 'heads'> {
  readonly key: BackupKey;
}

/** The head of a new file and the key of its content. */
export function makeHeader(facts: HeaderFacts): { bytes: Buffer; digest: Buffer; contentKey: Buffer } {
  const { key, ...rest } = facts;
  const contentKey = randomBytes(32);
  const sealed = sealBytes(key.key, contentKey, CONTENT).toString('base64');
  const header: Header = { format: FORMAT, ...rest, keyId: key.id, phrase: key.phrase, contentKey: sealed };
  const text = Buffer.from(JSON.stringify(header));
  const digest = createHash('sha256').update(text).digest();
  return { bytes: Buffer.concat([MAGIC, uint32(text.length), text, digest]), digest, contentKey };
}

/** Refuses `not_a_backup`, `backup_newer` and, where the header itself was changed, `backup_damaged`. */
export async function readHeader(reader: ByteReader): Promise<SealedHeader> {
  if (!(await reader.find(MAGIC.length))?.equals(MAGIC)) notABackup();
  const length = (await reader.find(4))?.readUInt32BE() ?? damaged();
  if (length > LONGEST) damaged();
  const text = (await reader.find(length)) ?? damaged();
  const digest = createHash('sha256').update(text).digest();
  if (!(await reader.find(digest.length))?.equals(digest)) damaged();
  const json: unknown = JSON.parse(text.toString('utf8'));
  if (isNewer(json)) refuse('backup_newer', '这份备份由更新的版本做成，请先升级软件再恢复。');
  const header = headerSchema.safeParse(json);
  return { header: header.success ? header.data : damaged(), digest };
}

function isNewer(json: unknown): boolean {
  const format = z.object({ format: z.number() }).safeParse(json);
  return format.success && format.data.format > FORMAT;
}

/** The key of the content, and the keys of the installation. */
export interface Unlocked {
  readonly contentKey: Buffer;
  readonly keyPair: KeyPair;
}

/**
 * Opens a backup by its pass phrase, or without one by the key this machine keeps. Refuses `wrong_passphrase`,
 * and what is missing where neither is there.
 */
export async function unlock(header: Header, passphrase: string | undefined): Promise<Unlocked> {
  if (!passphrase || !header.phrase) return unlockHere(header, passphrase);
  const secrets = await openSecrets(passphrase.normalize('NFKC'), header.phrase);
  if (!secrets) return refuse('wrong_passphrase', '备份口令不对，没有恢复任何内容。');
  return { contentKey: openContent(header, secrets.backupKey), keyPair: secrets.keyPair };
}

function unlockHere(header: Header, passphrase: string | undefined): Unlocked {
  const { id, keyMark } = header.installation;
  const known = findBackupKey(id, header.keyId);
  if (known) return { contentKey: openContent(header, known.key), keyPair: readKeyFiles(id, keyMark) };
  if (header.phrase) checkPassphrase(passphrase);
  return refuse(
    'backup_of_other_machine',
    '这份自动备份做成时还没有设过备份口令，只能在原来那台机器上恢复。',
  );
}

function openContent(header: Header, backupKey: Buffer): Buffer {
  return openBytes(backupKey, Buffer.from(header.contentKey, 'base64'), CONTENT) ?? damaged();
}
