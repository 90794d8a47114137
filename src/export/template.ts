import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ISSUE_LANGS, SECTIONS, type IssueLang } from '../model.ts';
import { parseCheckedYaml, type Problem } from '../text/checked-yaml.ts';
import { LABEL_KEYS, LABELS, type Label } from './labels.ts';

export const SHIPPED_TEMPLATES = ['model', 'daily', 'papers'] as const;
export const LENGTH_UNITS = ['words', 'characters'] as const;

const texts = z.strictObject({ en: z.string().optional(), ko: z.string().optional() });
const key = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and "-", such as "news-feature"');

/** How long a text may be. English is counted in words; Korean in characters (with spaces) or in eojeol, its words. */
const limitSchema = z.strictObject({
  min: z.int().min(0).default(0),
  max: z.int().min(1),
  unit: z.enum(LENGTH_UNITS).default('words'),
});
const limitsSchema = z.strictObject({
  en: limitSchema.prefault({ min: 60, max: 120 }),
  ko: limitSchema.prefault({ min: 150, max: 400, unit: 'characters' }),
});

const common = {
  key: key.describe('Names the section in the store; never change it once an issue was made.'),
  heading: texts.optional().describe('Per language; the label of the kind when missing.'),
  level: z.int().min(2).max(4).default(2).describe('Level of its heading: 3 puts it under the section before.'),
};

const sectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('text'),
    text: texts.optional().describe('What an editor may replace.'),
  }),
  z.strictObject({ ...common, kind: z.literal('prompts') }),
  z.strictObject({ ...common, kind: z.literal('highlights') }),
  z.strictObject({
    ...common,
    kind: z.literal('feature'),
    about: z.enum(['news', 'research']).default('news'),
    max: z.int().min(1).max(20).default(1).describe('Features in the section.'),
    parts: z.array(z.string()).min(1).default(['summary', 'overview']).describe('Its first headings, as label keys.'),
    limits: limitsSchema.optional().describe('Length of the first part.'),
  }),
  z.strictObject({ ...common, kind: z.literal('own'), cap: z.int().min(1).max(100).default(8) }),
  z.strictObject({
    ...common,
    kind: z.literal('list'),
    of: z.enum(SECTIONS),
    cap: z.int().min(1).max(500).default(12).describe('Slots in the list.'),
    order: z.enum(['rank', 'date', 'title']).default('rank').describe('How a night orders what no editor has moved.'),
    line: z.enum(['heading', 'title']).describe('A linked heading with a paragraph, or a list of linked titles.'),
    blurb: limitsSchema.prefault({}).describe('Length of the paragraph.'),
  }),
  z.strictObject({ ...common, kind: z.literal('letters') }),
]);

const templateSchema = z.strictObject({
  name: key,
  languages: z
    .array(z.enum(ISSUE_LANGS))
    .min(1)
    .default([...ISSUE_LANGS]),
  values: z
    .record(z.string(), z.union([z.string(), texts]))
    .default({})
    .describe('What {name} stands for in titles and fixed texts, beside {number}, {date} and {topics}.'),
  title: texts.describe('The title proposed: {topics} are the short titles of the two top features.'),
  subtitle: texts.optional(),
  people: z.record(key, texts).default({}).describe('The name of each editor in each language.'),
  labels: z.partialRecord(z.enum(LABEL_KEYS), texts).default({}).describe('Words of your own for the shipped labels.'),
  sections: z.array(sectionSchema).min(1),
});

export type Template = z.output<typeof templateSchema>;
export type TemplateSection = z.output<typeof sectionSchema>;
export type ListSection = Extract<TemplateSection, { kind: 'list' }>;
export type Limit = z.output<typeof limitSchema>;

/** Values every template may use in its texts without naming them. */
const GIVEN_VALUES = ['number', 'date', 'topics'];

/** Reads a template. Throws YamlError with every problem at once: key, what is wrong, how to mend it, file and line. */
export function loadTemplate(yamlText: string, file: string): Template {
  return parseCheckedYaml(yamlText, file, templateSchema, templateProblems);
}

