import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Month } from '@shuangyong/values';
import { noteDossier, seedOf, writeDossier } from '../../../modules/dossier/index.ts';
import { requireWritable } from '../../../platform/files/writable.ts';
import type { CliSession, CommandResult } from '../command.ts';

export interface Dossier {
  readonly division: string;
  readonly from: Month;
  readonly to: Month;
  readonly out: string;
  readonly reason: string;
  readonly seed?: string;
  readonly sample: number;
  readonly fullIds?: boolean;
}

/** 审计包 into one file; a file of that name is replaced only when the new one is whole. */
export async function dossierMade(session: CliSession, options: Dossier): Promise<CommandResult> {
  const { division, from, to, reason, sample } = options;
  const file = resolve(options.out);
  await requireWritable(file);
  const part = `${file}.part`;
  const { place, asked, ctx } = await session.write(async (tx, own) => {
    const at = await session.place(tx, division);
    const wanted = { from, to, reason, sample, full: options.fullIds === true };
    const seeded = { ...wanted, seed: options.seed ?? seedOf(at, wanted) };
    await noteDossier(tx, own, at, seeded);
    return { place: at, asked: seeded, ctx: own };
  });
  const out = () => createWriteStream(part, { mode: 0o600 });
  const { dataDir } = session.runtime;
  const answer = await session
    .read((tx) => writeDossier(tx, place, asked, { ctx, dataDir }, out))
    .catch(async (error: unknown) => {
      await rm(part, { force: true });
      throw error;
    });
  await rename(part, file);
  const { batches, lines, sampled, papers } = answer;
  const text = `审计包写到了 ${file}：${batches} 个批次 ${lines} 笔，抽样 ${sampled} 笔（种子 ${asked.seed}），材料 ${papers} 份`;
  return { json: { file, ...answer, seed: asked.seed, full: asked.full }, text };
}
