import type { Piece } from '../store/pieces.ts';
import { figureOf, judged, signers, sourceText, wordings, type IssueRows } from './rows.ts';
import type { Feature, Letter, Prompt } from './document.ts';

type PieceOf<Kind extends Piece['kind']> = Extract<Piece, { kind: Kind }>;

/** The pieces of a kind in a section, or under another piece, in their order. */
function piecesOf<Kind extends Piece['kind']>(
  { pieces }: IssueRows,
  kind: Kind,
  where: { section: string } | { parent: number },
): PieceOf<Kind>[] {
  const isHere = (piece: Piece): boolean =>
    'parent' in where ? piece.parent === where.parent : piece.parent === null && piece.section === where.section;
  return pieces.filter((piece): piece is PieceOf<Kind> => piece.kind === kind && isHere(piece));
}

export function featuresOf(rows: IssueRows, section: string): Feature[] {
  return piecesOf(rows, 'feature', { section }).map((piece) => featureOf(rows, piece));
}

function featureOf(rows: IssueRows, { id, facts, sensitive }: PieceOf<'feature'>): Feature {
  const owner = `piece:${id}`;
  const below = { parent: id };
  const sources = rows.items
    .filter((item) => (item.story !== null && item.story === facts.story) || item.id === facts.item)
    .map(sourceText);
  const title = wordings(rows, owner, 'title');
  const shortTitle = wordings(rows, owner, 'shortTitle');
  return {
    id: owner,
    story: facts.story,
    title,
    shortTitle,
    links: piecesOf(rows, 'link', below).map((link) => link.facts),
    parts: piecesOf(rows, 'part', below).map((part) => {
      const heading = wordings(rows, `piece:${part.id}`, 'heading');
      return {
        id: `piece:${part.id}`,
        key: part.facts.key,
        heading: Object.keys(heading).length === 0 ? null : heading,
        text: wordings(rows, `piece:${part.id}`, 'text'),
      };
    }),
    figures: piecesOf(rows, 'figure', below).map((figure) => figureOf(rows, figure)),
    takes: piecesOf(rows, 'take', below).map((take) => ({
      id: `piece:${take.id}`,
      person: take.facts.person,
      text: wordings(rows, `piece:${take.id}`, 'text'),
    })),
    sources,
    sensitive: judged(sensitive, [title, shortTitle], sources),
    signedOffBy: signers(rows, owner),
  };
}

export function promptsOf(rows: IssueRows, section: string): Prompt[] {
  return piecesOf(rows, 'prompt', { section }).map(({ id, facts }) => {
    const [figure] = piecesOf(rows, 'figure', { parent: id });
    return {
      id: `piece:${id}`,
      model: facts.model,
      prompt: wordings(rows, `piece:${id}`, 'prompt'),
      figure: figure === undefined ? null : figureOf(rows, figure),
    };
  });
}

export function lettersOf(rows: IssueRows, section: string): Letter[] {
  return piecesOf(rows, 'letter', { section }).map(({ id, facts }) => ({
    id: `piece:${id}`,
    from: facts.from,
    text: wordings(rows, `piece:${id}`, 'text'),
  }));
}
