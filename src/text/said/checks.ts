/** What an issue's checks find: English, Korean (see ../said.ts). */
export const CHECKS = {
  'check.untranslated': [
    'has no text in {lang:said}; the original is printed and marked',
    '{lang} 글이 없어 원문을 표시와 함께 싣습니다',
  ],
  'lang.en': ['English', '영어'],
  'lang.ko': ['Korean', '한국어'],
  'check.stale': [
    'the other language has changed since; read both and confirm',
    '다른 언어 글이 그 뒤에 바뀌었습니다. 둘 다 읽고 확인하세요',
  ],
  'check.empty': ['"{section}" is empty and is left out', '“{section}” 섹션이 비어 있어 빠집니다'],
  'check.person': [
    '"{person}" is not in the template\'s people; the key is printed',
    '“{person}”은(는) 템플릿의 필자 목록에 없어 키가 그대로 실립니다',
  ],
  'check.noFigure': ['the text places figure "{id}", which is not there', '글에 넣은 그림 “{id}”이(가) 없습니다'],
  'check.figureTwice': [
    'the text places figure "{id}", which stands already',
    '글에 넣은 그림 “{id}”은(는) 이미 앞에 있습니다',
  ],
  'check.figureAlt': [
    'figure "{id}" has no description for readers who cannot see it',
    '그림 “{id}”에 대체 텍스트가 없습니다',
  ],
  'check.figureCredit': ['figure "{id}" has no credit', '그림 “{id}”에 출처가 없습니다'],
  'check.tooLong': [
    '{n:n} {unit:said}; the template asks for {min:n} to {max:n}',
    '{n}{unit}입니다. 템플릿 기준은 {min}~{max}입니다',
  ],
  'unit.words': ['words', '단어'],
  'unit.characters': ['characters', '자'],
  'check.tooMany': [
    '{n:n} entries; the template asks for at most {cap:n}',
    '항목이 {n}개입니다. 템플릿 기준은 최대 {cap}개입니다',
  ],
  'check.placeholder': ['"{words}" is still in the text', '“{words}”이(가) 아직 글에 남아 있습니다'],
  'check.stars': [
    '{stars} would show its stars; the export mends it, mend it here too',
    '{stars}은(는) 별표가 그대로 보입니다. 내보낼 때 고쳐지지만 여기서도 고치세요',
  ],
  'check.noAddress': [
    '"{url}" is not an absolute web address; it is printed without a link',
    '“{url}”은(는) 완전한 웹 주소가 아니어서 링크 없이 실립니다',
  ],
  'check.shortener': [
    '{url:word} hides where it leads; print the address behind it',
    '{url}은(는) 어디로 가는지 숨깁니다. 실제 주소를 쓰세요',
  ],
  'check.tracking': [
    '{url:word} carries tracking; print {clean:word}',
    '{url}에 추적 정보가 있습니다. {clean}을(를) 쓰세요',
  ],
  'check.figureAddress': [
    'has no public address, so the picture itself is put in; mail readers will not see it. Give it one, or publish the folder of figures and name that in feeds.yaml (issue.figures)',
    '공개 주소가 없어 그림 자체를 넣습니다. 메일 독자에게는 보이지 않습니다. 주소를 주거나 그림 폴더를 공개하고 feeds.yaml(issue.figures)에 적으세요',
  ],
  'check.bare': [
    '"{words}" says nothing of where it leads; link words that do',
    '“{words}”만으로는 어디로 가는지 알 수 없습니다. 내용을 말하는 단어에 링크를 거세요',
  ],
  'check.noAnswer': ['{url:word} gives no answer ({why:said})', '{url}에서 응답이 없습니다({why})'],
  'check.answers': ['{url:word} answers {status:n}', '{url}이(가) {status}로 응답합니다'],
  'check.unknownReason': ['unknown reason', '이유 모름'],
  'check.unsourcedLink': [
    '{value} is in no stored source and nobody typed it; the export is refused',
    '{value}은(는) 저장된 출처에 없고 사람이 쓴 것도 아니어서 내보내지 않습니다',
  ],
  'check.unsourcedNumber': ['{value} is in none of the sources', '{value}은(는) 어느 출처에도 없습니다'],
  'check.unedited': [
    '"{sentence}" is {outlet}\'s own sentence; write it in our words or quote it',
    '“{sentence}”은(는) {outlet}의 문장입니다. 우리 말로 쓰거나 인용하세요',
  ],
  'check.repeat': ['stands in "{section}" already', '이미 “{section}” 섹션에 있습니다'],
  'check.ran': ['ran in #{issue:n}: {title}', '제{issue}호에 게재: {title}'],
  'check.sensitive': ['{why:said}: a second editor must sign it off', '{why}: 다른 편집자의 승인이 필요합니다'],
  'sensitive.byEditor': ['an editor asks for it', '편집자가 요청함'],
  'sensitive.minors': ['minors who may come to harm', '피해를 볼 수 있는 미성년자'],
  'sensitive.accused': ['an accusation against a named person', '실명으로 거론된 사람에 대한 의혹'],
  'sensitive.court': ['a court case that may be going on', '진행 중일 수 있는 재판'],
  'check.rendering': ['"{word}" is "{korean}" in the glossary', '“{word}”은(는) 용어집에서 “{korean}”입니다'],
  'check.particle': [
    '{whole}: the particle follows {word}, so "{right}"',
    '{whole}: 조사는 {word}에 맞추어 “{right}”로 씁니다',
  ],
  'check.dates': ['"{found}": write dates as 8월 26일', '“{found}”: 날짜는 8월 26일처럼 씁니다'],
  'check.units': ['"{found}": write 억, 조, 달러, and metric units', '“{found}”: 억, 조, 달러와 미터법 단위를 씁니다'],
  'check.mixed': ['mixes ~다 and ~습니다', '~다와 ~습니다가 섞여 있습니다'],
  'check.register': [
    'is in {register}, the rest of its section is not',
    '이 글만 {register}체이고 섹션의 나머지는 다릅니다',
  ],
  'check.size': [
    'the mail has {n:n} kB; Gmail cuts it off behind {most:n} kB: shorten it',
    '메일이 {n}kB입니다. Gmail은 {most}kB 뒤를 자르니 줄이세요',
  ],
  'check.straight': ['straight quotation marks; the issue uses “ ”', '곧은따옴표가 있습니다. 이 호는 “ ”를 씁니다'],
  'check.unclosed': ['a quotation mark does not close', '닫히지 않은 따옴표가 있습니다'],
} as const;
