import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { validate } from 'node-cron';
import { describe, expect, test } from 'vitest';

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.skipIf(!hasSystemd)('systemd', () => {
  test('finds nothing to say about the units', () => {
    const units = readdirSync('scripts/systemd').map((name) => `scripts/systemd/${name}`);
    expect(units).toHaveLength(5);
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...units], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

const jobs = readFileSync('scripts/cron/nightdesk.crontab', 'utf8')
  .split('\n')
  .filter((line) => /^[\d*]/.test(line))
  .map((line) => line.split(/\s+/))
  .map((fields) => ({ hours: fields.slice(0, 5).join(' '), command: fields.slice(5).join(' ') }));

test('cron has a line for the night and one for late sources', () => {
  expect(jobs.map(({ command }) => / night( --late)? /.exec(command)?.[0].trim())).toEqual(['night', 'night --late']);
});

test.each(jobs)('cron understands "$hours" and the shell its command', ({ hours, command }) => {
  expect(validate(hours)).toBe(true);
  expect(spawnSync('sh', ['-n', '-c', command]).status).toBe(0);
});
