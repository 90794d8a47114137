import { say, type Sentence } from '../text/said.ts';
import { header } from './response.ts';
import type { Headers } from './response.ts';

/** A page that stands in front of the document, and wants a human. */
interface Gatekeeper {
  name: string;
  /** Headers that prove it, whatever the status. */
  header?: (headers: Headers) => boolean;
  /** Matches the page's title, whatever the status. */
  title?: RegExp;
  /** Traces in the page, believed only where the answer is a refusal anyway. */
  trace?: RegExp;
}

const says = (name: string, words: RegExp) => (headers: Headers) => words.test(header(headers, name) ?? '');

/** The bot walls met on the open web, by what their answers look like. */
const GATEKEEPERS: readonly Gatekeeper[] = [
  {
    name: 'Cloudflare',
    header: says('cf-mitigated', /challenge|block/i),
    title: /^(?:just a moment\.\.\.|attention required! \| cloudflare|access denied \| .* used cloudflare)/i,
    trace: /cf-chl-|cf-error-details|^error code: 10(?:0[5-9]|1\d|20)\b/i,
  },
  { name: 'Akamai', trace: /errors\.edgesuite\.net|<title>access denied<\/title>[^]*reference\s*(?:&#32;)?#/i },
  { name: 'DataDome', header: says('x-datadome', /protected/i), trace: /captcha-delivery\.com/i },
  { name: 'HUMAN', trace: /px-captcha|_pxAppId/ },
  { name: 'Imperva', trace: /_Incapsula_Resource|incapsula incident id/i },
  { name: 'AWS WAF', header: says('x-amzn-waf-action', /challenge|captcha/i) },
  { name: 'Sucuri', title: /^sucuri website firewall/i, trace: /sucuri website firewall/i },
  { name: 'Vercel', header: says('x-vercel-mitigated', /challenge|deny/i), title: /^vercel security checkpoint/i },
  { name: 'Anubis', title: /^making sure you(?:'|&#39;|’)re not a bot/i },
  { name: 'DDoS-Guard', title: /^ddos-guard/i },
  { name: 'Reddit', trace: /blocked by (?:mistake|network security)|whoa there, pardner/i },
];

/**
 * Who stopped us, when an answer is a bot wall's page instead of the document.
 *
 * @param page the beginning of the body as text, "" when it is not HTML or text
 * @returns the wall's name, null when it is none
 */
export function recogniseChallenge(status: number, headers: Headers, page: string): string | null {
  const title = /<title[^>]*>\s*([^<]*)/i.exec(page)?.[1] ?? '';
  const refused = status === 401 || status === 403 || status === 429 || status === 503;
  const found = GATEKEEPERS.find(
    (gate) =>
      gate.header?.(headers) === true ||
      (title !== '' && gate.title?.test(title) === true) ||
      (refused && gate.trace?.test(page) === true),
  );
  return found?.name ?? null;
}

/**
 * Whether a 403 means 429: it says when to come back, or that the allowance is used up (Reddit, GitHub), or is
 * Cloudflare's error 1015, "you are being rate limited".
 */
export function meansSlowDown(headers: Headers, page: string): boolean {
  return (
    headers['retry-after'] !== undefined ||
    Number(header(headers, 'x-ratelimit-remaining') ?? 1) === 0 ||
    /\berror(?: code:)? 1015\b|you are being rate limited/i.test(page)
  );
}

/** What happened and what to write to the site, for the ledger. @param path of the document, without its query */
export function explainChallenge(
  name: string,
  status: number,
  host: string,
  path: string,
  userAgent: string,
): Sentence {
  return say('feed.challenge', { name, status, host, path, agent: userAgent });
}
