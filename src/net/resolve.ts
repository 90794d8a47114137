import { lookup, Resolver } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';
import { netError } from './trouble.ts';
import { say, type Sentence, verbatim } from '../text/said.ts';

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

/** How long a name's IPv6 addresses are waited for once it has IPv4 ones ("Resolution Delay", RFC 8305 section 3). */
const RESOLUTION_DELAY_MS = 50;

/**
 * The resolver for a night: asks the DNS directly, and the operating system (which knows /etc/hosts) for local names and
 * for what the DNS does not know. Not the operating system first, because that occupies one of Node's four worker
 * threads for as long as a dead name server takes: a few dead names would hold up every other source.
 *
 * @param timeoutMs for one question to one name server; each is asked twice
 * @param servers name servers ("127.0.0.1:53"), those of the system when left out
 */
export function createResolve(timeoutMs: number, servers?: readonly string[]): Resolve {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  if (servers !== undefined) resolver.setServers(servers);
  return async (name) => {
    if (LOOPBACK_NAME.test(name)) return LOOPBACK;
    if (LOCAL_NAME.test(name)) return system(name);
    const six = resolver.resolve6(name).catch(() => []);
    try {
      const four = await resolver.resolve4(name);
      const soon = setTimeout<string[]>(RESOLUTION_DELAY_MS, [], { ref: false });
      return [...dialable(four, 4), ...dialable(await Promise.race([six, soon]), 6)];
    } catch (error) {
      const found = await six;
      if (found.length > 0) return dialable(found, 6);
      if (errorCode(error) === 'ETIMEOUT') throw netError('dns', say('dns.silent'));
      return system(name);
    }
  };
}

function dialable(addresses: readonly string[], family: 4 | 6): DialAddress[] {
  return addresses.map((address) => ({ address, family }));
}

const SYSTEM_WORDS: Readonly<Record<string, Sentence>> = {
  ENOTFOUND: say('dns.unknown'),
  EAI_AGAIN: say('dns.again'),
};

async function system(name: string): Promise<DialAddress[]> {
  try {
    const found = await lookup(name, { all: true, order: 'ipv4first' });
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  } catch (error) {
    const code = errorCode(error);
    throw netError('dns', SYSTEM_WORDS[code] ?? verbatim(code));
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
}
