import type { Failure, FailureCode } from './result.ts';
import type { Trouble } from './trouble.ts';

/** What a failure's sentence is made of. Holds no secret: hosts and redacted addresses only. */
export interface Circumstance extends Trouble {
  host: string;
  /** The status answered, 0 when none. */
  status: number;
  /** It happened behind a redirect, which may be mended without us. */
  redirected: boolean;
}

interface Kind {
  /** now: the client tries again by itself; later: worth another pass this night; never: not this night. */
  again: 'now' | 'later' | 'never';
  permanent?: true;
  say: (at: Circumstance) => string;
}

const wait = ({ waitMs }: Circumstance): string =>
  waitMs === null ? 'later' : `in ${Math.ceil(waitMs / 1000)} s at the earliest`;
const status = (at: Circumstance): string => (at.status === 0 ? '' : ` (${at.status})`);

/** Every way to fail: whether to ask again, and the sentence for the ledger. */
const KINDS: Record<FailureCode, Kind> = {
  'bad-url': {
    again: 'never',
    permanent: true,
    say: (at) => `Not an address that can be fetched: ${at.detail}. Mend it in feeds.yaml.`,
  },
  'forbidden-scheme': {
    again: 'never',
    permanent: true,
    say: (at) =>
      `Only http and https addresses are fetched, and ${at.host} leads to "${at.detail}". Mend the address in feeds.yaml.`,
  },
  'forbidden-port': {
    again: 'never',
    say: (at) =>
      `Port ${at.detail} of ${at.host} is not among the allowed ports. Add it to "net.ports" if the address is right.`,
  },
  'forbidden-address': {
    again: 'never',
    say: (at) =>
      `${at.host} leads to ${at.detail}, an address inside a network or reserved, which is not fetched. If it is your own server, set "allowPrivate: true" on the source.`,
  },
  robots: {
    again: 'never',
    say: (at) =>
      `${at.host} wants no robots at this address (its robots.txt forbids it). Ask the site, or leave the source out.`,
  },
  'robots-unreachable': {
    again: 'later',
    say: (at) =>
      `The robots.txt of ${at.host} could not be read, and until it can nothing is read there (RFC 9309): ${at.detail}`,
  },
  dns: {
    again: 'later',
    say: (at) =>
      `The name ${at.host} could not be looked up (${at.detail}). Check its spelling; if many sources say this, the machine has no working DNS.`,
  },
  refused: {
    again: 'now',
    say: (at) =>
      `${at.host} refused the connection: its server is down, or the port is wrong. It is asked again later.`,
  },
  unreachable: {
    again: 'later',
    say: (at) =>
      `There is no way from this machine to ${at.host} (${at.detail}). If many sources say this, the machine is offline.`,
  },
  tls: {
    again: 'never',
    say: (at) => `No secure connection to ${at.host}: ${at.detail}. It is not read until that is mended.`,
  },
  timeout: { again: 'now', say: (at) => `${at.host} did not answer in time (${at.detail}). It is asked again later.` },
  slow: {
    again: 'later',
    say: (at) => `${at.host} answered too slowly and was cut off after ${at.detail}. It is asked again later.`,
  },
  reset: {
    again: 'now',
    say: (at) => `${at.host} closed the connection without answering (${at.detail}). It is asked again later.`,
  },
  truncated: {
    again: 'now',
    say: (at) =>
      `The answer of ${at.host} broke off before its end (${at.detail}). Nothing of it was kept, and it is asked again later.`,
  },
  protocol: {
    again: 'later',
    say: (at) =>
      `${at.host} answered with something that is not valid HTTP (${at.detail}). Open the address in a browser: it may not be a web server.`,
  },
  'header-too-large': {
    again: 'never',
    say: (at) =>
      `${at.host} sent more response headers than allowed. Open the address in a browser and see what answers there.`,
  },
  'too-large': {
    again: 'never',
    say: (at) =>
      `The answer of ${at.host} is larger than allowed (${at.detail}). Raise "net.maxBytes" if it is meant to be.`,
  },
  ratio: {
    again: 'later',
    say: (at) =>
      `The answer of ${at.host} grew suspiciously when unpacked (${at.detail}) and was dropped. It is asked again later; if it stays so, leave the source out.`,
  },
  encoding: {
    again: 'later',
    say: (at) =>
      `The answer of ${at.host} could not be unpacked (${at.detail}). It is asked again later; if it stays so, tell the site.`,
  },
  empty: {
    again: 'now',
    say: (at) =>
      `${at.host} answered ${at.status} with an empty body. It is asked again later; if it stays so, look for another feed.`,
  },
  'bad-redirect': {
    again: 'never',
    say: (at) =>
      `${at.host} answered ${at.status} without a usable new address (${at.detail}). Look for the feed's present place.`,
  },
  'redirect-loop': {
    again: 'never',
    say: (at) =>
      `${at.host} redirects in a circle (back to ${at.detail}). Open the address in a browser and look for the feed's present place.`,
  },
  'too-many-redirects': {
    again: 'never',
    say: (at) => `${at.host} redirected more often than allowed (${at.detail}). Look for the feed's present place.`,
  },
  unauthorized: {
    again: 'never',
    say: (at) =>
      `${at.host} wants a login (${at.status}). Give it in the source's "headers", by the name of an environment variable.`,
  },
  forbidden: {
    again: 'never',
    say: (at) => `${at.host} refuses to show this address (403). Ask the site, or look for another feed.`,
  },
  blocked: { again: 'later', say: (at) => at.detail },
  'rate-limited': {
    again: 'now',
    say: (at) => `${at.host} asks us to slow down${status(at)}; it is asked again ${wait(at)}.`,
  },
  'not-found': {
    again: 'never',
    say: (at) =>
      `There is nothing at this address of ${at.host} (404). The feed may have moved: look for its present place.`,
  },
  gone: {
    again: 'never',
    permanent: true,
    say: (at) =>
      `${at.host} says that this is gone for good and asks us to stop (410). The source is switched off; look for another feed, or have it asked again with "nightdesk sources retry".`,
  },
  http: {
    again: 'never',
    say: (at) =>
      `${at.host} answered ${at.status}, which a feed should not. Open the address in a browser, or look for another feed.`,
  },
  server: {
    again: 'now',
    say: (at) => `${at.host} has trouble of its own (${at.status}). It is asked again ${wait(at)}.`,
  },
  'circuit-open': {
    again: 'later',
    say: (at) => `${at.host} failed several times in a row, so it is left alone for now and asked again ${wait(at)}.`,
  },
  halted: { again: 'never', say: (at) => `Nothing more is asked of ${at.host} this night: ${at.detail}.` },
  proxy: {
    again: 'later',
    say: (at) => `The proxy did not pass the request on (${at.detail}). Check "net.proxy" and the proxy itself.`,
  },
  aborted: {
    again: 'later',
    say: (at) => `The request to ${at.host} was stopped by us before it ended. It is asked again later.`,
  },
};

/** The failure with its sentence. */
export function failureOf(at: Circumstance): Failure {
  const { again, permanent, say } = KINDS[at.code];
  const retryable = again !== 'never';
  return {
    code: at.code,
    message: say(at),
    retryable,
    waitMs: at.waitMs,
    permanent: permanent === true && !at.redirected,
  };
}

/** Whether the client itself should try again after such a failure. */
export function worthAnotherTry(code: FailureCode): boolean {
  return KINDS[code].again === 'now';
}
