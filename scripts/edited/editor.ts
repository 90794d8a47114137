import type { CandidateList } from '../../src/desk/wire/candidates.ts';
import type { IssueView, SlotView } from '../../src/desk/wire/issue.ts';

/** The desk as an editor's browser speaks to it. */
export class Desk {
  readonly #origin: string;
  constructor(origin: string) {
    this.#origin = origin;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#ask(path)).json() as Promise<T>;
  }

  async text(path: string): Promise<string> {
    return (await this.#ask(path)).text();
  }

  async post(path: string, body: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json', origin: this.#origin };
    return (await this.#ask(path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  }

  /** The open issue. */
  async issue(): Promise<IssueView> {
    const view = await this.get<IssueView | null>('/issue');
    if (view === null) throw new Error('no issue is open');
    return view;
  }

  async #ask(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${this.#origin}/api${path}`, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }
}

/**
 * A morning's work on both lists: keeps the stories with these titles, spikes and takes out, turns the order around, writes
 * titles and blurbs in both languages, and makes a feature.
 */
export async function workOnIssue(desk: Desk, titles: readonly string[], at: number): Promise<void> {
  const { rows } = await desk.get<CandidateList>('/candidates');
  const storyOf = (title: string): number => {
    const row = rows.find((each) => each.title === title);
    if (row === undefined)
      throw new Error(`no candidate is titled "${title}" among: ${rows.map((each) => each.title).join('; ')}`);
    return row.story;
  };
  for (const [index, title] of titles.entries())
    await desk.post('/decisions', { id: `keep-of-${index}`, at, action: 'keep', story: storyOf(title) });
  for (const section of ['news', 'papers']) await workOnSection(desk, section, at);
  const { slots } = await desk.issue();
  const lead = slots.find(({ section }) => section === 'news');
  await desk.post('/features', { story: lead?.story ?? null, about: 'news' });
}

async function workOnSection(desk: Desk, section: string, at: number): Promise<void> {
  const { slots, number } = await desk.issue();
  const own = slots.filter((slot) => slot.section === section);
  const [spiked, removed, ...rest] = own.filter(({ origin }) => origin === 'night');
  if (spiked?.story != null)
    await desk.post('/decisions', { id: `spike-of-${spiked.story}`, at, action: 'spike', story: spiked.story });
  if (removed !== undefined) await desk.post('/issue/remove', { slot: removed.id });
  for (const slot of own.filter((each) => each !== spiked && each !== removed))
    await desk.post('/issue/move', { slot: slot.id, section, place: 0 });
  for (const slot of [...own.filter(({ origin }) => origin === 'editor'), ...rest.slice(0, 2)])
    await writeTexts(desk, number, slot);
}

const LANGS = ['en', 'ko'] as const;
const FIELDS = ['title', 'blurb'] as const;

/** Title and blurb in both languages, in an editor's own words. */
async function writeTexts(desk: Desk, issue: number, { owner }: SlotView): Promise<void> {
  const { texts } = await desk.issue();
  for (const field of FIELDS) {
    for (const lang of LANGS) {
      const seen = texts.find((text) => text.owner === owner && text.field === field && text.lang === lang);
      const value = { en: `What an editor wrote as ${field} of ${owner}.`, ko: `편집자가 쓴 ${owner}의 ${field}.` }[
        lang
      ];
      const text = { issue, owner, field, lang, value, madeOn: seen?.version ?? null, state: 'checked' };
      await desk.post('/issue/text', text);
    }
  }
}
