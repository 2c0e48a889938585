import { queryOptions } from '@tanstack/react-query';
import { send } from '../../api/client.ts';
import type { Cell, RecordRow } from '../../api/types.ts';

export interface OldVersion {
  readonly version: number;
  readonly cells: Record<string, Cell>;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersededAt: string;
  readonly supersededBy: string;
  readonly reason: string | null;
}

export interface WholeRecord extends RecordRow {
  readonly history: readonly OldVersion[];
  /** Columns of the sheet the product does not know, kept as they came. */
  readonly notes: Readonly<Record<string, string>>;
  readonly evidenceRef: string | null;
  readonly voided: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

export interface PaperOfRecord {
  readonly id: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly signedOn: string;
  readonly paperClass: string;
  readonly originalAt: string | null;
  readonly sha256: string | null;
  readonly mediaType: string | null;
  readonly fileMissing: boolean;
}

const at = (path: string, division: string) => `${path}?division=${encodeURIComponent(division)}`;

export function recordQuery(division: string, kind: string, id: string) {
  return queryOptions({
    queryKey: ['record', division, kind, id],
    queryFn: (): Promise<WholeRecord> => send('GET', at(`/api/records/${kind}/${id}`, division)),
  });
}

export function papersQuery(division: string, kind: string, id: string) {
  return queryOptions({
    queryKey: ['papers', division, kind, id],
    queryFn: (): Promise<PaperOfRecord[]> => send('GET', at(`/api/records/${kind}/${id}/papers`, division)),
  });
}

/** Papers of the archive with these words in title or number. */
export function findPapersQuery(division: string, q: string) {
  return queryOptions({
    queryKey: ['papers', division, 'found', q],
    queryFn: (): Promise<PaperOfRecord[]> =>
      send('GET', `${at('/api/papers/search', division)}&q=${encodeURIComponent(q)}`),
  });
}

/** Hangs a paper that is there on one more record. */
export function hang(division: string, kind: string, id: string, paperId: string): Promise<{ done: true }> {
  return send('POST', at(`/api/records/${kind}/${id}/papers`, division), { paperId });
}

/** Hangs one paper on many records of a ledger. */
export function hangOnMany(
  division: string,
  paperId: string,
  kind: string,
  ids: readonly string[],
): Promise<{ done: true }> {
  return send('POST', at(`/api/papers/${paperId}/records`, division), { kind, ids });
}

export function paperFile(division: string, id: string): string {
  return at(`/api/papers/${id}/file`, division);
}

export function paperThumb(division: string, id: string): string {
  return at(`/api/papers/${id}/thumb`, division);
}

export function takeOff(
  division: string,
  kind: string,
  id: string,
  paperId: string,
): Promise<{ done: true }> {
  return send('DELETE', at(`/api/records/${kind}/${id}/papers/${paperId}`, division));
}

export function restore(division: string, kind: string, id: string, reason: string): Promise<{ done: true }> {
  return send('POST', at(`/api/records/${kind}/${id}/restore`, division), { reason });
}
