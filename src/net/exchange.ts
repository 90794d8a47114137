import type { Dispatcher } from 'undici';
import { netError } from './trouble.ts';
import { header } from './response.ts';
import type { Headers } from './response.ts';
import { say } from '../text/said.ts';

export interface ExchangeOptions {
  dispatcher: Dispatcher;
  /** scheme://host:port */
  origin: string;
  path: string;
  /** Name, value, name, value... */
  headers: string[];
  /** Most body bytes of a document (2xx), as they come over the wire. */
  wireBytes: number;
  /** Close the connection afterwards. */
  reset: boolean;
  /** Milliseconds until the headers must be complete, to within a second. */
  headersTimeout: number;
  /** Milliseconds between two pieces of the body, to within a second. */
  bodyTimeout: number;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** The body as sent, still packed; of anything but a 2xx only the beginning, enough to explain it. */
  wire: Buffer;
}

export interface Exchange {
  answer: Promise<Answer>;
  /** Ends it now; `answer` rejects with the reason unless it is already settled. */
  abort(reason: Error): void;
}

/** How much of an error page is read, to tell what kind of page it is. */
const EXPLAIN_BYTES = 32 * 1024;

const ENOUGH = new Error('read enough of an error page');

/** One GET over an undici dispatcher: no redirects, no retries, no unpacking. */
export function startExchange(options: ExchangeOptions): Exchange {
  let abort: (reason: Error) => void = () => {};
  const answer = new Promise<Answer>((resolve, reject) => {
    let controller: Dispatcher.DispatchController | null = null;
    let stopped: Error | null = null;
    let status = 0;
    let headers: Headers = {};
    let chunks: Buffer[] = [];
    let size = 0;
    abort = (reason) => {
      stopped = reason;
      chunks = [];
      reject(reason);
      controller?.abort(reason);
    };
    const isDocument = (): boolean => status >= 200 && status < 300;
    const finish = (): void => {
      const [only] = chunks;
      resolve({
        status,
        headers,
        wire: chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, size),
      });
    };
    const { origin, path, headers: sent, reset, headersTimeout, bodyTimeout } = options;
    options.dispatcher.dispatch(
      { origin, path, method: 'GET', headers: sent, reset, headersTimeout, bodyTimeout },
      {
        onRequestStart(started) {
          controller = started;
          // Stopped while it stood in undici's queue.
          if (stopped !== null) started.abort(stopped);
        },
        onResponseStart(_, code, fields) {
          status = code;
          headers = fields;
          const announced = Number(header(headers, 'content-length') ?? 0);
          if (isDocument() && announced > options.wireBytes) abort(overWire(options.wireBytes));
        },
        onResponseData(current, chunk) {
          chunks.push(chunk);
          size += chunk.length;
          if (isDocument() && size > options.wireBytes) abort(overWire(options.wireBytes));
          if (!isDocument() && size > EXPLAIN_BYTES) {
            finish();
            current.abort(ENOUGH);
          }
        },
        onResponseEnd: finish,
        onResponseError(_, error) {
          reject(whatBroke(error, status !== 0, size));
        },
      },
    );
  });
  return { answer, abort };
}

function overWire(bytes: number): Error {
  return netError('too-large', say('bytes.packed', { n: bytes }));
}

/** Tells a body that broke off from a connection that never answered; undici has one error for both. */
function whatBroke(error: Error, begun: boolean, bytes: number): Error {
  const code = 'code' in error ? error.code : '';
  const lost = code === 'UND_ERR_SOCKET' || code === 'ECONNRESET';
  if (begun && lost) return netError('truncated', say('bytes.after', { n: bytes }));
  // It compares lengths even where the parser gave up over the headers: a length and chunks at once.
  if (!begun && code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return netError('protocol', say('bytes.lengths'));
  return error;
}
