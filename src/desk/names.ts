import type { FindingRule } from '../export/finding.ts';
import type { Words } from './wire/words.ts';

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

/** What a finding is, in a word or two. */
export function findingName(rule: FindingRule): Words {
  return inBoth(FINDINGS[rule]);
}

/** What was done, for a history; as it is where it has no name, as a text's field and language. */
export function deedName(kind: string, what: string): Words {
  return inBoth(DEEDS[`${kind}.${what}`] ?? [what, what]);
}

function inBoth([en, ko]: Name): Words {
  return { en, ko };
}
