import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.ts';

/** Where a collection's time goes, in the order of a record's way. */
export const STAGES = [
  'start, configuration',
  'asking (net)',
  'reading feeds (collect)',
  'making items (extract)',
  'identity (dedupe)',
  'storing (store)',
  'order of the night',
  'collecting garbage',
  'Node itself',
] as const;
type Stage = (typeof STAGES)[number];

/** Rooms and packages whose frames decide; the innermost that is named here does. */
const BELONGS: readonly (readonly [RegExp, Stage])[] = [
  [/\/src\/(?:cli|config|text\/checked-yaml)|node_modules\/(?:yaml|zod|commander)\//, 'start, configuration'],
  [/\/src\/net\/|node_modules\/undici\//, 'asking (net)'],
  [/\/src\/collect\/|node_modules\/rss-parser\//, 'reading feeds (collect)'],
  [/\/src\/extract\//, 'making items (extract)'],
  [/\/src\/dedupe\//, 'identity (dedupe)'],
  [/\/src\/store\/|node_modules\/(?:better-sqlite3|drizzle-orm)\//, 'storing (store)'],
  [/\/src\/night\//, 'order of the night'],
];

interface Profile {
  nodes: { id: number; callFrame: Frame; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}
interface Frame {
  functionName: string;
  url: string;
  lineNumber: number;
  columnNumber: number;
}

/** Runs a program under V8's profiler. Returns the share of its busy time, in per cent, by stage. */
export async function timeByStage(folder: string, argv: readonly string[]): Promise<Record<string, number>> {
  await measure(argv, ['--cpu-prof', '--cpu-prof-dir', folder]);
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'));
  const profile = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile;
  rmSync(join(folder, name));
  return sharesOf(profile);
}

function sharesOf({ nodes, samples, timeDeltas }: Profile): Record<string, number> {
  const stageOf = stagesOf(nodes);
  const times: Record<string, number> = {};
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const stage = stageOf.get(id) ?? null;
    if (stage === null) continue;
    const time = timeDeltas[index] ?? 0;
    times[stage] = (times[stage] ?? 0) + time;
    total += time;
  }
  return Object.fromEntries(Object.entries(times).map(([stage, time]) => [stage, (100 * time) / total]));
}

/** The stage of every node of the tree of calls: its own, or that of what called it; null for doing nothing. */
function stagesOf(nodes: Profile['nodes']): Map<number, Stage | null> {
  const maps = new Map<string, SourceMap | null>();
  const stages = new Map<number, Stage | null>();
  // A node stands behind the one that called it.
  for (const { id, callFrame, children = [] } of nodes) {
    const inherited = stages.get(id) ?? 'Node itself';
    const stage = ownStage(callFrame, maps) ?? inherited;
    stages.set(id, callFrame.functionName === '(idle)' ? null : stage);
    for (const child of children) stages.set(child, stage);
  }
  return stages;
}

function ownStage(frame: Frame, maps: Map<string, SourceMap | null>): Stage | null {
  if (frame.functionName === '(garbage collector)') return 'collecting garbage';
  const place = placeOf(frame, maps);
  return BELONGS.find(([pattern]) => pattern.test(place))?.[1] ?? null;
}

/** The file as it was before bundling. */
function placeOf({ url, lineNumber, columnNumber }: Frame, maps: Map<string, SourceMap | null>): string {
  if (!url.startsWith('file:')) return url;
  const file = fileURLToPath(url);
  let map = maps.get(file);
  if (map === undefined) {
    map = readMap(`${file}.map`);
    maps.set(file, map);
  }
  const entry = map?.findEntry(lineNumber, columnNumber);
  return entry !== undefined && 'originalSource' in entry ? `/${entry.originalSource}` : file;
}

function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload);
  } catch {
    return null;
  }
}
