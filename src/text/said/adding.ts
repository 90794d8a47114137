/** Why what an editor adds is not added: English, Korean (see ../said.ts). */
export const ADDING = {
  'add.forgotten': [
    'Its publisher asked us to let go of its texts; it is not read again.',
    '발행인이 글을 지워 달라고 하여 다시 읽지 않습니다.',
  ],
  'add.cut': ['The reading was ended early.', '읽기가 중단되었습니다.'],
  'add.noText': ['The page gave no text.', '페이지에 본문이 없습니다.'],
  'add.front': ['{url:word} is a front page, not an article.', '{url}은(는) 첫 화면이며 기사가 아닙니다.'],
  'add.noArticle': ['{url:word} is not an article: {why:said}.', '{url}은(는) 기사가 아닙니다: {why}.'],
  'add.noTitle': ['it has no title', '제목이 없음'],
  'add.noStory': ['It was stored, but found no story.', '저장했지만 기사로 묶이지 않았습니다.'],
  'add.spiked': ['Its story was spiked by {editor:person}.', '{editor} 님이 제외한 기사입니다.'],
  'add.spikedFor': ['Its story was spiked by {editor:person}: {why}.', '{editor} 님이 제외한 기사입니다: {why}.'],
  'add.ran': ['It {ran:said}: {title} ({why:said}).', '이미 실린 기사입니다. {ran}: {title}({why}).'],
  'add.noList': ["The issue's template has no list of {section}.", '이번 호의 템플릿에 {section} 목록이 없습니다.'],
  'page.noPage': [
    '{url:word} answered {status:n} without a page.',
    '{url}이(가) {status}로 응답했지만 페이지가 없습니다.',
  ],
  'page.unreadable': ['The page could not be read: {why:said}.', '페이지를 읽을 수 없습니다: {why}.'],
} as const;
