import type { Article, ArticleField } from '../model.ts';
import { canonicalUrl, plausibleCanonical } from '../text/urls.ts';
import { textBlocks } from './blocks.ts';
import { citedLinks } from './cited.ts';
import { readAuthors } from './metadata/authors.ts';
import { readDates } from './metadata/dates.ts';
import { type Claim, type PageFacts, readFacts } from './metadata/facts.ts';
import { isAiGenerated, isPaywalled, readRights, readSection } from './metadata/flags.ts';
import { readImage } from './metadata/image.ts';
import { readLanguage } from './metadata/language.ts';
import { readTitle } from './metadata/title.ts';
import { parsePage } from './page.ts';
import { readKnown } from './readers/readers.ts';
import { readText } from './text.ts';
import { say, type Sentence } from '../text/said.ts';

export interface ExtractOptions {
  /** Response headers, names in lower case; read for the rights and the kind of document. */
  headers?: Readonly<Record<string, string>>;
  /** IANA zone of dates that name none; null or missing for UTC. */
  timezone?: string | null;
}

/**
 * Reads the article of a page: its text and what the page says of it. Pure, and total: a hostile, empty or foreign
 * document gives an article without text and the reason.
 *
 * @param html decoded markup
 * @param url the address the page was read from, after redirects; "" when unknown
 */
export function extractArticle(html: string, url: string, options: ExtractOptions = {}): Article {
  const headers = options.headers ?? {};
  const foreign = whyForeign(html, headers['content-type'] ?? '');
  const page = parsePage(foreign === null ? html : '');
  const facts = readFacts(page, url);
  const known = readKnown(page, facts);
  const title = known.title ?? readTitle(facts);
  const { text, cut, blocks } = known.text
    ? { text: known.text, cut: [], blocks: textBlocks(page.root) }
    : readText(page, facts, title?.value ?? '');
  const { published: found, updated } = readDates(facts, options.timezone ?? null);
  const published = known.published === undefined ? found : known.published;
  const authors = known.authors ?? readAuthors(facts);
  const image = readImage(facts);
  const canonical = readCanonical(facts);
  const language = readLanguage(facts, text?.value ?? title?.value ?? '');
  const section = readSection(facts);
  return {
    text: text?.value ?? '',
    title: title?.value ?? '',
    authors: authors?.value ?? [],
    published: published?.value.at ?? null,
    publishedAs: published?.value.written ?? null,
    updated: updated?.value.at ?? null,
    image: image?.value ?? null,
    canonicalUrl: canonical?.value ?? null,
    language: language?.value ?? '',
    section: section?.value ?? '',
    cites: text ? citedLinks(blocks, text.value, url) : [],
    paywalled: isPaywalled(facts),
    aiGenerated: isAiGenerated(facts),
    rights: readRights(facts, headers),
    from: origins({ text, title, authors, published, updated, image, canonicalUrl: canonical, language, section }),
    cut,
    reason: foreign ?? page.reason ?? (text ? null : say('article.noText')),
  };
}

/** Why a document is no page to be read, or null. */
function whyForeign(text: string, contentType: string): Sentence | null {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (text.startsWith('%PDF-') || type === 'application/pdf') return say('page.pdf');
  return type === '' || /html|xml|^text\//.test(type) ? null : say('page.other', { type });
}

/** The address the page claims, where that is plausible; without a page address to compare with, the claim as it is. */
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

function origins(claims: Record<ArticleField, Claim<unknown> | null>): Article['from'] {
  return Object.fromEntries(Object.entries(claims).flatMap(([field, claim]) => (claim ? [[field, claim.from]] : [])));
}
