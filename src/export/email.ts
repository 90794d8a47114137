import type { IssueLang } from '../model.ts';
import { blocksToHtml, escapeHtml, type Styles } from './to-html.ts';
import type { Block } from './tree.ts';

/** Gmail cuts a message off behind 102 kB of HTML ("[Message clipped]"). */
export const EMAIL_MAX_BYTES = 102_000;

const FONTS: Readonly<Record<IssueLang, string>> = {
  en: 'Georgia,serif',
  ko: "'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif",
};

/** Styles stand in each element, because several mail readers drop style sheets; sizes are for a phone held at arm's length. */
const STYLES: Styles = {
  h1: 'margin:0 0 8px;font-size:28px;line-height:1.25',
  h2: 'margin:40px 0 12px;font-size:22px;line-height:1.3',
  h3: 'margin:28px 0 8px;font-size:19px;line-height:1.35',
  h4: 'margin:24px 0 6px;font-size:17px;line-height:1.4',
  p: 'margin:0 0 16px',
  ul: 'margin:0 0 16px;padding:0 0 0 22px',
  ol: 'margin:0 0 16px;padding:0 0 0 22px',
  li: 'margin:0 0 8px',
  a: 'color:#0b57a4',
  blockquote: 'margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid #999999',
  img: 'display:block;max-width:100%;height:auto',
  pre: 'margin:0 0 16px;white-space:pre-wrap',
  hr: 'margin:32px 0;border:0;border-top:1px solid #999999',
};

/** What a style attribute cannot say: colours for readers whose mail program is dark. */
const DARK = `@media (prefers-color-scheme:dark){body,div{background:#16181c!important;color:#e8e6e3!important}a{color:#8ab8f0!important}}`;

/** A whole message: styles inlined, light and dark, one column of at most 600 px. */
export function emailPage(title: string, subtitle: string, blocks: readonly Block[], lang: IssueLang): string {
  const head: Block[] = [{ kind: 'heading', level: 1, of: [{ kind: 'text', text: title }] }];
  if (subtitle !== '')
    head.push({ kind: 'paragraph', of: [{ kind: 'emphasis', of: [{ kind: 'text', text: subtitle }] }] });
  const breaks = lang === 'ko' ? ';word-break:keep-all;overflow-wrap:anywhere' : '';
  // Korean has no italics: a slanted Hangul face is made up by the reader's device and hard to read.
  const styles = lang === 'ko' ? { ...STYLES, em: 'font-style:normal' } : STYLES;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${DARK}</style>
</head>
<body style="margin:0;padding:0;background:#ffffff;color:#1a1a1a">
<div style="max-width:600px;margin:0 auto;padding:24px 16px;font:17px/1.6 ${FONTS[lang]};background:#ffffff;color:#1a1a1a${breaks}">
${blocksToHtml([...head, ...blocks], styles)}
</div>
</body>
</html>
`;
}
