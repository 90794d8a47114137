import type { IssueLang } from '../model.ts';
import { blocksToHtml, escapeHtml } from './to-html.ts';
import type { Block } from './tree.ts';

const STYLE = `:root{color-scheme:light dark}
body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 system-ui,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",sans-serif}
:lang(ko){word-break:keep-all;overflow-wrap:anywhere}
:lang(ko) em{font-style:normal}
h1,h2,h3,h4{line-height:1.3}
img{max-width:100%;height:auto}
pre{white-space:pre-wrap}
blockquote{margin:0;padding-left:1rem;border-left:3px solid}`;

/** A page that stands by itself: no script, nothing fetched but the pictures. */
export function webPage(title: string, subtitle: string, blocks: readonly Block[], lang: IssueLang): string {
  const lead = subtitle === '' ? '' : `<p><em>${escapeHtml(subtitle)}</em></p>\n`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${lead}${blocksToHtml(blocks)}
</body>
</html>
`;
}
