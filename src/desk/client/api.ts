import { DATABASE_HEADER } from '../wire.ts';
import type { Gets, Posts } from '../wire/routes.ts';
import { isLoggedOut } from './session.ts';
import { lang } from './settings.ts';

/** The desk answered that it does not do this; the message is its own, for a person. */
export class Refused extends Error {
  readonly status: number;
  /** What the desk sent beside the message: both texts of a conflict, for example. */
  readonly details: unknown;
  constructor(status: number, message: string, details: unknown) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.details = details;
  }
}

/** A connection that breaks, or a desk that is just starting again, must not leave a screen empty until the next mark. */
const AGAIN_AFTER_MS = [300, 2000];

/**
 * Reads from the desk; what passes is tried again. Throws Refused, or the browser's own TypeError while the desk cannot be
 * reached.
 */
export async function get<Path extends keyof Gets>(
  path: Path,
  query: Readonly<Record<string, string>> = {},
): Promise<Gets[Path]> {
  const search = new URLSearchParams(query).toString();
  const address = `/api${path}${search === '' ? '' : `?${search}`}`;
  for (const pause of AGAIN_AFTER_MS) {
    try {
      return await exchange(address);
    } catch (error) {
      if (error instanceof Refused && error.status < 500) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return exchange(address);
}

/** Sends to the desk; same errors. Decisions and edits go through the queue instead, which loses nothing. */
export async function post<Path extends keyof Posts>(
  path: Path,
  body: Posts[Path]['body'],
): Promise<Posts[Path]['reply']> {
  return send(path, body);
}

/**
 * As `post`, for what was queued in an earlier session and is known by its address only. `database` is the one it was done
 * on: the desk refuses with 412 when it has another one by now.
 */
export async function send<Reply>(path: string, body: unknown, database = ''): Promise<Reply> {
  return exchange(`/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(database === '' ? {} : { [DATABASE_HEADER]: database }) },
    body: JSON.stringify(body),
  });
}

/** Sends a picture; same errors. */
export async function uploadFigure(
  place: { issue: number; section?: string; parent?: number },
  file: Blob,
): Promise<{ id: number }> {
  const query = new URLSearchParams(Object.entries(place).map(([name, value]) => [name, String(value)]));
  return exchange(`/api/figures?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}

async function exchange<Reply>(address: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(address, { credentials: 'same-origin', ...init });
  if (response.ok) return (await response.json()) as Reply;
  if (response.status === 401 && address !== '/api/login') isLoggedOut.value = true;
  const details: unknown = await response.json().catch(() => null);
  throw new Refused(response.status, messageIn(details) ?? response.statusText, details);
}

function messageIn(details: unknown): string | null {
  if (typeof details !== 'object' || details === null || !('error' in details)) return null;
  if (lang.value === 'ko' && 'ko' in details && typeof details.ko === 'string') return details.ko;
  return typeof details.error === 'string' ? details.error : null;
}
