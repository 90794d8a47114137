import { Command } from 'commander';
import type { IssueDocument, Wordings } from '../export/document.ts';
import type { Template } from '../export/template.ts';
import { ISSUE_LANGS } from '../model.ts';
import type { Slot as StoredSlot } from '../store/issues.ts';
import { wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';
import { loadIssue } from './issue.ts';

interface DraftOptions extends FileOptions {
  issue?: number;
  trace?: boolean;
  offers?: boolean;
}

/** `nightdesk draft`: an issue's lineup, with where each text comes from. */
export function draftCommand(): Command {
  return withFiles(new Command('draft'))
    .description('Show the lineup of the open issue.')
    .option('--issue <n>', 'number of the issue; the open one when missing', wholeNumber(1))
    .option('--trace', 'show for every link, number, quotation and name the place in a stored source it comes from')
    .option(
      '--offers',
      'show sentences of the reports to be rewritten: what happened, why it matters, what the doubt is',
    )
    .addHelpText(
      'after',
      `
Each slot and feature is shown with its number and the state of its texts in each language. With --trace a text is
machine-made, or somebody's; what no stored source has is said.

Examples:
  nightdesk draft
  nightdesk draft --trace --issue 83
  nightdesk draft --offers`,
    )
    .action(async (options: DraftOptions) => {
      const { offerLines, traceLines, tracedTexts } = await import('../export/traced.ts');
      const { writeLine } = await import('./io.ts');
      await withStore(options, async (store) => {
        if (options.issue === undefined && (await store.issues.open()) === null)
          return writeLine('No issue is open. The first night opens one.');
        const { document, template } = await loadIssue(store, options.issue, options);
        const slots = await store.issues.lineup(document.number);
        for (const line of await lineupLines(document, template, slots)) await writeLine(line);
        for (const lang of template.languages) {
          const traced = options.trace === true ? tracedTexts(document, template, lang).flatMap(traceLines) : [];
          const offers = options.offers === true ? offerLines(document, template, lang) : [];
          for (const line of [...traced, ...offers]) await writeLine(line);
        }
      });
    });
}

async function lineupLines(
  document: IssueDocument,
  template: Template,
  slots: readonly StoredSlot[],
): Promise<string[]> {
  const { titleOf } = await import('../export/fill.ts');
  const reasons = new Map(slots.map(({ id, reason }) => [`slot:${id}`, reason]));
  const titles = template.languages.map((lang) => `  ${lang}: ${titleOf(document, template, lang)}`);
  const sections = document.sections.flatMap((section) => {
    const rows =
      section.kind === 'list' || section.kind === 'own'
        ? section.slots.map(({ id, title, original, blurb }) => {
            return {
              id,
              title,
              name: original.title,
              texts: hasBlurbs(template, section.key) ? [title, blurb] : [title],
            };
          })
        : section.kind === 'feature'
          ? section.features.map(({ id, title, parts, takes }) => {
              const texts = [title, ...[...parts, ...takes].map(({ text }) => text)];
              return { id, title, name: '(no title yet)', texts };
            })
          : [];
    const lines = rows.map(({ id, title, name, texts }, index) => {
      const words = title.en?.text ?? title.ko?.text ?? name;
      return `${String(index + 1).padStart(3)}. ${words}  (${id})  [${states(texts)}]  ${reasons.get(id) ?? ''}`.trimEnd();
    });
    return lines.length === 0 ? [] : ['', section.key, ...lines];
  });
  return [`Issue #${document.number}`, ...titles, ...sections, ''];
}

/** A list of linked titles has no blurbs to miss. */
function hasBlurbs(template: Template, key: string): boolean {
  return template.sections.some(
    (section) => section.key === key && section.kind === 'list' && section.line === 'heading',
  );
}

/** The state of the texts in each language: that of the one that is least finished. */
function states(texts: readonly Wordings[]): string {
  const order = ['missing', 'stale', 'draft', 'checked'] as const;
  return ISSUE_LANGS.map((lang) => {
    const found = texts.map((wordings) => wordings[lang]?.state ?? 'missing');
    return `${lang} ${order.find((state) => found.includes(state)) ?? 'missing'}`;
  }).join(', ');
}
