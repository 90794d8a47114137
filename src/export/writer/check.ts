import { z } from 'zod';
import type { IssueLang } from '../../model.ts';
import { guessLanguage } from '../../text/language.ts';
import { countWords } from '../../text/tokens.ts';
import type { SourceText } from '../document.ts';
import { trace } from '../trace.ts';
import { uneditedSentences } from '../unedited.ts';
import type { WriterTask } from './task.ts';

const answerSchema = z.object({ text: z.string().trim().min(1) });

/** A writer's answer as text, or why it is refused, in words that the writer and an editor understand. */
export function readAnswer(answer: string, task: WriterTask): { text: string } | { problems: string[] } {
  const parsed = answerSchema.safeParse(parseJson(answer));
  if (!parsed.success) return { problems: ['it is not the JSON object that was asked for'] };
  const { text } = parsed.data;
  const problems = [
    ...linkProblems(text),
    ...lengthProblems(text, task),
    ...languageProblems(text, task.lang),
    ...factProblems(text, task),
  ];
  return problems.length === 0 ? { text } : { problems };
}

/** Models like to put their JSON into a code block. */
function parseJson(answer: string): unknown {
  try {
    return JSON.parse(answer.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ''));
  } catch {
    return null;
  }
}

function linkProblems(text: string): string[] {
  return /https?:|www\.|\]\(|<\/?[a-z]/i.test(text) ? ['it holds an address or markup'] : [];
}

function lengthProblems(text: string, { limit }: WriterTask): string[] {
  const length = limit.unit === 'words' ? countWords(text) : text.length;
  return length < limit.min || length > limit.max
    ? [`it has ${length} ${limit.unit}, not ${limit.min} to ${limit.max}`]
    : [];
}

/** A Korean text is mostly Hangul; an English one is in Latin letters, and its words are English ones. */
function languageProblems(text: string, lang: IssueLang): string[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp): number => (text.match(script)?.length ?? 0) / Math.max(letters, 1);
  const isRight =
    lang === 'ko'
      ? share(/\p{Script=Hangul}/gu) > 0.5
      : share(/\p{Script=Latin}/gu) > 0.9 && ['', 'en'].includes(guessLanguage(text, ''));
  return isRight ? [] : ['it is in the wrong language'];
}

/** The tracer's word on it: everything that can be made up must stand in the sources. */
function factProblems(text: string, task: WriterTask): string[] {
  const sources: SourceText[] = [...task.sources];
  if (task.kind === 'translation')
    sources.push({ url: '', outlet: '', title: '', text: task.text, license: null, reserved: false });
  const invented = trace(text, sources, task.lang).filter(({ found }) => found === null);
  const copied = uneditedSentences(text, task.sources, task.lang);
  return [
    ...invented.map(({ kind, value }) => `the ${kind} "${value}" is not in the material`),
    ...copied.map(({ source }) => `a sentence is ${source.outlet}'s own`),
  ];
}
