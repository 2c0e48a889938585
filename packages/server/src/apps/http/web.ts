import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const PACKED = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest']);

interface WebFile {
  readonly plain: Buffer<ArrayBuffer>;
  readonly packed: Buffer<ArrayBuffer> | undefined;
  readonly type: string;
}

/**
 * The screens, from the folder of the last build. Files are read and packed once and kept; an address that is no
 * file is a page of the application and gets its one HTML.
 */
export function serveWeb(folder: string): MiddlewareHandler {
  const kept = new Map<string, WebFile | undefined>();
  const find = (path: string): WebFile | undefined => {
    if (!kept.has(path)) kept.set(path, readWebFile(folder, path));
    return kept.get(path);
  };
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const path = decodeURI(c.req.path);
    const isAsset = path.startsWith('/assets/');
    const file = find(path) ?? (isAsset || extname(path) !== '' ? undefined : find('/index.html'));
    if (!file) return next();
    const isPacked = file.packed !== undefined && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    c.header('content-type', file.type);
    c.header('vary', 'accept-encoding');
    c.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (isPacked) c.header('content-encoding', 'gzip');
    return c.body(isPacked && file.packed ? file.packed : file.plain);
  };
}

function readWebFile(folder: string, path: string): WebFile | undefined {
  const full = normalize(join(folder, path));
  const extension = extname(full);
  const type = TYPES[extension];
  if (!full.startsWith(folder) || type === undefined || !existsSync(full)) return undefined;
  const plain = readFileSync(full);
  return { plain, packed: PACKED.has(extension) ? gzipSync(plain, { level: 9 }) : undefined, type };
}
