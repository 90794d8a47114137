import { lookup, Resolver } from 'node:dns/promises';
import { netError } from './trouble.ts';

export interface DialAddress {
  address: string;
  family: 4 | 6;
}

/** Finds the addresses of a name; at least one, or it throws. */
export type Resolve = (name: string) => Promise<readonly DialAddress[]>;

/** Names below localhost are loopback by definition; nobody needs to be asked, and no name server may say otherwise (RFC 6761, 6.3). */
const LOOPBACK_NAME = /\.localhost$/;
const LOOPBACK: readonly DialAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/** Names that the machine's own tables answer, not the DNS (RFC 6762, and names without a dot). */
const LOCAL_NAME = /^[^.]+$|\.local$/;

/**
 * The resolver for a night: asks the DNS directly, and the operating system (which knows /etc/hosts) for local names and
 * for what the DNS does not know. Not the operating system first, because that occupies one of Node's four worker
 * threads for as long as a dead name server takes: a few dead names would hold up every other source.
 *
 * @param timeoutMs for one question to one name server; each is asked twice
 */
export function createResolve(timeoutMs: number): Resolve {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  return async (name) => {
    if (LOOPBACK_NAME.test(name)) return LOOPBACK;
    if (LOCAL_NAME.test(name)) return system(name);
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    const found: DialAddress[] = [
      ...(v4.status === 'fulfilled' ? v4.value.map((address) => ({ address, family: 4 as const })) : []),
      ...(v6.status === 'fulfilled' ? v6.value.map((address) => ({ address, family: 6 as const })) : []),
    ];
    if (found.length > 0) return found;
    const code = v4.status === 'rejected' ? errorCode(v4.reason) : 'ENODATA';
    if (code === 'ETIMEOUT') throw netError('dns', 'the name server did not answer');
    return system(name);
  };
}

async function system(name: string): Promise<DialAddress[]> {
  try {
    const found = await lookup(name, { all: true, order: 'ipv4first' });
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  } catch (error) {
    const code = errorCode(error);
    throw netError('dns', code === 'ENOTFOUND' ? 'there is no such name' : code);
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
}
