/** Writes the generated parts of the documents: `node --import tsx scripts/docs.ts`. A test fails when one is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { optionsTable } from '../src/cli/options-table.ts';

const FILE = 'README.md';
const [START, END] = ['<!-- options: made by scripts/docs.ts -->', '<!-- /options -->'];

const text = readFileSync(FILE, 'utf8');
const before = text.slice(0, text.indexOf(START) + START.length);
writeFileSync(FILE, `${before}\n${optionsTable()}\n${text.slice(text.indexOf(END))}`);
