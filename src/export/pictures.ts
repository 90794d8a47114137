import type { Figure, IssueDocument } from './document.ts';

/** Every figure of an issue. */
export function figuresOf(issue: IssueDocument): Figure[] {
  const inSections = issue.sections.flatMap((section) => {
    if (section.kind === 'prompts') return section.prompts.flatMap(({ figure }) => figure ?? []);
    return section.kind === 'feature' ? section.features.flatMap(({ figures }) => figures) : [];
  });
  return [...(issue.cover === null ? [] : [issue.cover]), ...inSections];
}

/** The stored pictures of an issue by the address they are printed with, as data: addresses. */
export function storedPictures(issue: IssueDocument): ReadonlyMap<string, string> {
  return new Map(figuresOf(issue).flatMap(({ url, data }) => (data === null ? [] : [[url || data, data]])));
}
