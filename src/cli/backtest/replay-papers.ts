import { trainPapers } from '../../curate/rank/papers-train.ts';
import { rankPapers } from '../../curate/rank/papers.ts';
import { type Label, LABELS, monday, type PaperFiles, readPapers } from './read-papers.ts';

export interface Replay extends PaperFiles {
  editor: Label;
  /** First and last week to rank; all when not given. */
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * The ranking of each week, oldest week first, best paper first. Each is learned anew from what was known before its
 * Monday; the shipped starting weights stay out, because they were learned on weeks like these.
 */
export async function* replayPapers(
  replay: Replay,
): AsyncGenerator<{ week: string; id: string; rank: number; score: number }> {
  const { papers, picks } = await readPapers(replay);
  const inputs = papers.map(({ input }) => input);
  const weeks = [...new Set(papers.map(({ week }) => week))].sort();
  for (const week of weeks.filter((name) => name >= (replay.from ?? '') && name <= (replay.to ?? '~'))) {
    const now = monday(week);
    const model = trainPapers(inputs, picks, { labels: LABELS[replay.editor], now });
    const offered = papers.filter((paper) => paper.week === week);
    const ids = new Map(offered.map(({ id, input }) => [input.story, id]));
    const ranked = rankPapers([...new Map(offered.map(({ input }) => [input.story, input])).values()], model, { now });
    for (const [i, { story, score }] of ranked.entries()) yield { week, id: ids.get(story) ?? '', rank: i + 1, score };
  }
}
