import type { IssueLang } from '../../model.ts';
import { DATA_MESSAGES } from './messages/data.ts';
import { CANDIDATE_MESSAGES } from './messages/candidates.ts';
import { ISSUE_MESSAGES } from './messages/issue.ts';
import { lang } from './settings.ts';
import type { Words } from '../wire/words.ts';

/**
 * Every text of the interface, English and Korean. {name} stands for a value, {n|one|many} for a word that goes by a
 * number.
 */
export const MESSAGES = {
  ...DATA_MESSAGES,
  ...CANDIDATE_MESSAGES,
  ...ISSUE_MESSAGES,
  desk: ['Nightdesk', '나이트데스크'],
  'screen.candidates': ['Candidates', '후보'],
  'screen.issue': ['Issue', '호'],
  'screen.features': ['Features', '기획'],
  'screen.sources': ['Sources', '소스'],
  'screen.nights': ['Nights', '야간 기록'],
  'screen.search': ['Search', '검색'],
  'screen.insight': ['Insight', '통계'],
  'screen.add': ['Add a link', '링크 추가'],
  'frame.screens': ['Screens', '화면'],
  'frame.menu': ['Menu', '메뉴'],
  'frame.skip': ['Skip to the content', '본문으로 건너뛰기'],
  'frame.issue': ['Issue #{number}', '제{number}호'],
  'frame.noIssue': ['No issue yet', '아직 호가 없습니다'],
  'frame.running': ['A night is running', '야간 작업 중'],
  'frame.cut': ['Cut short; the next run takes it up', '도중에 중단됨. 다음 실행이 이어서 합니다'],
  'frame.noNight': ['No night yet', '아직 야간 작업 없음'],
  'frame.toKorean': ['한국어', '한국어'],
  'frame.toEnglish': ['English', 'English'],
  'frame.theme': ['Light or dark', '밝게 또는 어둡게'],
  'queue.offline': [
    'The desk cannot be reached. Go on: what you decide is kept here and sent when it is back.',
    '데스크에 연결할 수 없습니다. 계속하세요. 결정은 여기에 보관되며 연결되면 전송됩니다.',
  ],
  'queue.waiting': [
    'The desk cannot be reached. Your {n} {n|decision is|decisions are} kept here and will be sent.',
    '데스크에 연결할 수 없습니다. 결정 {n}건을 여기에 보관했다가 전송합니다.',
  ],
  'queue.refused': ['Not done: {what}. {why}', '처리되지 않음: {what}. {why}'],
  'queue.conflict': [
    'Somebody else has changed a text that you changed, to “{what}”. Both are kept.',
    '고친 문구를 다른 편집자도 고쳤습니다: “{what}”. 두 가지 모두 보관되어 있습니다.',
  ],
  'queue.settle': ['See both', '둘 다 보기'],
  'queue.otherDatabase': [
    'It was done before a backup was put back, and waited here.',
    '백업을 복원하기 전에 한 작업이 여기에 남아 있었습니다.',
  ],
  'queue.retry': ['Try again', '다시 시도'],
  'queue.dismiss': ['Let go', '버리기'],
  'keys.title': ['Keys', '단축키'],
  'keys.close': ['Close', '닫기'],
  'keys.group.move': ['Move', '이동'],
  'keys.group.decide': ['Decide', '결정'],
  'keys.group.work': ['Work on it', '작업'],
  'keys.group.go': ['Go to', '바로 가기'],
  'key.next': ['Next story', '다음 기사'],
  'key.previous': ['Previous story', '이전 기사'],
  'key.extendNext': ['Select on downwards', '아래로 선택 확장'],
  'key.extendPrevious': ['Select on upwards', '위로 선택 확장'],
  'key.nextSection': ['Next section', '다음 섹션'],
  'key.previousSection': ['Previous section', '이전 섹션'],
  'key.open': ['Open the story', '기사 열기'],
  'key.back': ['Back', '뒤로'],
  'key.keep': ['Keep for the issue', '채택'],
  'key.hold': ['Hold for later', '보류'],
  'key.spike': ['Spike: set aside', '제외'],
  'key.undo': ['Undo', '되돌리기'],
  'key.vote': ['Vote for it', '추천'],
  'key.merge': ['Merge the selected, or into…', '선택 항목 합치기'],
  'key.split': ['Split off this report', '이 보도 분리'],
  'key.feature': ['Make it a feature', '기획으로 전환'],
  'key.edit': ['Edit title and blurb', '제목과 요약 편집'],
  'key.note': ['Write a note', '메모 쓰기'],
  'key.source': ['Open the source', '원문 열기'],
  'key.fresh': ['Show what is new', '새 항목 보기'],
  'key.moveUp': ['Move up', '위로 옮기기'],
  'key.moveDown': ['Move down', '아래로 옮기기'],
  'key.saveAndNext': ['Save and go on', '저장 후 다음'],
  'key.search': ['Search', '검색'],
  'key.add': ['Add a link', '링크 추가'],
  'key.goCandidates': ['Candidates', '후보'],
  'key.goIssue': ['Issue', '호'],
  'key.goFeatures': ['Features', '기획'],
  'key.goSources': ['Sources', '소스'],
  'key.goNights': ['Nights', '야간 기록'],
  'key.goRivals': ['Rival check', '경쟁지 비교'],
  'key.help': ['Show this table', '이 표 보기'],
} as const satisfies Readonly<Record<string, readonly [en: string, ko: string]>>;

export type Message = keyof typeof MESSAGES;
export type Values = Readonly<Record<string, string | number>>;

/** A text in the language of the interface. */
export function t(message: Message, values: Values = {}): string {
  return fill(MESSAGES[message][lang.value === 'en' ? 0 : 1], values, lang.value);
}

/** Made once: making one takes longer than drawing a row. */
const NUMBERS: Readonly<Record<IssueLang, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  ko: new Intl.NumberFormat('ko'),
};

/** A sentence of the desk's own, in the language of the interface. */
export function tell(words: Words): string {
  return words[lang.value];
}

/** Puts values into a text: {name}, {n|one|many}. */
export function fill(text: string, values: Values, language: IssueLang): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = values[name] ?? '';
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return typeof value === 'number' ? NUMBERS[language].format(value) : value;
  });
}
