/** Texts as the night gets them: out of saved pages and recorded feeds, by the code of the night. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio/slim';
import { decodeBytes } from '../../src/text/charset.ts';
import { parseConfig } from '../../src/config.ts';
import { readFeed } from '../../src/collect/feed.ts';
import { extractArticle } from '../../src/extract/article.ts';
import { draftItem } from '../../src/extract/item.ts';

export interface RealText {
  title: string;
  text: string;
  language: string;
  /** What the outlet itself says the page is about, "" when it says nothing or repeats the text. */
  description: string;
}

const DATA = '../shared/data';
const LEAST = 600;

/** The same choice in every run, spread over all outlets. */
function inHashOrder(texts: readonly RealText[]): RealText[] {
  const hash = ({ text }: RealText): string => createHash('sha256').update(text).digest('hex');
  return [...new Map(texts.map((text) => [hash(text), text]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text);
}

export async function pageTexts(): Promise<RealText[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    for (const set of ['sh', 'moz', 'fundus', 'wcxb']) {
      execFileSync('tar', ['xzf', `${DATA}/extraction/${set}-dev.tar.gz`, '-C', folder]);
    }
    const names = readdirSync(join(folder, 'html'));
    const texts = await Promise.all(names.map((name) => pageText(join(folder, 'html', name))));
    return inHashOrder(texts.filter(({ text }) => text.length >= LEAST));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function pageText(path: string): Promise<RealText> {
  const { text: html } = await decodeBytes(gunzipSync(readFileSync(path)));
  const { title, text, language } = extractArticle(html, 'https://saved.example/');
  return { title, text, language, description: descriptionOf(html, text) };
}

function descriptionOf(html: string, text: string): string {
  const $ = load(html);
  const all = ['og:description', 'twitter:description', 'description'].map(
    (name) => $(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content')?.trim() ?? '',
  );
  const longest = all.sort((a, b) => b.length - a.length)[0] ?? '';
  const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const isCopy = letters(text).includes(letters(longest).slice(0, 60));
  return longest.length < 60 || isCopy ? '' : longest;
}

interface Manifest {
  documents: readonly { url: string; kind: string; file: string; contentType: string }[];
}

/** The articles that recorded feeds carry whole. */
export async function feedTexts(language: string): Promise<RealText[]> {
  const manifest = JSON.parse(readFileSync(`${DATA}/realweb/manifest.json`, 'utf8')) as Manifest;
  const documents = new Map(
    manifest.documents.filter(({ kind }) => kind !== 'html').map((document) => [document.file, document]),
  );
  const texts: RealText[] = [];
  for (const { url, file, contentType } of documents.values()) {
    const bytes = gunzipSync(readFileSync(`${DATA}/realweb/${file}`));
    const [source] = parseConfig(JSON.stringify({ sources: [{ url }] })).sources;
    if (source === undefined) continue;
    const feed = await readFeed(bytes, { url, contentType }).catch(() => null);
    for (const entry of feed?.entries ?? []) {
      const item = draftItem(entry, source);
      if ('reason' in item || item.language !== language || item.text.length < LEAST) continue;
      texts.push({ title: item.title, text: item.text, language, description: '' });
    }
  }
  return inHashOrder(texts);
}
