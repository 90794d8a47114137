import type { IssueLang } from '../../model.ts';
import { wordingIn, type Figure, type IssueDocument } from '../document.ts';
import type { Finding, Place } from '../finding.ts';
import { say } from '../../text/said.ts';

/** Figures that a reader who cannot see them, or whoever drew them, would miss something of. */
export function checkFigures(issue: IssueDocument, lang: IssueLang): Finding[] {
  return figuresOf(issue, lang).flatMap(({ figure, place }) => {
    const found: Finding[] = [];
    if (wordingIn(figure.alt, lang) === null)
      found.push({
        rule: 'figure-alt',
        place,
        message: say('check.figureAlt', { id: figure.id }),
      });
    if (figure.credit.trim() === '')
      found.push({ rule: 'figure-credit', place, message: say('check.figureCredit', { id: figure.id }) });
    return found;
  });
}

function figuresOf(issue: IssueDocument, lang: IssueLang): { figure: Figure; place: Place }[] {
  return [
    ...(issue.cover === null
      ? []
      : [{ figure: issue.cover, place: { lang, section: '', owner: issue.cover.id, field: '' } }]),
    ...issue.sections.flatMap((section) => {
      const placed = (figure: Figure) => ({
        figure,
        place: { lang, section: section.key, owner: figure.id, field: '' },
      });
      if (section.kind === 'prompts')
        return section.prompts.flatMap(({ figure }) => (figure === null ? [] : [placed(figure)]));
      return section.kind === 'feature' ? section.features.flatMap(({ figures }) => figures.map(placed)) : [];
    }),
  ];
}
