import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import type { buildConnector as Connectors } from 'undici';
import buildConnector from 'undici/lib/core/connect.js';
import { mayDial } from './address.ts';
import { netError } from './trouble.ts';
import type { Resolve } from './resolve.ts';
import { say, verbatim } from '../text/said.ts';

export interface ConnectOptions {
  allowPrivate: boolean;
  resolve: Resolve;
  /** For name, TCP and TLS together. */
  timeoutMs: number;
  /** Certificate authorities in PEM that replace the built-in ones. */
  ca: string | undefined;
}

/**
 * Opens connections for undici, and only to addresses that may be dialled. A name is resolved once; all its addresses
 * are checked; the socket is given those very addresses. No second look-up happens in between, so a name that changes
 * its mind ("DNS rebinding") changes nothing. The address of the open socket is checked once more before a byte is sent.
 */
export function guardedConnector({ allowPrivate, resolve, timeoutMs, ca }: ConnectOptions): Connectors.connector {
  const lookup: LookupFunction = (name, options, callback) => {
    resolve(name).then(
      (found) => {
        const [first] = found;
        const bad = found.find(({ address }) => !mayDial(address, allowPrivate));
        if (first === undefined) callback(netError('dns', say('dns.noAddress')), '');
        else if (bad !== undefined) callback(netError('forbidden-address', verbatim(bad.address)), '');
        else if (options.all === true) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, ''),
    );
  };
  const dial = buildConnector({ timeout: timeoutMs, lookup, ...(ca === undefined ? {} : { ca }) });
  return (target, callback) => {
    if (isIP(target.hostname) !== 0 && !mayDial(target.hostname, allowPrivate)) {
      callback(netError('forbidden-address', verbatim(target.hostname)), null);
      return;
    }
    dial(target, (...answer) => {
      const [error, socket] = answer;
      if (error !== null) return callback(error, null);
      const address = socket.remoteAddress ?? 'nowhere';
      if (mayDial(address, allowPrivate)) return callback(null, socket);
      socket.destroy();
      return callback(netError('forbidden-address', verbatim(address)), null);
    });
  };
}
