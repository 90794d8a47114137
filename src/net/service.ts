import { isIP } from 'node:net';
import { say } from '../text/said.ts';

/** How a service wants to be asked. */
export interface ServiceRule {
  /** Connections at a time. */
  connections: number;
  /** Least milliseconds between the starts of two requests. */
  gapMs: number;
  /** What a 403 of this service means: just that; "not so fast"; or "stop", and nothing more is asked until the next night. */
  onForbidden: 'fail' | 'slow-down' | 'halt';
  /** The rule holds for everything this installation runs together, not for one process. */
  shared: boolean;
}

/** Why a service whose 403 means "stop" is left alone. */
export const HALTED_BY_403 = say('halted.403');

/** Services with rules of their own, by key. */
export const SERVICE_RULES: ReadonlyMap<string, ServiceRule> = new Map<string, ServiceRule>([
  // https://info.arxiv.org/help/api/tou.html: "no more than one request every three seconds", "a single connection at a time".
  ['arxiv.org', { connections: 1, gapMs: 3000, onForbidden: 'halt', shared: true }],
  // Answers 403 where others answer 429, and counts by the minute.
  ['reddit.com', { connections: 1, gapMs: 2000, onForbidden: 'slow-down', shared: false }],
]);

/**
 * The name under which a URL's requests stand in one line: the registrable domain (so that all hosts of arXiv are one
 * service, and every blog under github.io its own: the public suffix list with its private part), or address and port.
 */
export async function serviceOf(url: URL): Promise<string> {
  const host = url.hostname;
  if (host.startsWith('[') || isIP(host) !== 0) return url.host;
  // A name without a registrable domain ("localhost", "com", "intranet") is its own service.
  return (await import('./domain.ts')).registrableDomain(host) ?? url.host;
}
