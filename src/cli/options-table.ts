import { z } from 'zod';
import { configSchema } from '../config.ts';

interface JsonSchema {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

/** Every key of feeds.yaml as a Markdown table: key, default, range, what it does. Made from the schema itself. */
export function optionsTable(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input' }) as JsonSchema;
  const rows = rowsOf(schema, '').map((cells) => `| ${cells.join(' | ')} |`);
  return ['| key | default | range | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function rowsOf({ properties = {} }: JsonSchema, prefix: string): string[][] {
  return Object.entries(properties).flatMap(([name, node]) => {
    const key = `${prefix}${name}`;
    if (node.items?.properties !== undefined) return rowsOf(node.items, `${key}[].`);
    if (node.properties !== undefined && node.description === undefined) return rowsOf(node, `${key}.`);
    return [[`\`${key}\``, shown(node.default), range(node), node.description ?? '']];
  });
}

function shown(value: unknown): string {
  return value === undefined ? '' : `\`${JSON.stringify(value)}\``;
}

function range({ type, enum: values, items, minimum, maximum }: JsonSchema): string {
  const listed = values ?? items?.enum;
  if (listed !== undefined) return listed.map((value) => String(value)).join(', ');
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  return type === 'array' ? `list of ${items?.type ?? 'values'}` : (type ?? '');
}
