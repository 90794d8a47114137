// Installs and builds what is missing, so that a fresh clone needs one command only. Plain JavaScript: it runs before
// anything is installed.
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const run = (command, args) => {
  console.error(`> ${command} ${args.join(' ')}`);
  execFileSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
};

const newest = (folder) =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(`${entry.parentPath ?? entry.path}/${entry.name}`).mtimeMs),
  );

// npm writes this marker after every install; an older one than the lock file means that the lock file has moved on.
const marker = `${root}node_modules/.package-lock.json`;
const stale = () => !existsSync(marker) || statSync(marker).mtimeMs < statSync(`${root}package-lock.json`).mtimeMs;
// A linked folder is another checkout's install: npm would empty it, and then put a folder in place of the link.
const linked = lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink() === true;
if (!linked && stale()) run('npm', ['ci']);

const bin = `${root}dist/nightdesk.js`;
if (!existsSync(bin) || statSync(bin).mtimeMs < newest(`${root}src`)) run('npm', ['run', '--silent', 'build']);