/** A shipped template by its name, else the file at a path. Throws YamlError, or when the file cannot be read. */
export function readTemplate(nameOrPath: string): Template {
  const shipped = fileURLToPath(new URL(`shipped/${nameOrPath}.yaml`, import.meta.url));
  const file = (SHIPPED_TEMPLATES as readonly string[]).includes(nameOrPath) ? shipped : nameOrPath;
  if (!existsSync(file))
    throw new Error(`${file}: no such template; name one of ${SHIPPED_TEMPLATES.join(', ')}, or the path of a file`);
  return loadTemplate(readFileSync(file, 'utf8'), file);
}

/** A label in a language: the template's own word, else the shipped one. */
export function labelOf(template: Template, label: Label, lang: IssueLang): string {
  return template.labels[label]?.[lang] ?? LABELS[label][lang];
}

/** The heading of a section in a language; null for a text section that has none. */
export function headingOf(template: Template, section: TemplateSection, lang: IssueLang): string | null {
  return section.heading?.[lang] ?? labelOfKind(template, section, lang);
}

/** A heading as people speak of it: without the colon behind it; the section's key where there is none. */
export function nameOfSection(key: string, heading: string | null): string {
  return heading?.replace(/\s*:?\s*$/, '') || key;
}

function labelOfKind(template: Template, section: TemplateSection, lang: IssueLang): string | null {
  switch (section.kind) {
    case 'text':
      return null;
    case 'feature':
      return labelOf(template, section.about === 'news' ? 'newsFeature' : 'researchFeature', lang);
    case 'list':
      return labelOf(template, section.of, lang);
    case 'prompts':
    case 'highlights':
    case 'own':
    case 'letters':
      return labelOf(template, section.kind, lang);
  }
}

/** What one key cannot see: keys used twice, texts that lack a language of the issue, names that stand for nothing. */
function templateProblems(template: Template): Problem[] {
  const known = [...GIVEN_VALUES, ...Object.keys(template.values)];
  return [
    ...template.sections.flatMap((section, index) =>
      template.sections.findIndex((other) => other.key === section.key) < index
        ? [{ path: ['sections', index, 'key'], what: `"${section.key}" is used twice; give each section its own key` }]
        : [],
    ),
    ...textsOf(template).flatMap(({ path, text }) => [
      ...missingLanguages(template, path, text),
      ...unknownValues(path, text, known),
    ]),
  ];
}

type Texts = z.output<typeof texts>;
type Place = { path: PropertyKey[]; text: Texts };

/** Every text of a template that is written per language, with its place. */
function textsOf(template: Template): Place[] {
  const place = (path: PropertyKey[], text: Texts | string | undefined): Place[] =>
    text === undefined || typeof text === 'string' ? [] : [{ path, text }];
  return [
    ...place(['title'], template.title),
    ...place(['subtitle'], template.subtitle),
    ...Object.entries(template.values).flatMap(([name, text]) => place(['values', name], text)),
    ...Object.entries(template.people).flatMap(([name, text]) => place(['people', name], text)),
    ...Object.entries(template.labels).flatMap(([name, text]) => place(['labels', name], text)),
    ...template.sections.flatMap((section, index) => [
      ...place(['sections', index, 'heading'], section.heading),
      ...(section.kind === 'text' ? place(['sections', index, 'text'], section.text) : []),
    ]),
  ];
}

function missingLanguages(template: Template, path: PropertyKey[], text: Texts): Problem[] {
  return template.languages
    .filter((lang) => (text[lang] ?? '').trim() === '')
    .map((lang) => ({
      path: [...path, lang],
      what: `missing; the issue is made in ${template.languages.join(' and ')}`,
    }));
}

function unknownValues(path: PropertyKey[], text: Texts, known: readonly string[]): Problem[] {
  const names = valueNames(text.en ?? '').concat(valueNames(text.ko ?? ''));
  return [...new Set(names)]
    .filter((name) => path[0] === 'values' || !known.includes(name))
    .map((name) => ({
      path,
      what:
        path[0] === 'values'
          ? `{${name}} inside a value; values hold plain text`
          : `{${name}} stands for nothing; known are ${known.map((each) => `{${each}}`).join(', ')}`,
    }));
}

function valueNames(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}
