import { headingOf, readTemplate, type Template } from '../../export/template.ts';
import type { Issue } from '../../store/issues.ts';
import type { Piece } from '../../store/pieces.ts';
import type { Store } from '../../store/store.ts';
import type { Wording } from '../../store/wordings.ts';
import type { BoardView, FeatureView } from '../wire/issue.ts';

/** Who writes which feature of an issue by when, and how far each is. */
export async function boardOf(store: Store, issue: Issue): Promise<BoardView> {
  const [pieces, texts] = await Promise.all([store.pieces.of(issue.number), store.wordings.inForce(issue.number)]);
  const template = readTemplate(issue.template);
  return {
    issue: issue.number,
    features: pieces.flatMap((piece) =>
      piece.kind === 'feature' ? [featureView(piece, pieces, texts, template)] : [],
    ),
    sections: template.sections.flatMap((section) =>
      section.kind !== 'feature'
        ? []
        : [
            {
              key: section.key,
              about: section.about,
              heading: Object.fromEntries(
                template.languages.map((lang) => [lang, headingOf(template, section, lang) ?? section.key]),
              ),
            },
          ],
    ),
  };
}

function featureView(
  { id, issue, facts, section, assignee, due, state }: Extract<Piece, { kind: 'feature' }>,
  pieces: readonly Piece[],
  texts: readonly Wording[],
  { languages }: Template,
): FeatureView {
  const below = pieces.filter((piece) => piece.parent === id && (piece.kind === 'part' || piece.kind === 'take'));
  const wanted = [
    { owner: `piece:${id}`, field: 'title' },
    ...below.map((piece) => ({ owner: `piece:${piece.id}`, field: 'text' })),
  ];
  const title = texts.filter((text) => text.owner === `piece:${id}` && text.field === 'title');
  const progress = languages.map((lang) => {
    const own = wanted.flatMap(({ owner, field }) => {
      const text = texts.find((each) => each.owner === owner && each.field === field && each.lang === lang);
      return text === undefined || text.value.trim() === '' ? [] : [text];
    });
    const checked = own.filter((text) => text.state === 'checked').length;
    return [lang, { all: wanted.length, written: own.length, checked }] as const;
  });
  return {
    id,
    issue,
    title: Object.fromEntries(title.map(({ lang, value }) => [lang, value])),
    report: pieces.flatMap((piece) => (piece.kind === 'link' && piece.parent === id ? piece.facts.title : []))[0] ?? '',
    about: facts.about,
    story: facts.story,
    section,
    assignee,
    due,
    state,
    progress: Object.fromEntries(progress),
  };
}
