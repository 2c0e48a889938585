import { randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import type { KeyPair } from '../datafolder/index.ts';
import { openBytes, sealBytes } from './aead.ts';

export const PASSPHRASE_VARIABLE = 'SHUANGYONG_PASSPHRASE';
const SHORTEST = 8;
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const PURPOSE = 'shuangyong backup pass phrase';

/** What only the pass phrase opens: the key of the backups and both keys of the installation. */
export interface Secrets {
  readonly backupKey: Buffer;
  readonly keyPair: KeyPair;
}

// Bounds, so that a foreign file cannot make us spend memory for hours.
const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);
export const phraseSlotSchema = z.object({
  salt: base64,
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  sealed: base64,
});
export type PhraseSlot = z.infer<typeof phraseSlotSchema>;

/** The pass phrase as it is used, whatever width its characters were typed in. Refuses none and one under 8 characters. */
export function checkPassphrase(text: string | undefined): string {
  if (!text) {
    return refuse(
      'passphrase_missing',
      `没有备份口令。请在环境变量 ${PASSPHRASE_VARIABLE} 里给出，至少 ${SHORTEST} 个字符，并另外记在纸上。`,
    );
  }
  const phrase = text.normalize('NFKC');
  if ([...phrase].length < SHORTEST) {
    refuse('passphrase_short', `备份口令太短，至少要 ${SHORTEST} 个字符。`);
  }
  return phrase;
}

export async function sealSecrets(phrase: string, { backupKey, keyPair }: Secrets): Promise<PhraseSlot> {
  const salt = randomBytes(16);
  const key = await stretch(phrase, salt, COST);
  const plain = Buffer.concat([backupKey, keyPair.dataKey, keyPair.hashKey]);
  return {
    salt: salt.toString('base64'),
    ...COST,
    sealed: sealBytes(key, plain, PURPOSE).toString('base64'),
  };
}

/** Undefined when the pass phrase is a different one. */
export async function openSecrets(phrase: string, slot: PhraseSlot): Promise<Secrets | undefined> {
  const key = await stretch(phrase, Buffer.from(slot.salt, 'base64'), slot);
  const plain = openBytes(key, Buffer.from(slot.sealed, 'base64'), PURPOSE);
  if (plain?.length !== 96) return undefined;
  const keyPair = { dataKey: plain.subarray(32, 64), hashKey: plain.subarray(64) };
  return { backupKey: plain.subarray(0, 32), keyPair };
}

function stretch(phrase: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }) {
  return new Promise<Buffer>((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(phrase, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
