import type { Instant } from '../../model.ts';
import { type NewsDecision, type NewsModel, startingNews } from './news-model.ts';

export interface NewsTraining {
  /** Decisions lose weight with their age at this moment. */
  now: Instant;
}

/** Learns from decisions what this team keeps: the worth of outlets and the words of its taste. */
export function trainNews(decisions: readonly NewsDecision[], _options: NewsTraining): NewsModel {
  const outlets: NewsModel['outlets'] = {};
  for (const { input, verdict } of decisions) {
    for (const name of new Set(input.outlets.map((outlet) => outlet.name))) {
      const worth = (outlets[name] ??= { kept: 0, offered: 0, weight: 0 });
      worth.offered += 1;
      if (verdict === 'printed' || verdict === 'keep') worth.kept += 1;
      worth.weight = Math.log((worth.kept + 2) / (worth.offered - worth.kept + 2));
    }
  }
  return { ...startingNews(), decisions: decisions.length, outlets };
}
