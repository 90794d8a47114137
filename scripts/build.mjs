// Builds the product to dist/: plain JavaScript, because a TypeScript loader cannot start a worker on Node 20 and costs
// half a second at every start. Packages are bundled in: looking for their hundreds of files costs as much CPU as reading a
// thousand feeds that did not change. Rooms that a command does not need stay in chunks of their own and are not loaded.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { build as buildClient } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });

// Packages in CommonJS ask for Node's own modules by `require`, which ES modules do not have.
const BANNER = `#!/usr/bin/env node
import { createRequire as makeRequire } from 'node:module';
const require = makeRequire(import.meta.url);`;

const workers = ['src/extract/worker.ts'].filter((file) => existsSync(root + file));
await build({
  absWorkingDir: root,
  entryPoints: [
    { in: 'src/cli/main.ts', out: 'nightdesk' },
    ...workers.map((file) => ({ in: file, out: file.slice(4, -3) })),
  ],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Native code cannot be bundled.
  external: ['better-sqlite3', '@node-rs/argon2'],
  sourcemap: true,
  sourcesContent: false,
  banner: { js: BANNER },
  define: { NIGHTDESK_BUILD: JSON.stringify(new Date().toISOString()) },
  logLevel: 'warning',
});
// The files that ship with a room stand beside its code, in src/ as in dist/.
cpSync(`${root}src/export/shipped`, `${root}dist/shipped`, { recursive: true });

// The desk's client: a few small files with hashed names, which the desk serves out of memory.
await buildClient({
  root: `${root}src/desk/client`,
  configFile: false,
  logLevel: 'warn',
  base: '/',
  build: {
    outDir: `${root}dist/desk`,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
