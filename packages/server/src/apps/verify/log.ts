import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { type ChainFinding, verifyChain } from '../../modules/audit/index.ts';
import { type ChainHead, listShelf, readBackupHeader } from '../../platform/backup/index.ts';
import type { Checked, Finding } from './finding.ts';

const WORDS: Record<ChainFinding['code'], string> = {
  altered: '日志有一行被改动过。',
  missing: '日志少了一行。',
  gap: '日志的序号断了。',
  unsealed: '日志有一行超过一分钟没有封链。',
};

/** The log against its seals. */
export async function checkChain(db: Db, now: number): Promise<Checked> {
  const { checked, findings } = await verifyChain(db, now);
  return {
    count: checked,
    findings: findings.map(({ code, countyId, seq, eventId }) => ({
      code: `log_${code}`,
      message: `${WORDS[code]}请把校验结果交县里核查。`,
      countyId,
      seq,
      ...(eventId === null ? {} : { recordKind: 'audit_event', recordId: eventId }),
    })),
  };
}

/** The log against its ends as the backups in this folder remember them: what was cut off since shows only here. */
export async function checkHeads(db: Db, backups: string): Promise<Checked> {
  const findings: Finding[] = [];
  const items = await listShelf(backups);
  for (const { name } of items) {
    const header = await readBackupHeader(join(backups, name)).catch(() => undefined);
    if (!header) {
      findings.push({ code: 'backup_damaged', backup: name, message: `备份 ${name} 已损坏，请重新备份。` });
      continue;
    }
    for (const head of header.heads) if (!(await stands(db, head))) findings.push(cutOff(head, name));
  }
  return { count: items.length, findings };
}

function cutOff({ countyId, seq }: ChainHead, backup: string): Finding {
  const message = `备份 ${backup} 里有的日志（第 ${seq} 行），现在没有了。请把校验结果交县里核查。`;
  return { code: 'log_cut', countyId, seq, backup, message };
}

async function stands(db: Db, { countyId, seq, hash }: ChainHead): Promise<boolean> {
  const { rows } = await sql`select 1 from audit_seal
    where county_id = ${countyId} and seq = ${seq} and hash = ${Buffer.from(hash, 'hex')}`.execute(db);
  return rows.length > 0;
}
