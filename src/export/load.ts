import type { Night } from '../model.ts';
import type { Issue } from '../store/issues.ts';
import { typeOfFigure } from '../store/figures.ts';
import type { FigureFacts } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { assemble } from './assemble.ts';
import type { IssueDocument } from './document.ts';
import { readTemplate, type Template } from './template.ts';

export interface LoadedIssue {
  issue: Issue;
  document: IssueDocument;
  template: Template;
}

/**
 * Reads an issue with its template, ready to be printed.
 *
 * @param figures Address under which the folder of figures is published; "" when it is not.
 */
export async function loadDocument(store: Store, issue: Issue, figures: string): Promise<LoadedIssue> {
  const { number } = issue;
  const [slots, pieces, texts, editions, signedOff] = await Promise.all([
    store.issues.lineup(number),
    store.pieces.of(number),
    store.wordings.inForce(number),
    store.editions.of(number),
    store.signedOff(number),
  ]);
  const features = pieces.flatMap((piece) => (piece.kind === 'feature' ? [piece.facts] : []));
  const told = await store.curation.itemsOf([...slots, ...features].flatMap(({ story }) => story ?? []));
  const named = [...slots, ...features].flatMap(({ item }) => item ?? []);
  const others = await store.curation.itemsById(named.filter((id) => !told.some((item) => item.id === id)));
  const template = readTemplate(issue.template);
  const rows = {
    issue,
    date: await newestNight(store, issue),
    editions,
    slots,
    pieces,
    texts,
    items: [...told, ...others],
    signedOff,
    figure: (facts: FigureFacts) => figureAddress(store, facts, figures),
  };
  return { issue, template, document: assemble(rows, template) };
}

/** An editor's find may open an issue before the first night. */
async function newestNight(store: Store, { openedAt }: Issue): Promise<Night> {
  return (await store.nights.runs()).at(-1)?.night ?? new Date(openedAt).toISOString().slice(0, 10);
}

function figureAddress(store: Store, { file, url }: FigureFacts, base: string): { url: string; data: string | null } {
  const bytes = store.figures.read(file);
  const published = base === '' ? '' : `${base.replace(/\/$/, '')}/${file}`;
  const data = bytes === null ? null : `data:${typeOfFigure(file)};base64,${bytes.toString('base64')}`;
  return { url: url ?? published, data };
}
