import { expect, it } from 'vitest';
import { type KnownIndex, type KnownItem, identifyBatch } from '../../src/dedupe/identify.ts';
import { keysOf } from '../../src/dedupe/keys.ts';
import type { ItemDraft } from '../../src/model.ts';
import { canonicalUrl } from '../../src/text/urls.ts';

const NOON = Date.UTC(2026, 3, 7, 12);
const DAY = 86_400_000;

function draft(over: Partial<ItemDraft> = {}): ItemDraft {
  const url = over.url ?? 'https://paper.example/2026/04/robot-dogs-learn-to-swim';
  return {
    sourceId: 'paper',
    entryId: 'guid-1',
    url,
    canonicalUrl: canonicalUrl(url),
    title: 'Robot dogs learn to swim in a lab in Zurich',
    authors: [],
    claimedPublished: NOON,
    claimedUpdated: null,
    summary: 'Four robots crossed a pool after a week of training in simulation, a lab said on Tuesday.',
    text: '',
    language: 'en',
    section: 'news',
    outlet: 'Paper',
    categories: [],
    image: null,
    discussion: null,
    arxiv: null,
    ...over,
  };
}

/** What a store would load, had it stored these drafts as items 1, 2, 3 ... */
function stored(...drafts: ItemDraft[]): KnownIndex {
  const byEntry = new Map<string, KnownItem>();
  const byAddress = new Map<string, KnownItem[]>();
  const byTitleDay = new Map<string, KnownItem[]>();
  drafts.forEach((one, at) => {
    const { entry, addresses, titleDay } = keysOf(one);
    const { title, summary, claimedPublished: published, sourceId } = one;
    const item = { id: at + 1, title, summary, published, addresses, sources: [sourceId] };
    byEntry.set(entry, item);
    for (const key of addresses) byAddress.set(key, [...(byAddress.get(key) ?? []), item]);
    if (titleDay !== null) byTitleDay.set(titleDay, [...(byTitleDay.get(titleDay) ?? []), item]);
  });
  return { byEntry, byAddress, byTitleDay };
}

const known = (...args: [ItemDraft, ...ItemDraft[]]) => identifyBatch([args[0]], stored(...args.slice(1)))[0];

it('knows an entry that comes again as it was', () => {
  expect(known(draft(), draft())).toMatchObject({
    is: 'known',
    item: 1,
    reason: 'same id in the same source',
    changed: { title: false, published: false, summary: false, address: false },
  });
});

it('sees an entry retitled and redated under its id as the same, changed', () => {
  const later = draft({ title: 'Corrected: four dogs', claimedPublished: NOON + DAY });
  expect(known(later, draft())).toMatchObject({ is: 'known', item: 1, changed: { title: true, published: true } });
});

it('sees the same link under a new id as the same', () => {
  expect(known(draft({ entryId: 'guid-2' }), draft())).toMatchObject({ is: 'known', item: 1, reason: 'same address' });
});

it('sees the same link from another source under another title as the same', () => {
  const elsewhere = draft({ sourceId: 'hn', entryId: '40000001', title: 'Swimming robots' });
  expect(known(elsewhere, draft())).toMatchObject({ is: 'known', item: 1 });
});

it('takes an id used again for something else for a new item', () => {
  const reused = draft({ url: 'https://paper.example/2026/05/tax-law', title: 'Parliament passes a new tax law' });
  expect(known(reused, draft())).toMatchObject({ is: 'new', reason: 'the source used an old id for something new' });
});

it('follows an entry whose link moved under its id', () => {
  const moved = draft({ url: 'https://paper.example/science/robot-dogs-learn-to-swim' });
  expect(known(moved, draft())).toMatchObject({ is: 'known', item: 1, changed: { address: true } });
});

it('does not take a daily column for yesterday’s', () => {
  const column = { title: 'The Daily Download', summary: 'Robots swim, and a court rules on training data.' };
  const today = draft({ ...column, entryId: 'b', url: 'https://paper.example/b', claimedPublished: NOON + DAY });
  expect(known(today, draft({ ...column, entryId: 'a', url: 'https://paper.example/a' }))).toMatchObject({ is: 'new' });
});

it('wants a like lead for one title twice on one day', () => {
  const again = draft({ entryId: 'b', url: 'https://paper.example/b' });
  expect(known(again, draft())).toMatchObject({ is: 'known', reason: 'same title, host and day, and a like lead' });
  expect(known({ ...again, summary: 'Quarterly figures of a chip maker.' }, draft())).toMatchObject({ is: 'new' });
  expect(known({ ...again, summary: '' }, draft({ summary: '' }))).toMatchObject({ is: 'new' });
});

it('keeps apart the entries of a changelog that all link to one page', () => {
  const url = 'https://lab.example/changelog';
  const [march, april] = [
    draft({ url, entryId: 'v1', title: 'Larger context for all plans', claimedPublished: NOON - 30 * DAY }),
    draft({ url, entryId: 'v2', title: 'Webhooks, and a fix for time-outs' }),
  ];
  expect(known(april, march)).toMatchObject({ is: 'new' });
  expect(identifyBatch([march, april], stored()).map(({ is }) => is)).toEqual(['new', 'new']);
});

it('does not take a link to the front page for an article', () => {
  const url = 'https://paper.example/';
  const other = draft({ url, sourceId: 'mail', entryId: 'x', title: 'Parliament passes a new tax law' });
  expect(known(other, draft({ url }))).toMatchObject({ is: 'new' });
});

it('sees all forms of a paper as one', () => {
  const abs = draft({
    url: 'https://arxiv.org/abs/2408.11039',
    sourceId: 'arxiv',
    entryId: 'oai:arXiv.org:2408.11039v1',
  });
  const hf = draft({
    url: 'https://huggingface.co/papers/2408.11039',
    sourceId: 'hf',
    entryId: '2408.11039',
    title: 'Transfusion',
  });
  expect(known(hf, abs)).toMatchObject({ is: 'known', item: 1, reason: 'same paper' });
});

it('finds repeats inside a batch', () => {
  const twice = [draft(), draft({ sourceId: 'wire', entryId: 'w9' })];
  expect(identifyBatch(twice, stored())).toEqual([
    { is: 'new', reason: 'not seen before' },
    { is: 'repeat', draft: 0, reason: 'same address' },
  ]);
});

it('keeps apart two entries of one document that share an id', () => {
  const other = draft({ url: 'https://paper.example/b', title: 'Parliament passes a new tax law', summary: '' });
  expect(identifyBatch([draft(), other], stored()).map(({ is }) => is)).toEqual(['new', 'new']);
});

it('says that two stored items are one when an entry of the one takes the address of the other', () => {
  const first = draft({ url: 'https://paper.example/?p=77', entryId: 'a' });
  const second = draft({ sourceId: 'wire', entryId: 'w' });
  const settled = draft({ entryId: 'a' });
  expect(known(settled, first, second)).toMatchObject({ is: 'known', item: 1, aliases: [2] });
});
