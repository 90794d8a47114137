import type { Instant } from '../model.ts';
import type { Sentence } from '../text/said.ts';

/** One document to be asked for. */
export interface FetchRequest {
  url: string;
  /** Validators of the copy we have; with either, an unchanged document is answered with 304 and no body. */
  etag?: string | null | undefined;
  lastModified?: string | null | undefined;
  /** The source may live on a loopback or private address, on any port. */
  allowPrivate?: boolean | undefined;
  accept?: string | undefined;
  /** Further headers, secrets already filled in; sent to the first origin only, never to where it redirects. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Ask robots.txt of every address on the way first. */
  robots?: boolean | undefined;
  /** Lowers the cap on the decompressed body, in bytes. */
  maxBytes?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** What a response's headers said, parsed; null where they said nothing usable. */
export interface ResponseFacts {
  etag: string | null;
  lastModified: string | null;
  contentType: string | null;
  contentLanguage: string | null;
  contentLocation: string | null;
  /** X-Robots-Tag, all of them: what may be done with the document ("noindex", "noai"). */
  robotsTag: string | null;
  /** TDM-Reservation: "1" reserves the rights of text and data mining (TDM Reservation Protocol, section 4). */
  tdmReservation: string | null;
  /** The server's own clock. */
  date: Instant | null;
  /** How long the answer may be kept without asking again: Cache-Control, else Expires. */
  freshForMs: number | null;
  /** How long the server asks us to wait. */
  retryAfterMs: number | null;
}

export interface Redirect {
  from: string;
  to: string;
  status: number;
}

export const FAILURE_CODES = [
  'bad-url',
  'forbidden-scheme',
  'forbidden-port',
  'forbidden-address',
  'robots',
  'robots-unreachable',
  'dns',
  'refused',
  'unreachable',
  'tls',
  'timeout',
  'slow',
  'reset',
  'truncated',
  'protocol',
  'header-too-large',
  'too-large',
  'ratio',
  'encoding',
  'empty',
  'bad-redirect',
  'redirect-loop',
  'too-many-redirects',
  'unauthorized',
  'forbidden',
  'blocked',
  'rate-limited',
  'not-found',
  'gone',
  'http',
  'server',
  'circuit-open',
  'halted',
  'proxy',
  'aborted',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export interface Failure {
  code: FailureCode;
  /** A plain sentence: what happened and what to do. Never holds a secret. */
  message: Sentence;
  /** Asking again later this night may help. */
  retryable: boolean;
  /** How long to leave it alone, where the server or our own back-off says so. */
  waitMs: number | null;
  /** The source asked to be left alone, or its address can never be fetched: do not ask again by yourself. */
  permanent: boolean;
}

/** How a fetch ended. Addresses are free of credentials. */
export interface FetchResult {
  url: string;
  finalUrl: string;
  /** Status of the last answer; 0 = there was none. */
  status: number;
  notModified: boolean;
  /** Decompressed; null with 304 and with every failure. */
  body: Uint8Array | null;
  headers: ResponseFacts;
  redirects: readonly Redirect[];
  /** Where permanent redirects (301, 308) alone have led; null when the first hop was none. */
  permanentTo: string | null;
  /** Milliseconds the servers took in the last attempt; waiting for a turn is not counted. */
  ms: number;
  /** Body bytes that came over the wire in the last attempt, before decompression. */
  bytes: number;
  attempts: number;
  failure: Failure | null;
}
