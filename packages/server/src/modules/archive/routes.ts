import type { KindDef } from '../../platform/contract/kind.ts';
import type { ApiRoute } from '../../platform/http/index.ts';
import { fileRoutes } from './file-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { readRoutes } from './read-routes.ts';
import { fillRoute, uploadRoute } from './upload-route.ts';

export interface PaperDeps {
  readonly dataDir: string;
  readonly kinds: readonly KindDef[];
}

/** Papers: take one in, show it, hang it on a record and take it off, and what is missing. */
export function paperRoutes({ dataDir, kinds }: PaperDeps): readonly ApiRoute[] {
  const writes = [uploadRoute(dataDir, kinds), fillRoute(dataDir), ...linkRoutes(kinds)];
  return [...writes, ...readRoutes(kinds), ...fileRoutes(dataDir)];
}
