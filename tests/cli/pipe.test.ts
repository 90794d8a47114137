import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('ends quietly when whoever reads its output has seen enough', () => {
  const command = '"$0" dist/nightdesk.js sources list --feeds feeds.yaml | true; exit ${PIPESTATUS[0]}';
  const { status, stderr } = spawnSync('bash', ['-c', command, process.execPath], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
