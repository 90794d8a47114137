import type { FindingRule } from '../export/finding.ts';
import type { ArxivAnnounceType } from '../model.ts';
import type { Words } from './wire/words.ts';
import type { PieceKind } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/**
 * What the desk calls the rules of preflight and what people did, English and Korean. They come with what they name: the
 * client's own table, which every page loads, holds what its screens say by themselves.
 */
type Name = readonly [en: string, ko: string];

const FINDINGS: Readonly<Record<FindingRule, Name>> = {
  untranslated: ['not translated', '번역 없음'],
  stale: ['stale', '지난 문구'],
  empty: ['empty', '비어 있음'],
  'left-out': ['left out', '빠지는 섹션'],
  'unknown-person': ['unknown person', '모르는 사람'],
  'unknown-figure': ['unknown figure', '없는 그림'],
  'figure-address': ['address of a figure', '그림 주소'],
  'figure-alt': ['alt text', '대체 텍스트'],
  'figure-credit': ['credit', '출처 표기'],
  length: ['length', '분량'],
  todo: ['placeholder', '미완성 표시'],
  'dead-link': ['dead link', '죽은 링크'],
  'relative-link': ['incomplete link', '불완전한 링크'],
  'tracking-link': ['tracking link', '추적 링크'],
  'short-link': ['shortened link', '단축 링크'],
  'bare-link': ['bare link', '글 없는 링크'],
  'unsourced-link': ['link without a source', '근거 없는 링크'],
  'unsourced-number': ['number without a source', '근거 없는 숫자'],
  unedited: ['unedited', '손대지 않은 문장'],
  repeat: ['stands twice', '중복'],
  'printed-before': ['printed before', '지난 호 게재'],
  sensitive: ['sensitive', '민감'],
  emphasis: ['stars', '강조 표시'],
  rendering: ['glossary', '용어 표기'],
  register: ['register', '문체'],
  particle: ['particle', '조사'],
  quotes: ['quotation marks', '따옴표'],
  'date-form': ['date', '날짜 표기'],
  'unit-form': ['unit', '단위 표기'],
  size: ['size', '크기'],
};

/** How arXiv announced a paper. */
const ANNOUNCED: Readonly<Record<ArxivAnnounceType, Name>> = {
  new: ['new', '새 논문'],
  cross: ['cross-listed', '교차 등록'],
  replace: ['replaced', '새 버전'],
  'replace-cross': ['replaced, cross-listed', '새 버전, 교차 등록'],
};

/** By kind of deed and what was done. */
const DEEDS: Readonly<Record<string, Name>> = {
  'decision.keep': ['kept', '채택'],
  'decision.hold': ['held', '보류'],
  'decision.spike': ['spiked', '제외'],
  'decision.merge': ['merged', '합침'],
  'decision.split': ['split off', '분리'],
  'decision.move': ['moved a report', '보도 이동'],
  'decision.undo': ['took back', '되돌림'],
  'note.note': ['noted', '메모'],
  'note.undo': ['took a note back', '메모 되돌림'],
  'vote.for': ['voted for', '추천'],
  'vote.against': ['voted against', '반대'],
  'vote.taken back': ['took a vote back', '추천 취소'],
  'issue.add': ['put in', '추가'],
  'issue.remove': ['took out', '제외'],
  'issue.move': ['moved', '이동'],
  'issue.change': ['changed', '변경'],
  'issue.undo': ['took back', '되돌림'],
  'issue.flag': ['flagged', '표시'],
  'issue.sign': ['signed', '승인'],
  'issue.unsign': ['lost the sign-off', '승인 해제'],
  'issue.review': ['to review', '검토'],
  'issue.return': ['returned', '반려'],
  'issue.send': ['sent', '발송'],
  'issue.correct': ['corrected', '정정'],
  'issue.reconcile': ['reconciled', '대조'],
  'setting.source-added': ['added a source', '소스 추가'],
  'setting.source-moved': ['took the new address of', '새 주소 사용'],
  'setting.source-paused': ['paused', '일시 중지'],
  'setting.source-resumed': ['resumed', '다시 시작'],
  'setting.source-weight': ['weighted', '가중치 변경'],
  'setting.night-begun': ['ran a night', '야간 작업 실행'],
  'setting.editor-added': ['added an editor', '편집자 추가'],
  'setting.editor-removed': ['removed an editor', '편집자 제거'],
  'setting.password-changed': ['changed the password of', '비밀번호 변경'],
};

const FIELDS: Readonly<Record<string, Name>> = {
  title: ['title', '제목'],
  subtitle: ['subtitle', '부제'],
  shortTitle: ['short title', '짧은 제목'],
  blurb: ['blurb', '요약'],
  guest: ['guest', '손님'],
  text: ['text', '글'],
  heading: ['heading', '소제목'],
  prompt: ['prompt', '프롬프트'],
  alt: ['alt text', '대체 텍스트'],
  caption: ['caption', '설명'],
};

const LANGUAGES: Readonly<Record<string, Name>> = { en: ['English', '영어'], ko: ['Korean', '한국어'] };

const OWNERS: Readonly<Record<string, Name>> = {
  issue: ['the issue', '호'],
  section: ['a section', '섹션'],
  slot: ['a story', '기사'],
  piece: ['a piece', '기획 요소'],
  feature: ['a feature', '기획'],
  part: ['a part of a feature', '기획의 단락'],
  link: ['a source of a feature', '기획의 출처'],
  take: ['a take', '의견'],
  figure: ['a figure', '그림'],
  prompt: ['a prompt', '프롬프트'],
  letter: ['a letter', '독자 글'],
};

/** What a finding is, in a word or two. */
export function findingName(rule: FindingRule): Words {
  return inBoth(FINDINGS[rule]);
}

/** How arXiv announced a paper, in words. */
export function announceName(announce: ArxivAnnounceType): Words {
  return inBoth(ANNOUNCED[announce]);
}

/** What was done, for a history. A change of a text is named by its field and language: "blurb ko". */
export function deedName(kind: string, what: string): Words {
  if (kind !== 'text') return inBoth(DEEDS[`${kind}.${what}`] ?? [what, what]);
  const [field = '', lang = ''] = what.split(' ');
  const [en, ko] = FIELDS[field] ?? [field, field];
  const [inEnglish, inKorean] = LANGUAGES[lang] ?? [lang, lang];
  return { en: `${en}, ${inEnglish}`, ko: `${ko}, ${inKorean}` };
}

/** What something of an issue is, where it has no title: "slot:7", "piece:3" with its kind, "section:welcome", "issue". */
export function ownerName(owner: string, kind: PieceKind | null): Words {
  const [what = '', which = ''] = owner.split(':');
  const [en, ko] = LANGUAGES[which] ?? ['', ''];
  if (what === 'edition') return { en: `the ${en} edition`, ko: `${ko}판` };
  return inBoth(OWNERS[kind ?? what] ?? [what, what]);
}

/** The kind of a "piece:3", also of one that was taken out; null for other owners. */
export async function kindOfPiece(store: Store, owner: string): Promise<PieceKind | null> {
  const id = /^piece:(\d+)$/.exec(owner)?.[1];
  return id === undefined ? null : ((await store.pieces.get(Number(id)))?.kind ?? null);
}

function inBoth([en, ko]: Name): Words {
  return { en, ko };
}
