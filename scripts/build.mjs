// Builds the product to dist/: plain JavaScript, because a TypeScript loader cannot start a worker on Node 20 and costs
// half a second at every start. Packages are bundled in: looking for their hundreds of files costs as much CPU as reading a
// thousand feeds that did not change. Rooms that a command does not need stay in chunks of their own and are not loaded.
import { chmodSync, cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { build as buildClient } from 'vite';
import { packMessages } from './pack-messages.mjs';

// Made beside dist/ and put in its place when it is whole: a command that is started meanwhile finds one or the other.
const root = fileURLToPath(new URL('..', import.meta.url));
const [made, old] = [`${root}dist.new`, `${root}dist.old`];
for (const folder of [made, old]) rmSync(folder, { recursive: true, force: true });

// Packages in CommonJS ask for Node's own modules by `require`, which ES modules do not have.
const BANNER = `#!/usr/bin/env node
import { createRequire as makeRequire } from 'node:module';
const require = makeRequire(import.meta.url);`;

const workers = ['src/extract/worker.ts', 'src/cli/desk-reader-worker.ts'];
await build({
  absWorkingDir: root,
  entryPoints: [
    { in: 'src/cli/main.ts', out: 'nightdesk' },
    ...workers.map((file) => ({ in: file, out: file.slice(4, -3) })),
  ],
  outdir: 'dist.new',
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
cpSync(`${root}src/export/shipped`, `${made}/shipped`, { recursive: true });

// The desk's client: one script and one sheet with hashed names, which the desk serves out of memory. An element is made
// by one call with its children behind it, which packs smaller than an object that holds them.
const client = `${root}src/desk/client`;
await buildClient({
  root: client,
  configFile: false,
  logLevel: 'warn',
  base: '/',
  plugins: [await packMessages(client)],
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    jsxInject: `import { h, Fragment } from 'preact';`,
  },
  build: {
    outDir: `${made}/desk`,
    emptyOutDir: false,
    target: 'es2022',
    cssTarget: 'esnext',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

// npm makes the command executable when it links it, not when it is built anew.
chmodSync(`${made}/nightdesk.js`, 0o755);
if (existsSync(`${root}dist`)) renameSync(`${root}dist`, old);
renameSync(made, `${root}dist`);
rmSync(old, { recursive: true, force: true });
