import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../datafolder/index.ts';
import { type RestoreReport, restore } from './restore.ts';

export interface DrillReport extends RestoreReport {
  /** What the user reads: people, money and files agree. */
  readonly text: string;
  readonly seconds: number;
}

/**
 * Restores a backup beside the live data into a database of its own, compares rows, sums and hashes with the
 * manifest, papers included, and removes it all. Refuses exactly what a real restore would refuse.
 */
export async function drill(folder: DataFolder, file: string, passphrase?: string): Promise<DrillReport> {
  const started = Date.now();
  const dataDir = join(folder.paths.run, `drill-${randomBytes(4).toString('hex')}`);
  try {
    const report = await restore({ file, dataDir, passphrase, url: undefined, checkOnly: true });
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    folder.log.write('backup_drill', { rows: report.rows, files: report.files.count, seconds });
    return { ...report, seconds, text: drillText(report) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function drillText({ files }: RestoreReport): string {
  const missing = files.damaged.length;
  if (missing === 0) return '试恢复成功：人数、金额、文件一致。';
  return `试恢复成功：人数、金额一致；有 ${missing} 份材料备份时就已缺失或损坏，请看校验结果。`;
}
