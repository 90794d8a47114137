/**
 * Trains the classifier of text blocks on all pages and writes src/extract/block-model.json.
 *
 *   node --import tsx scripts/extract/train.ts
 *
 * The honest figures are those of scripts/tables/extraction.ts: the shipped model has seen every page.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FEATURE_NAMES } from '../../src/extract/features.ts';
import { readGoldPages } from './data.ts';
import { examplesOf, labelPage, TRAINING } from './examples.ts';
import { train } from './gbt.ts';

const MODEL = fileURLToPath(new URL('../../src/extract/block-model.json', import.meta.url));

const { bias, trees } = train(examplesOf(readGoldPages().map(labelPage)), TRAINING);
const short = (value: number): number => Number(value.toPrecision(5));
const compact = trees.map(({ feature, threshold, right }) => ({ feature, threshold: threshold.map(short), right }));
writeFileSync(MODEL, `${JSON.stringify({ features: FEATURE_NAMES, bias: short(bias), trees: compact })}\n`);
