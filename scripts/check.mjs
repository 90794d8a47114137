// Everything that must hold before a change lands: types, lint, format, all tests. Arguments go to the test runner.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const run = (name, args) => {
  const { status } = spawnSync(`${root}node_modules/.bin/${name}`, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync('/usr/bin/chromium') && process.getuid?.() === 0) {
  // The browser tests need a browser and a Korean font; elsewhere than on Debian they say that they are skipped.
  spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk'], {
    stdio: ['ignore', 2, 2],
  });
}

run('tsc', ['--noEmit', '-p', 'tsconfig.json']);
run('tsc', ['--noEmit', '-p', 'src/desk/client/tsconfig.json']);
run('oxlint', ['--type-aware', '--deny-warnings']);
run('oxfmt', ['--check']);
run('vitest', ['run', ...process.argv.slice(2)]);
