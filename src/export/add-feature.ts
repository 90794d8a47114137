import type { ReadItem } from '../store/curation.ts';
import type { NewPiece } from '../store/pieces.ts';
import type { Store } from '../store/store.ts';
import type { Changed, EditorAct, Refused } from '../store/trail.ts';
import type { Template } from './template.ts';

type FeatureSection = Extract<Template['sections'][number], { kind: 'feature' }>;

export interface MadeFeature {
  is: 'done';
  feature: number;
  pieces: readonly { kind: 'part' | 'link'; id: number; name: string }[];
}

/** Reports a news feature links to, at most: readers follow no more. */
const MAX_LINKS = 5;

/**
 * Makes a feature in a section, with the parts that the template asks for and links to what it rests on: the paper, or
 * the reports of the story, one an outlet. It has no title until somebody writes one; the desk calls it by its first link.
 */
export async function addFeature(
  store: Store,
  { issue, section, story }: { issue: number; section: FeatureSection; story: number | null },
  act: EditorAct,
): Promise<MadeFeature | Refused> {
  const { key, about, parts } = section;
  const items = story === null ? [] : await store.curation.itemsOf([story]);
  if (story !== null && items.length === 0) return { is: 'refused', because: 'unknown' };
  const item = about === 'research' ? (items.find((each) => each.section === 'papers')?.id ?? null) : null;
  const base = { issue, section: key };
  const made = await store.pieces.add({ ...base, kind: 'feature', facts: { about, story, item } }, act);
  if (made.is === 'refused') return made;
  const below: (NewPiece & { kind: 'part' | 'link' })[] = [
    ...parts.map((part) => ({ ...base, kind: 'part' as const, parent: made.id, facts: { key: part } })),
    ...linksOf(items, about).map((facts) => ({ ...base, kind: 'link' as const, parent: made.id, facts })),
  ];
  const pieces = [];
  for (const piece of below) {
    const added: Changed = await store.pieces.add(piece, act);
    const name = piece.kind === 'part' ? piece.facts.key : piece.facts.url;
    if (added.is === 'done') pieces.push({ kind: piece.kind, id: added.id, name });
  }
  return { is: 'done', feature: made.id, pieces };
}

function linksOf(
  items: readonly ReadItem[],
  about: 'news' | 'research',
): { url: string; title: string; outlet: string }[] {
  const first = items.filter((item, index) => items.findIndex(({ outlet }) => outlet === item.outlet) === index);
  const chosen = about === 'research' ? first.filter(({ section }) => section === 'papers') : first;
  return (chosen.length === 0 ? first : chosen)
    .slice(0, MAX_LINKS)
    .map(({ url, title, outlet }) => ({ url, title, outlet }));
}
