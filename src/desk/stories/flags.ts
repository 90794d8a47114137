import { sensitiveReason } from '../../export/sensitive.ts';
import type { Instant } from '../../model.ts';
import type { BriefItem } from '../../store/overview.ts';
import type { ReadStory } from '../../night/stories.ts';
import type { Badge, Flag } from '../wire/candidates.ts';

const DAY = 86_400_000;

/** A report that is older than this when it is first seen was not news on that day. */
const STALE_AFTER_DAYS = 14;

/** Short words behind a title. */
export function badgesOf(story: ReadStory<BriefItem>, past: { issue: number; ran: boolean } | null): Badge[] {
  const { lead, items } = story;
  const points = Math.max(0, ...items.flatMap(({ sightings }) => sightings.map((sighting) => sighting.points ?? 0)));
  const badges: Badge[] = [];
  if (past !== null) badges.push({ is: past.ran ? 'ran' : 'update', issue: past.issue });
  if (isStale(lead)) badges.push({ is: 'stale', published: lead.published });
  if (points > 0) badges.push({ is: 'points', n: points });
  if (lead.paywalled) badges.push({ is: 'paywall' });
  return badges;
}

/** Why a person should look twice. */
export function flagsOf({ lead, items, section }: ReadStory<BriefItem>): Flag[] {
  const flags: [Flag, boolean][] = [
    ['sensitive', section === 'news' && sensitiveReason(items.map(({ title }) => title)) !== null],
    ['unread', section === 'news' && items.every(({ hasText }) => !hasText)],
    ['date', isStale(lead)],
    ['changed', items.some(({ changed }) => changed)],
    ['hearsay', items.every(({ onlyDiscussed }) => onlyDiscussed)],
  ];
  return flags.flatMap(([flag, holds]) => (holds ? [flag] : []));
}

function isStale({ published, firstSeen }: { published: Instant; firstSeen: Instant }): boolean {
  return firstSeen - published > STALE_AFTER_DAYS * DAY;
}
