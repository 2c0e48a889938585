import { createHash } from 'node:crypto';

/** A line of the log as it stands in the table: everything the seal covers. */
export interface SealedEvent {
  readonly county_id: number;
  readonly id: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly action: string;
  readonly division_id: string | null;
  readonly record_kind: string | null;
  readonly record_id: string | null;
  readonly detail: unknown;
  readonly office_day: string;
}

/** Before the first line of a county. */
export const GENESIS = Buffer.alloc(32);

/** JSON with sorted keys: jsonb keeps no order, and the same line must always hash the same. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** The hash that seals a line: of the line before, its number, and every field of it. */
export function sealHash(previous: Buffer, seq: number, event: SealedEvent): Buffer {
  const fields = [
    event.county_id,
    seq,
    event.id,
    new Date(event.at).toISOString(),
    event.actor_kind,
    event.actor_id,
    event.actor_name,
    event.action,
    event.division_id,
    event.record_kind,
    event.record_id,
    event.detail,
    event.office_day,
  ];
  return createHash('sha256').update(previous).update(canonicalJson(fields)).digest();
}
