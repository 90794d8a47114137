/** What the desk refuses: English, Korean (see ../said.ts). */
export const DESK = {
  'desk.failed': ['The desk could not do this: {why}', '데스크가 처리하지 못했습니다: {why}'],
  'desk.nothingAt': ['There is nothing at {path:word}.', '{path}에는 아무것도 없습니다.'],
  'desk.otherDatabase': ['This was done on another database.', '다른 데이터베이스에서 한 작업입니다.'],
  'desk.noStoryAnyMore': [
    'This story is no more: its reports stand in another one.',
    '이 기사는 없어졌습니다. 보도가 다른 기사로 옮겨졌습니다.',
  ],
  'desk.lineupSent': ['The issue is sent: its lineup stands.', '이미 발송된 호라 구성을 바꿀 수 없습니다.'],
  'desk.undoUnknown': ['What this takes back is not known here.', '되돌리려는 작업을 찾을 수 없습니다.'],
  'desk.notPossible': ['Not possible.', '할 수 없습니다.'],
  'desk.notPossibleFor': ['Not possible: {why}.', '할 수 없습니다: {why}.'],
  'desk.noIssueOpen': [
    'No issue is open. The first night opens one.',
    '열린 호가 없습니다. 첫 야간 작업이 호를 엽니다.',
  ],
  'desk.noFeatures': ['The template has no features.', '템플릿에 기획이 없습니다.'],
  'desk.noWordPaste': [
    'A Word file cannot be pasted; take the file.',
    'Word 파일은 붙여 넣을 수 없습니다. 파일을 받으세요.',
  ],
  'desk.notExported': ['Not exported: {why:said}', '내보내지 않았습니다: {why}'],
  'desk.knownAddress': ['This address stands in feeds.yaml already.', '이미 feeds.yaml에 있는 주소입니다.'],
  'desk.noSource': ['No source is called {id}.', '{id}라는 소스가 없습니다.'],
  'desk.notMoved': ['{id} has not moved.', '{id}은(는) 이전하지 않았습니다.'],
  'desk.conflict': [
    '{name} has changed this text meanwhile. Yours is kept: choose, or put both together.',
    '{name} 님이 그사이 이 글을 바꿨습니다. 쓰신 글은 보관되어 있으니 고르거나 합치세요.',
  ],
  'refused.unknown': ['It is not there any more.', '더는 없습니다.'],
  'refused.sent': ['Readers have it: only a correction may change it.', '이미 발송되어 정정으로만 바꿀 수 있습니다.'],
  'refused.state': ['It stands in another state than this needs.', '지금 상태에서는 할 수 없습니다.'],
  'refused.second-editor': [
    'A second editor must do this: not who wrote, placed or asked for it.',
    '쓰거나 넣거나 요청한 사람이 아닌 다른 편집자가 해야 합니다.',
  ],
  'refused.unsigned': ['A second editor must sign it first.', '먼저 다른 편집자의 승인이 필요합니다.'],
} as const;
