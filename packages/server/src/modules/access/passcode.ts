import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { refuse } from '../../kernel/refusal.ts';

/** A pass code as it is kept: salted and hardened, never readable. */
export interface PassHash {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const SHORTEST = 8;
const LONGEST = 128;
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };

// Chinese input methods type full-width letters and digits: ８ and 8 are one pass code.
const normalise = (passCode: string) => passCode.normalize('NFKC');

function derive(passCode: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(normalise(passCode), salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key))),
  );
}

/** Hashes a new pass code. Refuses one of fewer than 8 or more than 128 characters, or of one character repeated. */
export async function hashPassCode(passCode: string): Promise<PassHash> {
  const { length } = normalise(passCode);
  if (length < SHORTEST) refuse('pass_code_short', `口令至少 ${SHORTEST} 位，可以粘贴。`);
  if (length > LONGEST) refuse('pass_code_long', `口令最多 ${LONGEST} 位。`);
  if (new Set(normalise(passCode)).size === 1) refuse('pass_code_plain', '口令不能是同一个字符，请换一个。');
  const salt = randomBytes(16);
  return { salt, hash: await derive(passCode, salt) };
}

export async function isPassCode(passCode: string, kept: PassHash): Promise<boolean> {
  return timingSafeEqual(await derive(passCode.slice(0, LONGEST), kept.salt), kept.hash);
}

/** Takes as long as checking one: an unknown name answers no faster than a wrong pass code. */
export async function pretendCheck(passCode: string): Promise<void> {
  await derive(passCode.slice(0, LONGEST), randomBytes(16));
}
