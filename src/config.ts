import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ISSUE_LANGS, PAGE_POLICIES, RULE_FIELDS, SECTIONS, SOURCE_KINDS, type Source } from './model.ts';
import { parseRange } from './text/address-range.ts';
import { parseCheckedYaml, YamlError, type Problem } from './text/checked-yaml.ts';

/** The name of an environment variable: a secret itself never stands in the file, and so in no message about it. */
const variable = z
  .string()
  .regex(/^(?:[A-Za-z_][A-Za-z0-9_]*)?$/, 'not the name of an environment variable; put the value there, its name here')
  .default('');

const zone = z.string().refine(isZone, 'not an IANA time zone, such as Asia/Seoul');
const count = (fallback: number, max = 10_000) => z.int().min(0).max(max).default(fallback);

const selectorsSchema = z.strictObject({
  list: z.string().optional(),
  title: z.string().optional(),
  link: z.string().optional(),
  date: z.string().optional(),
  summary: z.string().optional(),
});

const ruleSchema = z.strictObject({
  action: z.enum(['must', 'block']).describe('must: such a story always surfaces; block: it stays below the line.'),
  field: z.enum(RULE_FIELDS).describe('Where to look.'),
  matches: z.string().min(1).describe('A word or phrase in title or text; the whole value of another field.'),
});

const sourceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u, 'may hold letters, digits, ".", "_" and "-" only')
    .optional()
    .describe('The name of the source in the ledger and in commands; made from the outlet or the host.'),
  url: z.string().describe('Where the source is: a feed, an arXiv listing, a page, or for mail a folder.'),
  kind: z.enum(SOURCE_KINDS).default('feed').describe('How it is read.'),
  title: z.string().optional().describe('What the source is called; the outlet when missing.'),
  outlet: z.string().optional().describe('The publisher a reader would name; the host when missing.'),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'not a language code such as en or ko')
    .optional()
    .describe('Its language.'),
  section: z.enum(SECTIONS).optional().describe('Where its items go: papers for arXiv, else news.'),
  enabled: z.boolean().default(true).describe('Whether a night asks it.'),
  allowPrivate: z.boolean().default(false).describe('Allows loopback and private addresses.'),
  timezone: zone.optional().describe('The zone of its dates when they name none; UTC when missing.'),
  dateOffset: z.int().min(-1440).max(1440).default(0).describe('Minutes added to its dates, to repair a wrong zone.'),
  weight: z.number().min(0).max(10).default(1).describe('How much it counts in ranking.'),
  include: z.array(z.string()).default([]).describe('Only items that hold one of these words stay above the line.'),
  exclude: z.array(z.string()).default([]).describe('Items that hold one of these words go below the line.'),
  pages: z.enum(PAGE_POLICIES).optional().describe('Whose article pages are read; the top-level `pages` when missing.'),
  rival: z.boolean().default(false).describe('Another newsletter, read for comparison only.'),
  own: z.boolean().default(false).describe("The team's own outlet."),
  primary: z.boolean().default(false).describe('News is made here (a lab, a court): its item leads a story.'),
  robots: z.boolean().optional().describe('Asks robots.txt first; true for pages, false for feeds.'),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/, 'not the name of a header'), z.string())
    .default({})
    .describe('Request headers; secrets by variable: "Bearer ${TOKEN}", "basic:${USER_AND_PASSWORD}".'),
  idleDays: z.number().min(0.1).max(365).optional().describe('Days of silence before it is called stale; learned.'),
  selectors: selectorsSchema.prefault({}).describe('CSS selectors of a page: list, title, link, date, summary.'),
});

/**
 * The one table of options: every key of feeds.yaml with its default, range and doc line. The README's table is made
 * from it, and unknown keys are compared with it.
 */
