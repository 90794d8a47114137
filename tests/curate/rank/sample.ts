import type { PaperInput, PaperPick } from '../../../src/curate/rank/papers-model.ts';

export const WEEK = 7 * 24 * 3_600_000;
/** A Monday. */
export const START = Date.UTC(2024, 5, 3);
/** When all sample weeks are over. */
export const END = START + 8 * WEEK;

const LIKED = ['agents that plan', 'tool use by agents', 'reasoning in language models', 'agents and their memory'];
const PASSED = ['point clouds for driving', 'speech enhancement', 'crop disease images', 'graph kernels revisited'];

/** Eight weeks of made-up listings: each week's editor picks the three papers about agents and reasoning. */
export function sampleWeeks(perWeek = 40): { papers: PaperInput[]; picks: PaperPick[] } {
  const papers: PaperInput[] = [];
  const picks: PaperPick[] = [];
  for (let week = 0; week < 8; week++) {
    for (let i = 0; i < perWeek; i++) {
      const liked = i < 3;
      const subject = (liked ? LIKED : PASSED)[(week + i) % 4] ?? '';
      const story = week * perWeek + i + 1;
      papers.push(paper(story, `Study ${story} of ${subject}`, { published: START + week * WEEK + i * 1000 }));
      if (liked) picks.push({ story, label: 'team', at: START + (week + 1) * WEEK - 1 });
    }
  }
  return { papers, picks };
}

export function paper(story: number, title: string, more: Partial<PaperInput> = {}): PaperInput {
  return {
    story,
    title,
    abstract: `We look at ${title.toLowerCase()} and report what was found.`,
    authors: [`Author ${story}`, `Senior ${story % 5}`],
    categories: ['cs.CL'],
    published: END,
    ...more,
  };
}
