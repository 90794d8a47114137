// Installs and builds what is missing, so that a fresh clone needs one command only. Plain JavaScript: it runs before
// anything is installed.
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
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

/** Whether every package of the lock file is installed in its version; npm keeps its own list of what it installed. */
const isInstalled = () => {
  const packages = (file) => JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages;
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false;
  const installed = packages('node_modules/.package-lock.json');
  return Object.entries(packages('package-lock.json')).every(
    ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
  );
};
// A linked folder is another checkout's install: npm would empty it, and then put a folder in place of the link.
const isLinked = lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink() === true;
if (!isLinked && !isInstalled()) run('npm', ['ci']);

const bin = `${root}dist/nightdesk.js`;
if (!existsSync(bin) || statSync(bin).mtimeMs < newest(`${root}src`)) run('npm', ['run', '--silent', 'build']);
