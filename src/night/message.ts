import type { IssueLang, Night } from '../model.ts';
import type { NightSummary } from './collection.ts';
import { inKorean } from '../text/said.ts';

/** A story of the shortlist as the message names it. */
export interface TopStory {
  title: string;
  url: string;
  outlets: readonly string[];
}

/** Everything the morning message tells. */
export interface Morning {
  summary: NightSummary;
  /** Best first. */
  top: readonly TopStory[];
  /** Titles that came into the open issue this night, and that went out of it. */
  added: readonly string[];
  removed: readonly string[];
  /** The desk's address; "" = not told. */
  desk: string;
}

/** How a line is written for a place: plain for mail, in Slack's markup for a webhook. */
export interface Markup {
  escape(text: string): string;
  link(title: string, url: string): string;
}

export const PLAIN: Markup = { escape: (text) => text, link: (title, url) => `${title}\n    ${url}` };

/** Slack's mrkdwn: three characters are escaped, a link is <address|title> (api.slack.com/reference/surfaces/formatting). */
export const SLACK: Markup = { escape: slackText, link: (title, url) => `<${slackText(url)}|${slackText(title)}>` };

/** Names of titles are listed up to this many. */
const NAMED = 5;

interface Words {
  subject(night: Night): string;
  /** A sentence of the night in this language. */
  said(english: string): string;
  top: string;
  issue(number: number): string;
  added(count: number): string;
  removed(count: number): string;
  same: string;
  more(count: number): string;
  desk: string;
  failed: Message;
}

const WORDS: Record<IssueLang, Words> = {
  en: {
    subject: (night) => `Nightdesk, ${night}`,
    said: (english) => english,
    top: 'Top of the night',
    issue: (number) => `Issue #${number}`,
    added: (count) => `${count} new`,
    removed: (count) => `${count} gone`,
    same: 'unchanged',
    more: (count) => `and ${count} more`,
    desk: 'Desk',
    failed: {
      subject: 'Nightdesk: the night failed',
      text: 'The night broke off. What was read is stored; the next run goes on from there.',
    },
  },
  ko: {
    subject: (night) => `나이트데스크, ${night}`,
    said: (english) => inKorean(english) ?? english,
    top: '오늘 밤의 주요 소식',
    issue: (number) => `제${number}호`,
    added: (count) => `새로 들어온 글 ${count}건`,
    removed: (count) => `빠진 글 ${count}건`,
    same: '변화 없음',
    more: (count) => `외 ${count}건`,
    desk: '데스크',
    failed: {
      subject: '나이트데스크: 야간 작업 실패',
      text: '야간 작업이 중단되었습니다. 읽은 내용은 저장되어 있으며, 다음 실행이 이어서 합니다.',
    },
  },
};

/** What is sent. */
export interface Message {
  subject: string;
  text: string;
}

/** The message of a night that broke off. */
export function failureMessage(why: string, lang: IssueLang, markup: Markup): Message {
  const words = WORDS[lang];
  const { subject, text } = words.failed;
  return { subject, text: `${text}\n${markup.escape(words.said(why))}` };
}

/** The morning message: the verdict with what else is to be told of the night, the top of the shortlist with its outlets, what changed in the open issue. */
export function morningMessage(morning: Morning, lang: IssueLang, markup: Markup): Message {
  const words = WORDS[lang];
  const { summary, top, desk } = morning;
  const parts = [
    [summary.verdict, ...summary.notes].map((sentence) => markup.escape(words.said(sentence))),
    top.length === 0 ? [] : [words.top, ...top.map((story, index) => topLine(story, index, markup))],
    changes(morning, words, markup),
    desk === '' ? [] : [`${words.desk}: ${desk}`],
  ];
  const text = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return { subject: words.subject(summary.night), text };
}

function topLine({ title, url, outlets }: TopStory, index: number, markup: Markup): string {
  return `${index + 1}. ${markup.link(title, url)} (${markup.escape(outlets.join(', '))})`;
}

function changes({ summary, added, removed }: Morning, words: Words, markup: Markup): string[] {
  if (summary.issue === null) return [];
  const counts = [
    ...(added.length > 0 ? [words.added(added.length)] : []),
    ...(removed.length > 0 ? [words.removed(removed.length)] : []),
  ];
  const list = (sign: string, titles: readonly string[]): string[] => [
    ...titles.slice(0, NAMED).map((title) => `${sign} ${markup.escape(title)}`),
    ...(titles.length > NAMED ? [`${sign} ${words.more(titles.length - NAMED)}`] : []),
  ];
  const line = `${words.issue(summary.issue)}: ${counts.length === 0 ? words.same : counts.join(', ')}`;
  return [line, ...list('+', added), ...list('-', removed)];
}

function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '¦');
}
