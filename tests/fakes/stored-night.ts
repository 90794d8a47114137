import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { startOrigin, type Origin } from './origin.ts';

/** What a test of a night works on: made before each test, gone after it. */
export interface StoredNight {
  folder: string;
  /** On a real file in the folder. */
  store: Store;
  /** A server for the night's feeds and pages. */
  origin: Origin;
}

/** Gives every test of a file its own store and origin. @param take is handed them before each */
export function eachWithStore(take: (at: StoredNight) => void): void {
  let at: StoredNight;
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
    at = { folder, store: openStore(join(folder, 'test.sqlite')), origin: await startOrigin() };
    take(at);
  });
  afterEach(async () => {
    at.store.close();
    await at.origin.close();
    rmSync(at.folder, { recursive: true });
  });
}
