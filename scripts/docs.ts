/** Writes the generated parts of the README: `node --import tsx scripts/docs.ts`. A test fails when one is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withGeneratedParts } from '../src/cli/readme.ts';

writeFileSync('README.md', withGeneratedParts(readFileSync('README.md', 'utf8')));