export const configSchema = z.strictObject({
  schedule: z.string().default('0 5 * * *').describe('When the night runs: a cron expression in `timezone`.'),
  timezone: zone.default('UTC').describe("The editors' zone: it names the nights and times the schedule."),
  contact: z.string().default('').describe('A mail address or page for site operators, sent in the User-Agent.'),
  languages: z.array(z.enum(ISSUE_LANGS)).min(1).default(['en', 'ko']).describe('The languages of the issue.'),
  pages: z.enum(PAGE_POLICIES).default('candidates').describe('Which article pages are read.'),
  issue: z
    .strictObject({
      template: z.string().default('model').describe('model, daily, papers, or the path of a template of your own.'),
      glossary: z.string().default('').describe("Path of the team's glossary; the shipped one when empty."),
      figures: z
        .string()
        .regex(/^(?:https?:\/\/\S+)?$/, 'must be an address that starts with https://')
        .default('')
        .describe('Address under which the folder of figures beside the database is published.'),
    })
    .prefault({}),
  caps: z
    .strictObject({
      perOutlet: count(3, 100).describe('News slots of one outlet; 0 = no cap, here and below.'),
      perSource: count(0, 100).describe('News slots of one source.'),
      perTopic: count(6, 100).describe('News slots on one subject of the profile.'),
      perLab: count(4, 100).describe('News slots on one laboratory named in titles.'),
      perLanguage: count(0, 100).describe('News slots in one language.'),
      pages: count(300).describe('Article pages read in one night.'),
    })
    .prefault({}),
  topics: z
    .strictObject({
      require: z.array(z.string()).default([]).describe('Words that put a story on topic, beside the shipped profile.'),
      block: z.array(z.string()).default([]).describe('Words that put a story below the line.'),
      mustLook: z.array(z.string()).default([]).describe('Words that always surface a story.'),
    })
    .prefault({}),
  arxiv: z
    .strictObject({
      harvest: z
        .string()
        .refine((text) => text === '' || isWebAddress(text), 'not an address such as https://oaipmh.arxiv.org/oai')
        .default('')
        .describe("Where missed batches are fetched by OAI-PMH; arXiv's own place for its feeds when empty."),
    })
    .prefault({}),
  rules: z.array(ruleSchema).default([]).describe('Rules over any field; see the keys of a rule.'),
  stories: z
    .strictObject({
      windowDays: z.int().min(1).max(60).default(10).describe('Days for which a story takes new reports.'),
    })
    .prefault({}),
  retention: z
    .strictObject({
      texts: z.int().min(7).max(3650).default(60).describe('Days for which full texts are kept.'),
      ledger: z.int().min(30).max(3650).default(400).describe('Days for which rows of the ledger are kept.'),
      items: z.int().min(30).max(3650).default(400).describe('Days for which items that nobody picked are kept.'),
    })
    .prefault({}),
  writer: z
    .strictObject({
      tokens: z.int().min(0).max(100_000_000).default(200_000).describe('Tokens the writer may use in one night.'),
      seconds: z.int().min(1).max(86_400).default(600).describe('Seconds its answers may take in one night.'),
      inputPrice: z.number().min(0).default(0).describe('Price of a million tokens read, for the cost that is shown.'),
      outputPrice: z.number().min(0).default(0).describe('The same for a million tokens written.'),
    })
    .prefault({}),
  backup: z
    .strictObject({
      keep: count(7, 365).describe('Nightly backups kept beside the database; 0 makes none.'),
    })
    .prefault({}),
  desk: z
    .strictObject({
      host: z.string().default('127.0.0.1').describe('The address the desk listens at; this machine only as it ships.'),
      port: z.int().min(0).max(65_535).default(4680).describe('The port the desk listens at; 0 takes a free one.'),
      publicUrl: z
        .string()
        .refine((text) => text === '' || isWebAddress(text), 'not an address such as https://desk.example.org')
        .default('')
        .describe('Where editors reach the desk when it stands behind a reverse proxy.'),
      trustedProxies: z
        .array(z.string().refine((range) => parseRange(range) !== null, 'not an address or a range such as 10.0.0.0/8'))
        .default([])
        .describe('Addresses of reverse proxies that are believed about where a request came from.'),
    })
    .prefault({}),
  message: z
    .strictObject({
      webhook: variable.describe('Name of the environment variable with a Slack-compatible webhook.'),
      smtp: variable.describe('Name of the environment variable with smtp(s)://user:password@host.'),
      command: z.array(z.string()).default([]).describe('A program and its arguments that get the message as input.'),
      from: z.string().default('').describe('Who the mail comes from; `contact` when empty.'),
      to: z.array(z.string()).default([]).describe('Who gets the mail.'),
      lang: z.enum(ISSUE_LANGS).default('en').describe('The language of the morning message.'),
      desk: z.string().default('').describe("The desk's address, told in the message; `desk.publicUrl` when empty."),
    })
    .prefault({}),
  net: z
    .strictObject({
      concurrency: z.int().min(1).max(256).default(16).describe('Requests under way at once.'),
      perService: z.int().min(1).max(16).default(1).describe('Requests under way at once to one service.'),
      delayMs: z.int().min(0).max(60_000).default(1000).describe('Milliseconds between two requests to one service.'),
      timeoutMs: z.int().min(100).max(600_000).default(30_000).describe('Milliseconds until an exchange is given up.'),
      retries: z.int().min(0).max(5).default(2).describe('How often a failed exchange is tried again.'),
      maxBytes: z.int().min(10_000).max(200_000_000).default(32_000_000).describe('Largest body, after decompression.'),
      ports: z.array(z.int().min(1).max(65_535)).default([80, 443, 8080, 8443]).describe('Ports that may be dialled.'),
      proxy: variable.describe('Name of the environment variable that holds a proxy address.'),
    })
    .prefault({}),
  sources: z.array(sourceSchema).default([]).describe('The sources; see the keys of a source.'),
});

