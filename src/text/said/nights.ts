/** How a night went, and what every source did in it: English, Korean (see ../said.ts). */
export const NIGHTS = {
  'night.fine': ['{fine:n} of {asked:n} sources fine', '소스 {asked}개 중 {fine}개 정상'],
  'night.items': ['{n:n} new items', '새 항목 {n}건'],
  'night.late': ['{names:said} late', '지연: {names}'],
  'night.blocked': ['{names:said} blocked', '차단: {names}'],
  'night.failed': ['{names:said} failed', '실패: {names}'],
  'night.gone': ['{names:said} gone', '종료: {names}'],
  'night.stale': ['{names:said} stale', '오래 소식 없음: {names}'],
  'night.andMore': ['{names} and {n:n} more', '{names} 외 {n}개'],
  'night.skipped': ['{n:n} not due', '대상 아님 {n}개'],
  'night.cut': ['ended early; the next run goes on from here', '일찍 끝남, 다음 실행이 이어서 진행'],
  'night.offline': [
    'No source answered ({asked:n} asked): is there a network? Nothing is lost; the next run asks again.',
    '응답한 소스가 없습니다({asked}개 요청). 네트워크를 확인하세요. 잃은 것은 없으며 다음 실행이 다시 요청합니다.',
  ],
  'learned.mended': [
    'The stored {section:said} ranker (version {version:n}) cannot be read; it was made anew from {n:n} decisions.',
    '저장된 {section} 순위 모델(버전 {version})을 읽을 수 없어 결정 {n}건으로 다시 만들었습니다.',
  ],
  'learned.nothing': [
    'The {section:said} ranker and {n:n} new decisions: nothing was picked beside something left; it stays as it is.',
    '{section} 순위 모델, 새 결정 {n}건: 견줄 선택이 없어 그대로 둡니다.',
  ],
  'learned.new': [
    'The {section:said} ranker and {n:n} new decisions: learned anew it puts {agreed} of their pairs right, as it was {before}; the new one is in service.',
    '{section} 순위 모델, 새 결정 {n}건: 결정과 일치하는 비율이 새 모델 {agreed}, 이전 모델 {before}입니다. 새 모델을 씁니다.',
  ],
  'learned.old': [
    'The {section:said} ranker and {n:n} new decisions: learned anew it puts {agreed} of their pairs right, as it was {before}; the old one stays.',
    '{section} 순위 모델, 새 결정 {n}건: 결정과 일치하는 비율이 새 모델 {agreed}, 이전 모델 {before}입니다. 이전 모델을 그대로 씁니다.',
  ],
  'section.news': ['news', '뉴스'],
  'section.papers': ['papers', '논문'],
  'source.newAndUpdated': ['{n:n} new, {updated:n} updated of {got:n}.', '{got}건 중 새 항목 {n}건, 수정 {updated}건.'],
  'source.new': ['{n:n} new of {got:n}.', '{got}건 중 새 항목 {n}건.'],
  'source.updated': ['{updated:n} updated of {got:n}.', '{got}건 중 수정 {updated}건.'],
  'source.stale': [
    'Feed answers, but nothing new for {days:n} {days|day|days}.',
    '피드는 응답하지만 {days}일째 새 글이 없습니다.',
  ],
  'source.staleUsually': [
    'Feed answers, but nothing new for {days:n} {days|day|days} (usually {usual:n} a day).',
    '피드는 응답하지만 {days}일째 새 글이 없습니다(평소 하루 {usual}건).',
  ],
  'source.unchanged': ['Unchanged since it was last read.', '지난번 읽은 뒤 그대로입니다.'],
  'source.empty': [
    'A valid feed without entries; what it showed before is kept.',
    '피드는 정상이지만 항목이 없습니다. 전에 가져온 항목은 그대로 있습니다.',
  ],
  'source.unusable': ['None of its {got:n} entries can be used.', '항목 {got}건 중 쓸 수 있는 것이 없습니다.'],
  'source.known': ['{n:n} entries, all known.', '항목 {n}건, 모두 이미 저장되어 있습니다.'],
  'source.moved': [
    'Moved for good to {url} (seen on {n:n} {n|night|nights}).',
    '{url}(으)로 영구 이전했습니다({n}일 밤 확인).',
  ],
  'source.movedApply': [
    '"nightdesk sources check --apply" writes the new address.',
    '“nightdesk sources check --apply”가 새 주소를 기록합니다.',
  ],
  'source.mended': ['Mended: {repairs:said}.', '고쳐 읽음: {repairs}.'],
  'source.leftOut': ['Left out: {reasons:said}.', '제외: {reasons}.'],
  'source.pageNamesFeed': [
    'This is a web page, not a feed. It names its feed: put {url:word} into feeds.yaml.',
    '피드가 아니라 웹 페이지입니다. 페이지가 알리는 피드 {url}을(를) feeds.yaml에 넣으세요.',
  ],
  'source.mailFolder': [
    'The mail folder {folder} cannot be read ({why}). Mend its path or its rights.',
    '메일 폴더 {folder}을(를) 읽을 수 없습니다({why}). 경로나 권한을 고치세요.',
  ],
  'source.noAnswer': ['No answer.', '응답이 없습니다.'],
  'source.notBefore': [
    'Not asked: it asks not to be read before {time}.',
    '요청하지 않음: {time} 전에는 읽지 말라고 합니다.',
  ],
} as const;
