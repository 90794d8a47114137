import type { IssueLang, Lang } from '../model.ts';
import { wordingIn, type Wordings } from './document.ts';
import type { Finding, FindingRule } from './finding.ts';
import { createGlosser, type Glossary } from './glossary.ts';
import { labelOf, type Template } from './template.ts';
import { paragraph, text, type Block, type Inline, type Spot } from './tree.ts';
import { say, type Sentence } from '../text/said.ts';

/** A text as it will be printed: in the page's language, or borrowed from another. */
export interface Said {
  text: string;
  lang: Lang;
}

/** What is shared by everything laid out on one page: language, values, the figure count, what was noticed. */
export interface Page {
  template: Template;
  lang: IssueLang;
  values: ReadonlyMap<string, string>;
  findings: Finding[];
  note(rule: FindingRule, spot: Spot, message: Sentence): void;
  /** The text in the page's language (Korean with its glosses: ask in reading order), else in another one, which is noted; null when there is none at all. */
  say(wordings: Wordings, spot: Spot, original?: Said): Said | null;
  /** Blocks with the mark of a borrowed text behind their last paragraph. */
  marked(blocks: readonly Block[], said: Said): Block[];
  /** The mark of a borrowed text, such as " (in English)"; nothing when it is not borrowed. */
  mark(said: Said): Inline[];
  nextFigure(): number;
}

export function createPage(
  template: Template,
  lang: IssueLang,
  values: ReadonlyMap<string, string>,
  glossary: Glossary,
): Page {
  const gloss = lang === 'ko' ? createGlosser(glossary) : (markdown: string): string => markdown;
  let figures = 0;
  const page: Page = {
    template,
    lang,
    values,
    findings: [],
    note: (rule, spot, message) => {
      page.findings.push({ rule, place: { lang, ...spot }, message });
    },
    say: (wordings, spot, original) => {
      const own = wordingIn(wordings, lang);
      if (own !== null) return { text: gloss(own), lang };
      const borrowed = borrow(wordings, template, original);
      if (borrowed !== null && borrowed.lang !== lang)
        page.note('untranslated', spot, say('check.untranslated', { lang: say(`lang.${lang}`) }));
      return borrowed;
    },
    marked: (blocks, said) => {
      const mark = page.mark(said);
      const last = blocks.at(-1);
      if (mark.length === 0 || last === undefined) return [...blocks];
      if (last.kind !== 'paragraph') return [...blocks, paragraph(...mark)];
      return [...blocks.slice(0, -1), paragraph(...last.of, ...mark)];
    },
    mark: (said) => (said.lang === lang ? [] : [text(` (${labelOf(template, originLabel(said.lang), lang)})`)]),
    nextFigure: () => ++figures,
  };
  return page;
}

function borrow(wordings: Wordings, template: Template, original: Said | undefined): Said | null {
  for (const lang of template.languages) {
    const other = wordingIn(wordings, lang);
    if (other !== null) return { text: other, lang };
  }
  return original ?? null;
}

function originLabel(lang: Lang): 'inEnglish' | 'inKorean' | 'inOther' {
  if (lang === 'en') return 'inEnglish';
  return lang === 'ko' ? 'inKorean' : 'inOther';
}
