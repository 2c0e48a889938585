import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { readStoredFile } from '../../platform/files/store.ts';
import { isPicture, thumbnail } from '../../platform/files/thumbnail.ts';
import { type ApiRoute, fileAnswer, fileRoute, type Place } from '../../platform/http/index.ts';
import { raise } from '../../platform/records/desk.ts';
import { findPaper } from './queries.ts';
import { paperParams } from './schemas.ts';

async function stored(tx: Db, place: Place, id: string) {
  const paper = await findPaper(tx, place.countyId, id);
  if (!paper?.sha256 || (place.level === 'township' && paper.divisionId !== place.divisionId)) return raise();
  return { ...paper, sha256: paper.sha256 };
}

async function bytesOf(dataDir: string, paper: { sha256: string; title: string }): Promise<Buffer> {
  const bytes = await readStoredFile(dataDir, paper.sha256);
  return bytes ?? refuse('file_changed', `《${paper.title}》与入库时不一致，已锁住。请从备份恢复这一份。`);
}

/** The paper itself, and a small picture of it. */
export function fileRoutes(dataDir: string): readonly ApiRoute[] {
  const whole = {
    path: '/papers/{id}/file',
    summary: 'The paper itself',
    needs: 'papers.read',
    params: paperParams,
    mediaType: 'application/octet-stream',
  } as const;
  const thumb = {
    path: '/papers/{id}/thumb',
    summary: 'A small picture of the paper',
    needs: 'papers.read',
    params: paperParams,
    mediaType: 'image/jpeg',
  } as const;
  return [
    fileRoute(whole, async ({ read, place, params }) => {
      const paper = await read((tx) => stored(tx, place, params.id));
      const mediaType = paper.mediaType ?? 'application/octet-stream';
      return fileAnswer({ name: paper.title, mediaType, bytes: await bytesOf(dataDir, paper), inline: true });
    }),
    fileRoute(thumb, async ({ read, place, params }) => {
      const paper = await read((tx) => stored(tx, place, params.id));
      if (!isPicture(paper.mediaType ?? '')) raise();
      const bytes = await thumbnail(await bytesOf(dataDir, paper));
      return fileAnswer({ name: 'thumb.jpg', mediaType: 'image/jpeg', bytes, inline: true });
    }),
  ];
}
