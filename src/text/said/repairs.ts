/** What was mended in a feed or left out of it: English, Korean (see ../said.ts). */
export const REPAIRS = {
  'repair.label': ['labelled {label}, read as {charset:word}', '{label}(으)로 표시되었으나 {charset}(으)로 읽음'],
  'repair.characters': ['only the first {n:n} characters were read', '처음 {n}자만 읽음'],
  'repair.control': ['control characters were dropped', '제어 문자를 뺌'],
  'repair.order': [
    'elements were closed in the wrong order or not at all',
    '요소가 잘못된 순서로 닫혔거나 닫히지 않음',
  ],
  'repair.beforeRoot': ['text before the root was dropped', '최상위 요소 앞의 글을 뺌'],
  'repair.ends': ['the document ends before its root is closed', '최상위 요소가 닫히기 전에 문서가 끝남'],
  'repair.depth': ['elements nested deeper than {n:n} were left out', '{n}단계보다 깊은 요소를 뺌'],
  'repair.element': [
    'an element that was not closed ends where the next begins',
    '닫히지 않은 요소를 다음 요소 앞에서 닫음',
  ],
  'repair.entry': [
    'an entry that was not closed ends where the next begins',
    '닫히지 않은 항목을 다음 항목 앞에서 닫음',
  ],
  'repair.entries': ['only the first {n:n} entries were read', '처음 항목 {n}개만 읽음'],
  'repair.attributes': [
    'an element has more than {n:n} attributes; the rest were left out',
    '요소의 속성이 {n}개를 넘어 나머지를 뺌',
  ],
  'repair.text': ['a text longer than {n:n} characters was cut', '{n}자보다 긴 글을 자름'],
  'repair.entities': [
    'entities that are not plain text of the document were not expanded',
    '문서의 단순한 글이 아닌 엔티티를 풀지 않음',
  ],
  'repair.ids': ['an id was used for several entries', '여러 항목이 같은 id를 씀'],
  'repair.noObject': ['an item that is no object was left out', '객체가 아닌 항목을 뺌'],
  'repair.oai': ['OAI-PMH says {code:word}: {text}', 'OAI-PMH 응답 {code}: {text}'],
  'repair.mail': ['the message {file} was left out: {why:said}', '메일 {file}을(를) 뺌: {why}'],
  'unusable.address': ['the entry has no address', '항목에 주소가 없음'],
  'unusable.title': ['the entry has neither title nor text', '항목에 제목도 글도 없음'],
  'unusable.times': ['{reason:said} ({n:n} times)', '{reason}({n}회)'],
} as const;