export type Config = Omit<z.output<typeof configSchema>, 'sources'> & { sources: readonly Source[] };

/** Reads feeds.yaml. Throws YamlError with every problem at once when it cannot be read or breaks the schema. */
export function loadConfig(file: string): Config {
  return parseConfig(textOf(file), file);
}

/** The same for one who asks at every request: parsed again only when the file says something else. Throws as above. */
export function configReader(file: string): () => Config {
  let known: { text: string; config: Config } | null = null;
  return () => {
    const text = textOf(file);
    if (known?.text !== text) known = { text, config: parseConfig(text, file) };
    return known.config;
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new YamlError([`${file}: cannot be read (${why}). "nightdesk init" writes a first one.`]);
  }
}

/** The same for a text; `file` is only named in the problems. */
export function parseConfig(text: string, file = 'feeds.yaml'): Config {
  const { sources, ...rest } = parseCheckedYaml(text, file, configSchema, (data) =>
    sourceProblems(completeSources(data.sources, data.pages)),
  );
  return { ...rest, sources: completeSources(sources, rest.pages) };
}

type RawSource = z.output<typeof sourceSchema>;

function completeSources(sources: readonly RawSource[], pages: Source['pages']): Source[] {
  const taken = new Set(sources.map((source) => source.id));
  return sources.map((source) => {
    const host = hostOf(source.url);
    const outlet = source.outlet ?? source.title ?? host;
    return {
      ...source,
      id: source.id ?? freeId(source, outlet, taken),
      title: source.title ?? outlet,
      outlet,
      lang: source.lang ?? '',
      section: source.section ?? (source.kind === 'arxiv' ? 'papers' : 'news'),
      timezone: source.timezone ?? null,
      pages: source.pages ?? pages,
      robots: source.robots ?? source.kind === 'page',
      idleDays: source.idleDays ?? null,
    };
  });
}

/** An id from the outlet; the address is added when another source of that outlet stands before it. */
function freeId(source: RawSource, outlet: string, taken: Set<string | undefined>): string {
  const base = slug(outlet);
  const long = slug(`${base} ${source.url.replace(/^[a-z]+:\/\/[^/]*/i, '')}`).slice(0, 90);
  let id = taken.has(base) ? long : base;
  for (let number = 2; taken.has(id); number++) id = `${long}-${number}`;
  taken.add(id);
  return id;
}

function slug(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60) || 'source';
}

function hostOf(url: string): string {
  const host = /^[a-z]+:\/\/(?:[^/@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? url;
  return host.replace(/^www\./, '');
}

/** Headers that hold no secrets, whose values may stand in the file. */
const OPEN_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'referer']);

/** What one source's own schema cannot see: addresses by kind, and ids and addresses that are used twice. */
function sourceProblems(sources: readonly Source[]): Problem[] {
  const problems: Problem[] = [];
  const ids = new Map<string, number>();
  const urls = new Map<string, number>();
  for (const [index, source] of sources.entries()) {
    for (const [name, value] of Object.entries(source.headers))
      if (!OPEN_HEADERS.has(name.toLowerCase()) && !/\$\{[A-Za-z_]\w*\}/.test(value))
        problems.push({
          path: ['sources', index, 'headers', name],
          what: 'names no environment variable; write ${NAME} and put the value into that variable',
        });
    if (source.kind !== 'mail' && !isWebAddress(source.url))
      problems.push({ path: ['sources', index, 'url'], what: 'not a URL that starts with http:// or https://' });
    for (const [seen, key, value] of [
      [ids, 'id', source.id],
      [urls, 'url', source.url],
    ] as const) {
      const first = seen.get(value);
      if (first === undefined) seen.set(value, index);
      else
        problems.push({
          path: ['sources', index, key],
          what: `"${value}" stands at sources[${first}] already; remove one`,
        });
    }
  }
  return problems;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
