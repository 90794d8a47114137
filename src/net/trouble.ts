import type { FailureCode } from './result.ts';

/** A failure before it has its sentence. */
export interface Trouble {
  code: FailureCode;
  /** What the failing part said, in words or as a code; never a secret. */
  detail: string;
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

export function netError(code: FailureCode, detail: string, waitMs: number | null = null): Error {
  return new NetError({ code, detail, waitMs });
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
const TLS_WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired; tell the site',
  CERT_NOT_YET_VALID: "its certificate is not valid yet; check this machine's clock",
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself; trust it with NODE_EXTRA_CA_CERTS if it is yours',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate comes from an unknown authority; trust that with NODE_EXTRA_CA_CERTS if it is yours',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its server does not send the intermediate certificate; tell the site',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an unknown authority; tell the site',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name; tell the site',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS on this port; try http:// instead of https://',
  EPROTO: 'the two sides found no common TLS version or cipher',
};

/** What undici's codes mean, in words for a sentence. */
const TIMEOUT_WORDS: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'no connection',
  UND_ERR_CONNECT_TIMEOUT: 'no connection',
  UND_ERR_HEADERS_TIMEOUT: 'no headers',
  UND_ERR_BODY_TIMEOUT: 'the body stopped half-way',
};

/** Sorts what Node, undici or our own parts threw. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof NetError) return thrown.trouble;
  return { ...sort(thrown), waitMs: null };
}

function sort(thrown: unknown): { code: FailureCode; detail: string } {
  if (!(thrown instanceof Error)) return { code: 'protocol', detail: String(thrown) };
  // The proxy agent's own errors have codes that mean something else elsewhere.
  if (/^Proxy\b/.test(thrown.message)) return { code: 'proxy', detail: thrown.message };
  if (thrown.name === 'AbortError') return { code: 'aborted', detail: '' };
  const code = 'code' in thrown ? String(thrown.code) : '';
  const words = TLS_WORDS[code];
  if (words !== undefined) return { code: 'tls', detail: words };
  if (/^ERR_(?:SSL|TLS)|CERT/.test(code)) return { code: 'tls', detail: code };
  const known = BY_ERROR_CODE[code];
  if (known !== undefined) {
    return { code: known, detail: TIMEOUT_WORDS[code] ?? (code.startsWith('UND_') ? thrown.message : code) };
  }
  return { code: 'protocol', detail: code.startsWith('HPE_') ? code : thrown.message };
}
