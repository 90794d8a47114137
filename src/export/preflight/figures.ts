import type { IssueLang } from '../../model.ts';
import { wordingIn, type Figure, type IssueDocument } from '../document.ts';
import type { Finding, Place } from '../finding.ts';

/** Figures that a reader who cannot see them, or whoever drew them, would miss something of. */
export function checkFigures(issue: IssueDocument, lang: IssueLang): Finding[] {
  return figuresOf(issue, lang).flatMap(({ figure, place }) => {
    const found: Finding[] = [];
    if (wordingIn(figure.alt, lang) === null)
      found.push({
        rule: 'figure-alt',
        place,
        message: `figure "${figure.id}" has no description for readers who cannot see it`,
      });
    if (figure.credit.trim() === '')
      found.push({ rule: 'figure-credit', place, message: `figure "${figure.id}" has no credit` });
    return found;
  });
}

function figuresOf(issue: IssueDocument, lang: IssueLang): { figure: Figure; place: Place }[] {
  const cover = { lang, section: '', slot: '', field: 'cover' };
  return [
    ...(issue.cover === null ? [] : [{ figure: issue.cover, place: cover }]),
    ...issue.sections.flatMap((section) => {
      const place = { lang, section: section.key, slot: '', field: '' };
      if (section.kind === 'prompts')
        return section.prompts.flatMap(({ model, figure }) =>
          figure === null ? [] : [{ figure, place: { ...place, slot: model } }],
        );
      if (section.kind !== 'feature') return [];
      return section.features.flatMap(({ id, figures }) =>
        figures.map((figure) => ({ figure, place: { ...place, slot: id, field: `figure ${figure.id}` } })),
      );
    }),
  ];
}
