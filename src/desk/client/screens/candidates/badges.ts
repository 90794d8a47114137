import type { Badge } from '../../../wire/candidates.ts';
import { t } from '../../messages.ts';

export function badgeWord(badge: Badge): string {
  switch (badge.is) {
    case 'ran':
    case 'update':
      return t(`badge.${badge.is}`, { issue: String(badge.issue) });
    case 'stale':
      return t('badge.stale');
    case 'points':
      return t('badge.points', { n: badge.n });
    case 'paywall':
      return t('badge.paywall');
  }
}
