import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { closest } from './closest.ts';

/** A YAML file of ours is wrong. Every problem is a line that says where, what and how to mend it. */
export class YamlError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'YamlError';
    this.problems = problems;
  }
}

type Path = readonly PropertyKey[];

/** A problem that a schema cannot see, found by the caller. */
export interface Problem {
  path: Path;
  what: string;
}

/**
 * Reads YAML text and checks it with a schema, then with `more`. Throws YamlError with all problems of a step at once;
 * `file` is only named in them.
 */
export function parseCheckedYaml<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  more: (data: z.output<Schema>) => readonly Problem[] = () => [],
): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true, logLevel: 'silent' });
  if (document.errors.length > 0) {
    throw new YamlError(
      document.errors.map((error) => `${file} line ${error.linePos?.[0].line ?? 1}: not YAML: ${firstLine(error)}`),
    );
  }
  const result = schema.safeParse(plainValue(document, file));
  const problems = result.success ? more(result.data) : result.error.issues.flatMap((issue) => explain(issue, schema));
  if (!result.success || problems.length > 0) {
    throw new YamlError(
      problems.map(({ path, what }) => `${showPath(path)}: ${what}; ${file} line ${lineOf(document, lines, path)}`),
    );
  }
  return result.data;
}

/** The document as plain data. An alias that holds itself would be data without an end, and is refused. */
function plainValue(document: Document, file: string): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
    JSON.stringify(value);
    return value;
  } catch (error) {
    throw new YamlError([`${file}: an alias refers to itself or too often; write it out (${firstLine(error)})`]);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1).join('');
}

function explain(issue: z.core.$ZodIssue, schema: z.ZodType): Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key], what: unknownKey(key, keysAt(schema, issue.path)) }));
  if (issue.code === 'invalid_value') return [{ path: issue.path, what: `must be one of ${issue.values.join(', ')}` }];
  if (issue.code === 'invalid_type') return [{ path: issue.path, what: mistyped(issue) }];
  return [{ path: issue.path, what: issue.message }];
}

function mistyped(issue: z.core.$ZodIssueInvalidType): string {
  return issue.message.includes('received undefined')
    ? `missing; must be ${issue.expected}`
    : `must be ${issue.expected}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  const guess = closest(key, known);
  return guess === null ? `unknown key; known are ${known.join(', ')}` : `unknown key; did you mean "${guess}"?`;
}

/** The keys that a schema knows at a path; where forms differ (a union), the keys of all of them. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let nodes: unknown[] = [schema];
  for (const step of path) nodes = nodes.flatMap(forms).map((node) => childOf(node, step));
  const shapes = nodes.flatMap(forms).flatMap((node) => (node instanceof z.ZodObject ? Object.keys(node.shape) : []));
  return [...new Set(shapes)];
}

function childOf(node: unknown, step: PropertyKey): unknown {
  if (node instanceof z.ZodArray) return node.element;
  if (node instanceof z.ZodRecord) return node.valueType;
  return node instanceof z.ZodObject ? node.shape[String(step)] : undefined;
}

function forms(node: unknown): unknown[] {
  if (node instanceof z.ZodDefault || node instanceof z.ZodPrefault || node instanceof z.ZodOptional)
    return forms(node.unwrap());
  return node instanceof z.ZodUnion ? node.options.flatMap(forms) : [node];
}

/** The line of the deepest node on the path that the file has. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (node instanceof Object && 'range' in node && Array.isArray(node.range))
      return lines.linePos(Number(node.range[0])).line;
  }
  return 1;
}

function showPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}
