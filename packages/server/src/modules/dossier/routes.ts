import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { monthText } from '@shuangyong/values';
import {
  type ApiRoute,
  fileAnswer,
  fileRoute,
  monthSchema,
  type Place,
  z,
} from '../../platform/http/index.ts';
import { type DossierAsked, noteDossier, writeDossier } from './dossier.ts';

export interface DossierDeps {
  readonly dataDir: string;
}

const FOLDER = 'dossier-';

const query = z.object({
  from: monthSchema,
  to: monthSchema,
  reason: z.string().max(200).default(''),
  seed: z.string().trim().max(60).optional(),
  sample: z.coerce.number().int().min(1, '至少抽 1 笔').max(1000, '最多抽 1000 笔').default(30),
  full: z.enum(['yes', 'no']).default('no'),
});

/** The seed where nobody named one: the same place and months draw the same lines. */
export const seedOf = (place: Pick<Place, 'code'>, { from, to }: Pick<DossierAsked, 'from' | 'to'>): string =>
  `${place.code}-${monthText(from)}-${monthText(to)}`;

const nameOf = (place: Place, { from, to }: DossierAsked) =>
  `审计包-${place.name}-${monthText(from)}至${monthText(to)}.zip`;

const LEFT_MS = 3_600_000;

/** Removes what a program left that was killed while it made or sent one. */
async function removeLeft(run: string, now: number): Promise<void> {
  for (const name of await readdir(run)) {
    if (!name.startsWith(FOLDER)) continue;
    const path = join(run, name);
    const made = await stat(path).catch(() => undefined);
    if (made && now - made.mtimeMs > LEFT_MS) await rm(path, { recursive: true, force: true });
  }
}

/** 审计包 as one file. It is made whole beside the data before the first byte goes out, and removed afterwards. */
export const dossierRoutes = ({ dataDir }: DossierDeps): readonly ApiRoute[] => [
  fileRoute(
    {
      path: '/pay/dossier',
      summary: 'Everything an auditor needs of some months, in one zip with checksums',
      needs: 'pay.read',
      query,
      mediaType: 'application/zip',
    },
    async ({ ctx, place, query: { full, seed, ...rest }, read, write }) => {
      const asked: DossierAsked = { ...rest, full: full === 'yes', seed: seed || seedOf(place, rest) };
      await write((tx, own) => noteDossier(tx, own, place, asked));
      await removeLeft(join(dataDir, 'run'), ctx.now);
      const folder = await mkdtemp(join(dataDir, 'run', FOLDER));
      const remove = () => rm(folder, { recursive: true, force: true });
      const path = join(folder, 'dossier.zip');
      const out = () => createWriteStream(path, { mode: 0o600 });
      try {
        await read((tx) => writeDossier(tx, place, asked, { ctx, dataDir }, out));
      } catch (error) {
        await remove();
        throw error;
      }
      const file = createReadStream(path);
      file.on('close', () => void remove());
      const bytes = Readable.toWeb(file) as ReadableStream<Uint8Array>;
      return fileAnswer({ name: nameOf(place, asked), mediaType: 'application/zip', bytes });
    },
  ),
];
