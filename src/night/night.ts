import { collect } from './collect.ts';
import { finish, type NightOptions, type NightSummary } from './collection.ts';
import type { NightContext } from './context.ts';
import { group } from './group.ts';
import { learn } from './learn.ts';
import { offer } from './offer.ts';
import { readPages } from './pages.ts';
import { rank } from './rank.ts';
import { recall } from './recall.ts';
import { recheck } from './recheck.ts';

/**
 * One night, stage by stage. Every stage stores what it did, so that a night that was killed is taken up where it
 * stood; a stage that has nothing to do changes nothing.
 */
export async function runNight(context: NightContext, options: NightOptions): Promise<NightSummary> {
  const started = performance.now();
  await collect(context, { again: options.all ? 'all' : 'open', lateOnly: options.late });
  const notes: string[] = [];
  const study = async (): Promise<void> => void notes.push(...(await learn(context)));
  const stages = [readPages, recheck, group, recall, study, rank, offer];
  for (const stage of stages) {
    if (context.signal.aborted) break;
    await stage(context);
  }
  const summary = { ...(await finish(context, started)), notes };
  if (!context.signal.aborted) await tidy(context);
  return summary;
}

/** Lets go of what has grown old, brings the index of search up to date, and keeps a backup of the night. */
async function tidy({ store, config, night, now }: NightContext): Promise<void> {
  await store.prune(config.retention, now(), true);
  await store.search.catchUp();
  await store.nightlyBackup(night, config.backup.keep);
}
