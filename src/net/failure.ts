import type { Failure, FailureCode } from './result.ts';

/** What a failure's sentence is made of. Holds no secret: hosts and redacted addresses only. */
export interface Circumstance {
  host: string;
  /** The status answered, 0 when none. */
  status: number;
  /** What the failing part said, in words or as a code. */
  detail: string;
  /** How long to wait, where the server or our back-off says so. */
  waitMs: number | null;
}

/** A failure before it has its sentence. */
export type Trouble = Pick<Circumstance, 'detail' | 'waitMs'> & { code: FailureCode };

interface Kind {
  /** now: the client tries again by itself; later: worth another pass this night; never: not this night. */
  again: 'now' | 'later' | 'never';
  permanent?: true;
  say(at: Circumstance): string;
}

const wait = ({ waitMs }: Circumstance): string => (waitMs === null ? 'later' : `in ${Math.ceil(waitMs / 1000)} s`);

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
    say: (at) => `Only http and https addresses are fetched, this one is ${at.detail}.`,
  },
  'forbidden-port': {
    again: 'never',
    say: (at) =>
      `Port ${at.detail} of ${at.host} is not among the allowed ports. Add it to "ports" if the address is right.`,
  },
  'forbidden-address': {
    again: 'never',
    say: (at) =>
      `${at.host} leads to ${at.detail}, an address inside a network or reserved, which is not fetched. If it is your own server, set "allowPrivate: true" on the source.`,
  },
  robots: {
    again: 'never',
    say: (at) =>
      `${at.host} asks robots not to read this address (robots.txt${at.detail}). Ask the site, or leave the source out.`,
  },
  dns: {
    again: 'later',
    say: (at) =>
      `The name ${at.host} could not be looked up (${at.detail}). Check its spelling; if many sources say this, the machine has no working DNS.`,
  },
  refused: {
    again: 'now',
    say: (at) => `${at.host} refused the connection: its server is down, or the port is wrong.`,
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
  reset: { again: 'now', say: (at) => `${at.host} closed the connection without answering (${at.detail}).` },
  truncated: {
    again: 'now',
    say: (at) => `The answer of ${at.host} broke off before its end (${at.detail}); nothing of it was kept.`,
  },
  protocol: {
    again: 'later',
    say: (at) => `${at.host} answered with something that is not valid HTTP (${at.detail}).`,
  },
  'header-too-large': {
    again: 'never',
    say: (at) => `${at.host} sent more response headers than allowed (${at.detail}).`,
  },
  'too-large': {
    again: 'never',
    say: (at) =>
      `The answer of ${at.host} is larger than allowed (${at.detail}). Raise the cap in "caps" if it is meant to be.`,
  },
  ratio: {
    again: 'later',
    say: (at) => `The answer of ${at.host} grew suspiciously when unpacked (${at.detail}) and was dropped.`,
  },
  encoding: { again: 'later', say: (at) => `The answer of ${at.host} could not be unpacked (${at.detail}).` },
  empty: { again: 'now', say: (at) => `${at.host} answered ${at.status} with an empty body.` },
  'bad-redirect': {
    again: 'never',
    say: (at) => `${at.host} answered ${at.status} without a usable new address (${at.detail}).`,
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
    say: (at) => `${at.host} refuses to show this address (403)${at.detail}. Ask the site, or look for another feed.`,
  },
  blocked: { again: 'later', say: (at) => at.detail },
  'rate-limited': {
    again: 'now',
    say: (at) => `${at.host} asks us to slow down (${at.status}); it is asked again ${wait(at)}.`,
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
      `${at.host} says that this is gone for good and asks us to stop (410). The source is switched off; look for another feed.`,
  },
  http: { again: 'never', say: (at) => `${at.host} answered ${at.status}, which a feed should not.` },
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
    say: (at) => `The proxy did not pass the request on (${at.detail}). Check the proxy setting.`,
  },
  aborted: { again: 'later', say: (at) => `The request to ${at.host} was stopped by us before it ended.` },
};

/** The failure with its sentence. */
export function failure(code: FailureCode, at: Circumstance): Failure {
  const kind = KINDS[code];
  return { code, message: kind.say(at), retryable: kind.again !== 'never', permanent: kind.permanent === true };
}

/** Whether the client itself should try again after such a failure. */
export function worthAnotherTry(code: FailureCode): boolean {
  return KINDS[code].again === 'now';
}

/** An error of our own that knows what failure it is. */
export function netError(code: FailureCode, detail: string, waitMs: number | null = null): Error {
  return Object.assign(new Error(detail), { failure: { code, detail, waitMs } satisfies Trouble });
}

const BY_ERROR_CODE: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'header-too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'truncated',
  UND_ERR_SOCKET: 'reset',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_INVALID_ARG: 'bad-url',
  UND_ERR_PRX_TLS: 'proxy',
  UND_ERR_ABORTED: 'proxy', // only the proxy's agent uses it on us: "Proxy response (407) !== 200"
  EPROTO: 'tls',
};

/** What OpenSSL's and Node's certificate codes mean, in words and with a way out. */
const TLS_WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired; tell the site',
  CERT_NOT_YET_VALID: "its certificate is not valid yet; check this machine's clock",
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself; trust it with NODE_EXTRA_CA_CERTS if it is yours',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate comes from an unknown authority; trust that with NODE_EXTRA_CA_CERTS if it is yours',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its server does not send the intermediate certificate; tell the site',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an unknown authority; tell the site',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name; tell the site',
  EPROTO: 'the two sides found no common TLS version or cipher',
};

/** Sorts what Node, undici or our own parts threw. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof Error && 'failure' in thrown) return thrown.failure as Trouble;
  return { ...sort(thrown), waitMs: null };
}

function sort(thrown: unknown): { code: FailureCode; detail: string } {
  if (!(thrown instanceof Error)) return { code: 'protocol', detail: String(thrown) };
  if (thrown.name === 'AbortError') return { code: 'aborted', detail: '' };
  const code = 'code' in thrown ? String(thrown.code) : '';
  const words = TLS_WORDS[code];
  if (words !== undefined) return { code: 'tls', detail: words };
  if (/^ERR_(?:SSL|TLS)|CERT/.test(code)) return { code: 'tls', detail: code };
  const known = BY_ERROR_CODE[code];
  if (known !== undefined) return { code: known, detail: code.startsWith('UND_') ? thrown.message : code };
  return { code: 'protocol', detail: code.startsWith('HPE_') ? code : thrown.message };
}
