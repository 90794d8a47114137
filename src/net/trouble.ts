import { say, verbatim, type Sentence } from '../text/said.ts';
import type { FailureCode } from './result.ts';

/** A failure before it has its sentence. */
export interface Trouble {
  code: FailureCode;
  /** What the failing part said, in words or as a code; never a secret. */
  detail: Sentence;
  /** How long to wait, where the server or our back-off says so. */
  waitMs: number | null;
}

/** An error of our own, which knows what failure it is. */
class NetError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.detail);
    this.trouble = trouble;
  }
}

/** @param detail "" where the code says it all */
export function netError(code: FailureCode, detail: Sentence | '' = '', waitMs: number | null = null): Error {
  return new NetError({ code, detail: verbatim(detail), waitMs });
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
  EPROTO: 'tls',
};

/** What OpenSSL's and Node's certificate codes mean, in words and with a way out. */
const TLS_WORDS: Readonly<Record<string, Sentence>> = {
  CERT_HAS_EXPIRED: say('tls.expired'),
  CERT_NOT_YET_VALID: say('tls.early'),
  DEPTH_ZERO_SELF_SIGNED_CERT: say('tls.self'),
  SELF_SIGNED_CERT_IN_CHAIN: say('tls.chain'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: say('tls.intermediate'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: say('tls.authority'),
  ERR_TLS_CERT_ALTNAME_INVALID: say('tls.name'),
  ERR_SSL_WRONG_VERSION_NUMBER: say('tls.plain'),
  EPROTO: say('tls.version'),
};

/** What undici's codes mean, in words for a sentence. */
const TIMEOUT_WORDS: Readonly<Record<string, Sentence>> = {
  ETIMEDOUT: say('time.connection'),
  UND_ERR_CONNECT_TIMEOUT: say('time.connection'),
  UND_ERR_HEADERS_TIMEOUT: say('time.headers'),
  UND_ERR_BODY_TIMEOUT: say('time.body'),
};

/** Sorts what Node, undici or our own parts threw. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof NetError) return thrown.trouble;
  return { ...sort(thrown), waitMs: null };
}

function sort(thrown: unknown): { code: FailureCode; detail: Sentence } {
  if (!(thrown instanceof Error)) return { code: 'protocol', detail: verbatim(String(thrown)) };
  // The proxy agent's own errors have codes that mean something else elsewhere.
  if (/^Proxy\b/.test(thrown.message)) return { code: 'proxy', detail: verbatim(thrown.message) };
  if (thrown.name === 'AbortError') return { code: 'aborted', detail: verbatim('') };
  const code = 'code' in thrown ? String(thrown.code) : '';
  const words = TLS_WORDS[code];
  if (words !== undefined) return { code: 'tls', detail: words };
  if (/^ERR_(?:SSL|TLS)|CERT/.test(code)) return { code: 'tls', detail: verbatim(code) };
  const known = BY_ERROR_CODE[code];
  if (known !== undefined) {
    const said = verbatim(code.startsWith('UND_') ? thrown.message : code);
    return { code: known, detail: TIMEOUT_WORDS[code] ?? said };
  }
  return { code: 'protocol', detail: verbatim(code.startsWith('HPE_') ? code : thrown.message) };
}
