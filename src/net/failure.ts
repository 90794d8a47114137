import { isIP } from 'node:net';
import { say, type Sentence } from '../text/said.ts';
import { classifyAddress } from './address.ts';
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
}

/** Every way to fail, and whether to ask again; the sentences for the ledger stand in text/said/network.ts. */
const KINDS: Record<FailureCode, Kind> = {
  'bad-url': { again: 'never', permanent: true },
  'forbidden-scheme': { again: 'never', permanent: true },
  'forbidden-port': { again: 'never' },
  'forbidden-address': { again: 'never' },
  robots: { again: 'never' },
  'robots-unreachable': { again: 'later' },
  dns: { again: 'later' },
  refused: { again: 'now' },
  unreachable: { again: 'later' },
  tls: { again: 'never' },
  timeout: { again: 'now' },
  slow: { again: 'later' },
  reset: { again: 'now' },
  truncated: { again: 'now' },
  protocol: { again: 'later' },
  'header-too-large': { again: 'never' },
  'too-large': { again: 'never' },
  ratio: { again: 'later' },
  encoding: { again: 'later' },
  empty: { again: 'now' },
  'bad-redirect': { again: 'never' },
  'redirect-loop': { again: 'never' },
  'too-many-redirects': { again: 'never' },
  unauthorized: { again: 'never' },
  forbidden: { again: 'never' },
  blocked: { again: 'later' },
  'rate-limited': { again: 'now' },
  'not-found': { again: 'never' },
  gone: { again: 'never', permanent: true },
  http: { again: 'never' },
  server: { again: 'now' },
  'circuit-open': { again: 'later' },
  halted: { again: 'never' },
  proxy: { again: 'later' },
  aborted: { again: 'later' },
};

function sentenceOf(at: Circumstance): Sentence {
  const { code, host, detail, status, waitMs } = at;
  // A challenge brings its own words.
  if (code === 'blocked') return detail;
  const wait = waitMs === null ? say('wait.later') : say('wait.seconds', { n: Math.ceil(waitMs / 1000) });
  // "allowPrivate" would not help there.
  if (code === 'forbidden-address' && isIP(detail) !== 0 && classifyAddress(detail) === 'never')
    return say('net.never-address', { host, detail });
  if (code === 'rate-limited' && status === 0) return say('net.rate-limited-now', { host, wait });
  return say(`net.${code}`, { host, detail, status, wait });
}

/** The failure with its sentence. */
export function failureOf(at: Circumstance): Failure {
  const { again, permanent } = KINDS[at.code];
  const retryable = again !== 'never';
  return {
    code: at.code,
    message: sentenceOf(at),
    retryable,
    waitMs: at.waitMs,
    permanent: permanent === true && !at.redirected,
  };
}

/** Whether the client itself should try again after such a failure. */
export function worthAnotherTry(code: FailureCode): boolean {
  return KINDS[code].again === 'now';
}
