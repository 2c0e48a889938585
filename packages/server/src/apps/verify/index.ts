import { join } from 'node:path';
import type { Db } from '../../kernel/db.ts';
import type { Runtime } from '../command.ts';
import { KINDS } from '../kinds.ts';
import { runChecks, withSecond } from './check.ts';
import { checkFiles } from './files.ts';
import type { Finding } from './finding.ts';
import { countRows, houseChecks, kindChecks } from './links.ts';
import { checkChain, checkHeads } from './log.ts';
import { LEDGER_CHECKS } from './money.ts';
import { BATCH_CHECKS } from './money-batches.ts';
import { LOG_CHECKS } from './money-log.ts';
import { SEAL_CHECKS } from './seals.ts';

export type { Finding } from './finding.ts';

export interface Verdict {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** How many were looked at. */
  readonly checked: {
    /** Stored files, read again to the last byte. */
    readonly papers: number;
    /** Sealed lines of the log. */
    readonly events: number;
    readonly records: number;
    readonly evidence: number;
    readonly people: number;
    readonly imports: number;
    /** Lines of what is due, and lines of batches. */
    readonly accruals: number;
    readonly payLines: number;
    readonly backups: number;
  };
}

/**
 * Looks whether everything is as it was written: papers against their hashes, the log against its seals and against
 * the backups, and whatever one row says of another. `read` gives one snapshot.
 */
export async function verifyAll(
  runtime: Pick<Runtime, 'db' | 'clock' | 'dataDir'>,
  read: <T>(work: (tx: Db) => Promise<T>) => Promise<T>,
): Promise<Verdict> {
  const { db, clock, dataDir } = runtime;
  const chain = await checkChain(db, clock.now());
  const heads = await checkHeads(db, join(dataDir, 'backups'));
  const files = await read((tx) => checkFiles(tx, dataDir));
  const { findings, ...rows } = await read((tx) => withSecond(db, tx, (second) => checkRows(tx, second)));
  return verdictOf({ papers: files.count, events: chain.count, backups: heads.count, ...rows }, [
    ...files.findings,
    ...chain.findings,
    ...heads.findings,
    ...findings,
  ]);
}

/** Everything about money: what rows say of each other, their seals, and the log. */
export const MONEY_CHECKS = [...LEDGER_CHECKS, ...BATCH_CHECKS, ...SEAL_CHECKS, ...LOG_CHECKS];
const CHECKS = [...KINDS.flatMap(kindChecks), ...houseChecks(KINDS), ...MONEY_CHECKS];

async function checkRows(tx: Db, second: Db) {
  const findings = await runChecks(tx, CHECKS, second);
  const records = await countRows(
    tx,
    KINDS.map(({ table }) => table),
  );
  const [evidence, people, imports] = [
    await countRows(tx, ['evidence']),
    await countRows(tx, ['person']),
    await countRows(tx, ['import_log']),
  ];
  const [accruals, payLines] = [await countRows(tx, ['accrual']), await countRows(tx, ['pay_line'])];
  return { findings, records, evidence, people, imports, accruals, payLines };
}

const verdictOf = (checked: Verdict['checked'], findings: readonly Finding[]): Verdict => ({
  ok: findings.length === 0,
  findings,
  checked,
});

/** The verdict in one or more lines for a screen or a terminal. */
export function verdictText({ ok, findings, checked }: Verdict): string {
  const { papers, events, records, accruals, payLines } = checked;
  const money = accruals + payLines > 0 ? `、应发 ${accruals} 行、发放 ${payLines} 笔` : '';
  const what = `核对材料原件 ${papers} 份、日志 ${events} 行、记录 ${records} 条${money}`;
  if (ok) return `${what}，全部一致。`;
  return [`${what}，有 ${findings.length} 处不一致：`, ...findings.map(({ message }) => `- ${message}`)].join(
    '\n',
  );
}
