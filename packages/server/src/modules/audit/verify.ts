import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../kernel/db.ts';
import { GENESIS, sealHash } from './chain.ts';
import { type Head, listCounties, listSealed, listUnsealed } from './seal.ts';

/**
 * `altered`: the line no longer gives its hash · `missing`: a sealed line is gone · `gap`: a number is missing ·
 * `unsealed`: a line without a seal for more than a minute.
 */
export interface ChainFinding {
  readonly countyId: number;
  readonly code: 'altered' | 'missing' | 'gap' | 'unsealed';
  readonly seq: number | null;
  readonly eventId: string | null;
}

export interface ChainReport {
  /** Sealed lines looked at. */
  readonly checked: number;
  readonly heads: readonly Head[];
  readonly findings: readonly ChainFinding[];
}

const CHUNK = 5_000;
const UNSEALED_MS = 60_000;
/** A command that ran for minutes writes lines dated at its start; the sealer needs a second after it ends. */
const SECOND_LOOK_MS = 2_000;

/** Goes along every county's chain. Give it the pool's handle, not a snapshot: it looks twice at unsealed lines. */
export async function verifyChain(db: Db, now: number): Promise<ChainReport> {
  const heads: Head[] = [];
  const findings: ChainFinding[] = [];
  let checked = 0;
  for (const countyId of await listCounties(db)) {
    const county = await verifyCounty(db, countyId);
    checked += county.checked;
    findings.push(...county.findings);
    if (county.head.seq > 0) heads.push(county.head);
  }
  return { checked, heads, findings: [...findings, ...(await findUnsealed(db, now))] };
}

async function verifyCounty(db: Db, countyId: number) {
  const findings: ChainFinding[] = [];
  let head: Head = { countyId, seq: 0, hash: GENESIS };
  let checked = 0;
  for (;;) {
    const seals = await listSealed(db, countyId, head.seq, CHUNK);
    for (const { seq, eventId, hash, event } of seals) {
      const at = { countyId, seq, eventId };
      if (seq !== head.seq + 1) findings.push({ ...at, code: 'gap' });
      if (!event) findings.push({ ...at, code: 'missing' });
      else if (!sealHash(head.hash, seq, event).equals(hash)) findings.push({ ...at, code: 'altered' });
      // The chain goes on from the seal that stands, so that one altered line is one finding.
      head = { countyId, seq, hash };
    }
    checked += seals.length;
    if (seals.length < CHUNK) return { head, checked, findings };
  }
}

async function findUnsealed(db: Db, now: number): Promise<readonly ChainFinding[]> {
  const overdue = async () => {
    const lines = await listUnsealed(db, undefined, CHUNK);
    return lines.filter((line) => Date.parse(line.at) < now - UNSEALED_MS);
  };
  if ((await overdue()).length === 0) return [];
  await sleep(SECOND_LOOK_MS);
  return (await overdue()).map(({ county_id, id }) => ({
    countyId: county_id,
    code: 'unsealed',
    seq: null,
    eventId: id,
  }));
}
