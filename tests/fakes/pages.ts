/** An article page about tides and models; `head` goes into its head. */
export function articlePage(title: string, head = ''): string {
  const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
  return `<html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;
}

const PARAGRAPHS = [
  'The laboratory said on Friday that its newest language model answers questions about tides more exactly than any before it.',
  'Engineers spent eleven months collecting the measurements, and a harbour on the northern coast let them compare every answer with a gauge.',
  'The model is offered to researchers without a fee; companies pay for each thousand answers, the laboratory said.',
];

export const HTML = { 'content-type': 'text/html; charset=utf-8' };
