import { addFeature } from '../../export/add-feature.ts';
import { readTemplate } from '../../export/template.ts';
import type { Issue } from '../../store/issues.ts';
import type { Store } from '../../store/store.ts';
import { refused, type Changed, type EditorAct } from '../../store/trail.ts';

/** Plans a feature in a section of the issue's template: what `nightdesk issues feature add` does. */
export async function startFeature(
  store: Store,
  issue: Issue,
  { section: key, story }: { section: string; story: number | null },
  act: EditorAct,
): Promise<Changed> {
  const section = readTemplate(issue.template).sections.find((each) => each.key === key);
  if (section?.kind !== 'feature') return refused('unknown');
  const made = await addFeature(store, { issue: issue.number, section, story }, act);
  if (made.is === 'refused') return made;
  const trail = (await store.trail(issue.number, `piece:${made.feature}`)).at(-1)?.id ?? 0;
  return { is: 'done', id: made.feature, trail };
}

/** The section for features about news, or about research; null when the template has no features. */
export function featureSection(issue: Issue, about: 'news' | 'research'): string | null {
  const sections = readTemplate(issue.template).sections.flatMap((each) => (each.kind === 'feature' ? [each] : []));
  return (sections.find((each) => each.about === about) ?? sections[0])?.key ?? null;
}
