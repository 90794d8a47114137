import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'NIGHTDESK_RUN_FOLDER';

/** Makes a folder for what the test files of one run share; nothing of an earlier run, or of one beside it, is in it. */
export function setup(): void {
  process.env[NAME] = mkdtempSync(join(tmpdir(), 'nightdesk-run-'));
}

export function teardown(): void {
  rmSync(runFolder(), { recursive: true, force: true });
}

/** That folder. */
export function runFolder(): string {
  return process.env[NAME] ?? tmpdir();
}
