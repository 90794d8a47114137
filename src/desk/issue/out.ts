import { blocksToDocx } from '../../export/docx/body.ts';
import { bilingualDocx } from '../../export/docx/bilingual.ts';
import { layout } from '../../export/layout.ts';
import type { LoadedIssue } from '../../export/load.ts';
import type { Glossary } from '../../export/glossary.ts';
import { render } from '../../export/render.ts';
import type { IssueLang } from '../../model.ts';
import type { ExportTarget } from '../wire/issue.ts';

type Opened = LoadedIssue & { glossary: Glossary };

/** An issue as a file for a target. */
export function fileFor(
  { document, template, glossary }: Opened,
  { to, lang, isBilingual }: { to: ExportTarget; lang: IssueLang; isBilingual: boolean },
): { name: string; type: string; body: string | Uint8Array } {
  const name = `issue-${document.number}${isBilingual ? '' : `.${lang}`}${isPlainName(to) ? '' : `.${to}`}`;
  if (to === 'docx') {
    const { title, subtitle, blocks } = layout(document, template, lang, glossary);
    const body = isBilingual ? bilingualDocx(document, template) : blocksToDocx(title, subtitle, blocks);
    return { name: `${name}.docx`, type: DOCX, body };
  }
  const { body, extension } = render(document, template, to, lang, glossary);
  return { name: `${name}.${extension}`, type: TYPES[extension], body };
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES = { md: 'text/markdown', html: 'text/html', json: 'application/json' } as const;

/** Targets whose file says by its end what it is. */
function isPlainName(to: ExportTarget): boolean {
  return to === 'markdown' || to === 'html' || to === 'json' || to === 'docx';
}
