import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '../../kernel/db.ts';
import { hasUsers, type User } from '../../modules/access/index.ts';

/** The sign-in of this machine: whoever sees the window in which the program was started may begin. */
export interface OneTime {
  readonly token: string;
  /** Whom the token signs in; undefined when it is wrong or no longer good. */
  redeem(db: Db, token: string): Promise<User | 'operator' | undefined>;
}

/**
 * A token printed at the start. It lets the owner of the machine in until the first user has a pass code; in the
 * sample it signs in the sample's clerk, whose pass code nobody needs to know.
 */
export function makeOneTime(sampleUser?: User): OneTime {
  const token = randomBytes(24).toString('base64url');
  const isToken = (given: string) =>
    given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
  const redeem: OneTime['redeem'] = async (db, given) => {
    if (!isToken(given)) return undefined;
    if (sampleUser) return sampleUser;
    return (await hasUsers(db)) ? undefined : 'operator';
  };
  return { token, redeem };
}
