import { Element, type ParentNode } from 'domhandler';
import type { Article, ArticleField, Lang } from '../model.ts';
import { canonicalUrl, plausibleCanonical } from '../text/urls.ts';
import { type Block, textBlocks } from './blocks.ts';
import { readAuthors } from './metadata/authors.ts';
import { readDates } from './metadata/dates.ts';
import { type Claim, type PageFacts, readFacts } from './metadata/facts.ts';
import { isAiGenerated, isPaywalled, readRights, readSection } from './metadata/flags.ts';
import { readImage } from './metadata/image.ts';
import { textsOf } from './metadata/jsonld.ts';
import { readLanguage } from './metadata/language.ts';
import { readTitle } from './metadata/title.ts';
import { type Page, parsePage } from './page.ts';
import { pruner } from './prune.ts';
import { readable } from './readable.ts';

export interface ExtractOptions {
  /** Response headers, names in lower case; read for rights only. */
  headers?: Readonly<Record<string, string>>;
  /** Minutes east of UTC of dates that carry no zone. */
  zoneOffset?: number;
}

/** A block counts as the article's when Readability kept at least this share of its characters. */
const KEPT_SHARE = 0.5;

/**
 * Reads the article of a page: its text and what the page says of it. Pure, and total: a hostile or empty page gives
 * an article without text and the reason.
 *
 * @param html decoded markup
 * @param url the address the page was read from, after redirects; "" when unknown
 */
export function extractArticle(html: string, url: string, options: ExtractOptions = {}): Article {
  const page = parsePage(html);
  const facts = readFacts(page, url);
  const { text, from: textFrom, cut } = readText(page, textsOf(facts.article, 'articleBody')[0] ?? '');
  const title = readTitle(facts);
  const authors = readAuthors(facts);
  const { published, updated } = readDates(facts, options.zoneOffset ?? 0);
  const image = readImage(facts);
  const language = readLanguage(facts, text || (title?.value ?? ''));
  const canonical = readCanonical(facts);
  return {
    text,
    title: title?.value ?? '',
    authors: authors?.value ?? [],
    published: published?.value.at ?? null,
    publishedAs: published?.value.written ?? null,
    updated: updated?.value.at ?? null,
    image: image?.value ?? null,
    canonicalUrl: canonical?.value ?? null,
    language: language?.value ?? ('' satisfies Lang),
    section: readSection(facts),
    paywalled: isPaywalled(facts),
    aiGenerated: isAiGenerated(facts),
    rights: readRights(facts, options.headers ?? {}),
    from: origins({
      title,
      authors,
      published,
      updated,
      image,
      canonicalUrl: canonical,
      language,
      text: text === '' ? null : { value: text, from: textFrom },
    }),
    cut,
    reason: page.reason ?? (text === '' ? 'no running text was found on the page' : null),
  };
}

/** The address the page claims, where that is plausible; without a page address to compare, the claim as it is. */
function readCanonical({ url, links, metas }: PageFacts): Claim<string> | null {
  const claims = [
    { value: links.get('canonical')?.[0], from: 'canonical' },
    { value: metas.get('og:url')?.[0], from: 'og:url' },
  ];
  for (const { value, from } of claims) {
    const plausible = url === '' ? value : plausibleCanonical(url, value);
    if (plausible) return { value: plausible, from };
  }
  return url === '' ? null : { value: canonicalUrl(url), from: 'address' };
}

function readText(page: Page, articleBody: string): { text: string; from: string; cut: string[] } {
  const blocks = textBlocks(page.root);
  const share = readable(page.root, blocks, true) ?? readable(page.root, blocks, false) ?? [];
  const kept = blocks.filter((_, index) => (share[index] ?? 0) >= KEPT_SHARE);
  if (kept.length === 0) return { text: paragraphs(articleBody), from: 'json-ld', cut: [] };
  return { text: kept.map((block) => block.text).join('\n\n'), from: 'page', cut: cutLines(blocks, new Set(kept)) };
}

function paragraphs(text: string): string {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n\n');
}

/** What was left out, counted by why: "navigation: 12 blocks, 340 characters". */
function cutLines(blocks: readonly Block[], kept: ReadonlySet<Block>): string[] {
  const why = pruner(blocks);
  const sums = new Map<string, { blocks: number; chars: number }>();
  for (const block of blocks) {
    if (kept.has(block)) continue;
    const reason = reasonAround(block.element, why) ?? 'not part of the article';
    const sum = sums.get(reason) ?? { blocks: 0, chars: 0 };
    sums.set(reason, { blocks: sum.blocks + 1, chars: sum.chars + block.text.length });
  }
  return [...sums].map(([reason, sum]) => `${reason}: ${sum.blocks} blocks, ${sum.chars} characters`);
}

function reasonAround(element: Element, why: (element: Element) => string | null): string | null {
  for (let at: ParentNode | null = element; at instanceof Element; at = at.parent) {
    const reason = why(at);
    if (reason) return reason;
  }
  return null;
}

function origins(claims: Partial<Record<ArticleField, Claim<unknown> | null>>): Article['from'] {
  return Object.fromEntries(Object.entries(claims).flatMap(([field, claim]) => (claim ? [[field, claim.from]] : [])));
}
