import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { takesGzip } from './headers.ts';
import { SCREENS } from './wire.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

interface File {
  body: Uint8Array<ArrayBuffer>;
  zipped: Uint8Array<ArrayBuffer>;
  type: string;
  etag: string;
  /** Its name holds its hash, so that it never changes under one address. */
  isImmutable: boolean;
}

/**
 * Serves the built client out of memory: it is small, and no address can reach another file of the disk. Screens answer
 * with the one page; what is neither a file nor a screen goes on to the next handler.
 */
export function serveClient(folder: string): MiddlewareHandler {
  const files = readFiles(folder);
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const { path } = c.req;
    const file = files.get(path) ?? (isScreen(path) ? files.get('/index.html') : undefined);
    if (file !== undefined) return send(c, file);
    if (isScreen(path)) return c.text('The client is not built. Run "npm run build", then start the desk again.', 503);
    return next();
  };
}

function isScreen(path: string): boolean {
  const [, first = ''] = path.split('/');
  return first === '' || SCREENS.some((screen) => screen === first);
}

function send(c: Context, { body, zipped, type, etag, isImmutable }: File): Response {
  c.header('etag', etag);
  c.header('cache-control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('vary', 'accept-encoding');
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  c.header('content-type', type);
  if (!takesGzip(c)) return c.body(body);
  c.header('content-encoding', 'gzip');
  return c.body(zipped);
}

function readFiles(folder: string): Map<string, File> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [`/${relative(folder, path).split(sep).join('/')}`, readFile(path)]));
}

function readFile(path: string): File {
  const body = new Uint8Array(readFileSync(path));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const isImmutable = path.includes(`${sep}assets${sep}`);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { body, zipped: new Uint8Array(gzipSync(body, { level: 9 })), type, etag, isImmutable };
}
