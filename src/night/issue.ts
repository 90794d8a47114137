import type { Issue } from '../store/issues.ts';
import type { NightContext } from './context.ts';

const DAY = 86_400_000;

/** How far back the very first issue looks; later ones begin where the last one was sent. */
const FIRST_WINDOW = 14 * DAY;

/** The one open issue; the first night opens it. */
export async function openIssue({
  store,
  config,
  now,
}: Pick<NightContext, 'store' | 'config' | 'now'>): Promise<Issue> {
  const sent = (await store.issues.list()).flatMap(({ closedAt }) => (closedAt === null ? [] : [closedAt]));
  const windowFrom = sent.length > 0 ? Math.max(...sent) : now() - FIRST_WINDOW;
  return store.issues.ensureOpen({ template: config.issue.template, windowFrom, now: now(), langs: config.languages });
}
