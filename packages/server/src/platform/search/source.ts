import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Needs } from '../http/index.ts';

/** What a hit opens; the screens know where each of these has its page. */
export type Opens =
  | { readonly type: 'record'; readonly kind: string; readonly id: string }
  /** The ledger of a kind, narrowed to a text. */
  | { readonly type: 'list'; readonly kind: string; readonly q: string }
  | { readonly type: 'village'; readonly name: string }
  | { readonly type: 'figure'; readonly code: string }
  | { readonly type: 'page'; readonly path: string; readonly tab?: string };

export interface SearchHit {
  readonly label: string;
  readonly detail: string;
  readonly opens: Opens;
}

/** Where and what somebody asks for. `text` is trimmed and not empty. */
export interface SearchAsk {
  readonly countyId: number;
  /** The place asked about, and the townships at or below it. */
  readonly code: string;
  readonly divisionIds: readonly string[];
  readonly text: string;
  readonly limit: number;
}

/** One group of the search box. A module fills it in; what the caller may not read is never asked. */
export interface SearchSource {
  readonly title: string;
  readonly needs: Needs;
  readonly find: (db: Db, ctx: Ctx, ask: SearchAsk) => Promise<readonly SearchHit[]>;
}

/** The text as a part of a LIKE pattern, its own signs taken as they stand. */
export function likePart(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
