/** Why reports are one story, and what past issues printed of it: English, Korean (see ../said.ts). */
export const STORIES = {
  'join.editor': ['an editor put it here', '편집자가 여기에 넣음'],
  'join.lead': ['lead {likeness:n}', '첫머리 유사도 {likeness}'],
  'join.shares': ['shares {words}', '같은 말: {words}'],
  'join.link': ['both link to {link}', '둘 다 {link} 링크'],
  'past.address': ['the same address', '같은 주소'],
  'past.paper': ['the same paper', '같은 논문'],
  'past.story': ['the same story', '같은 기사'],
  'past.since': ['{why:said}, and since then {outlet}: {title}', '{why}, 이후 {outlet}: {title}'],
  'past.ran': ['ran in #{issue:n}, {ago:said}', '제{issue}호 게재, {ago}'],
  'past.update': ['update to #{issue:n}, {ago:said}', '제{issue}호의 후속, {ago}'],
  'past.ranAs': ['ran in #{issue:n}, {ago:said}: {title} ({why:said})', '제{issue}호 게재, {ago}: {title}({why})'],
  'past.updateOf': [
    'update to #{issue:n}, {ago:said}: {title} ({why:said})',
    '제{issue}호의 후속, {ago}: {title}({why})',
  ],
  'ago.today': ['today', '오늘'],
  'ago.days': ['{n:n} {n|day|days} ago', '{n}일 전'],
  'slot.own': ['from our own outlet', '우리 매체의 글'],
  'slot.kept': ['kept by {editor}', '{editor} 채택'],
  'slot.found': ['found by {editor}', '{editor} 추가'],
} as const;
