import type { IssueLang } from '../model.ts';
import type { IssueDocument } from './document.ts';
import { offerSentences, type Offer } from './offers.ts';
import type { Template } from './template.ts';
import { issueTexts, printedTexts, type PrintedText } from './texts.ts';
import { trace, type Trace } from './trace.ts';

/** A text with everything in it that must not be made up, and where the sources have it. */
export interface TracedText extends PrintedText {
  traces: readonly Trace[];
}

/** The texts of an issue in a language, each traced to its sources, in reading order. */
export function tracedTexts(issue: IssueDocument, template: Template, lang: IssueLang): TracedText[] {
  return printedTexts(issue, template, lang).map((text) => ({
    ...text,
    traces: trace(text.wording.text, text.sources, lang),
  }));
}

/** A traced text as lines: whose it is, then each claim with the place that bears it. */
export function traceLines({ place, wording, sources, traces }: TracedText): string[] {
  const { owner, field, lang } = place;
  const by = wording.by === null ? 'machine-made' : `written by ${wording.by}`;
  return [
    `${owner} ${field} ${lang}, ${by}: ${JSON.stringify(wording.text)}`,
    ...traces.map(({ kind, start, end, value, found }) => {
      const source = found === null ? undefined : sources[found.source];
      const from =
        found === null || source === undefined
          ? wording.by === null
            ? 'in no stored source'
            : `in no stored source; ${wording.by}'s own`
          : `${source.outlet}, ${found.field} ${found.from}-${found.to}, ${source.url}`;
      return `  ${kind} ${start}-${end} ${JSON.stringify(value)} <- ${from}`;
    }),
  ];
}

/** For each slot of the lists, sentences of its reports to be rewritten: what happened, why it matters, what the doubt is. */
export function offerLines(issue: IssueDocument, template: Template, lang: IssueLang): string[] {
  const blurbs = issueTexts(issue, template).filter(({ spot }) => spot.field === 'blurb');
  return blurbs.flatMap(({ spot, sources }) => [
    `${spot.owner} blurb ${lang}`,
    ...offerSentences(sources, lang).map(({ part, text, source, from, to }: Offer) => {
      const { outlet = '', url = '' } = sources[source] ?? {};
      return `  ${part.padEnd(5)} ${text} <- ${outlet}, text ${from}-${to}, ${url}`;
    }),
  ]);
}
