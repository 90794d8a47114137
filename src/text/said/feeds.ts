/** Why a document is no feed, and why a page gave no text: English, Korean (see ../said.ts). */
export const FEEDS = {
  'feed.empty': [
    'The answer is empty. If it stays so, the feed has moved or is switched off.',
    '응답이 비어 있습니다. 계속되면 피드가 옮겨졌거나 꺼진 것입니다.',
  ],
  'feed.noList': [
    'No list of articles was found on this page. Give its source a "list" selector that matches one element an article.',
    '이 페이지에서 기사 목록을 찾지 못했습니다. 기사마다 요소 하나에 맞는 “list” 선택자를 소스에 넣으세요.',
  ],
  'feed.noListing': [
    'This is no listing of arXiv: it has no list of papers. Use the RSS address instead: https://rss.arxiv.org/rss/cs.AI',
    '논문 목록이 없어 arXiv 목록이 아닙니다. RSS 주소를 쓰세요: https://rss.arxiv.org/rss/cs.AI',
  ],
  'feed.noElement': [
    'This is no XML and no JSON Feed: no element was found. Is the address right?',
    'XML도 JSON Feed도 아닙니다. 요소가 없습니다. 주소가 맞습니까?',
  ],
  'feed.html': [
    'This is a web page, not a feed. Look for the feed it links to, or read it as a source of kind "page".',
    '피드가 아니라 웹 페이지입니다. 페이지가 가리키는 피드를 찾거나 “page” 종류의 소스로 읽으세요.',
  ],
  'feed.otherXml': [
    'This is XML, but no feed: its root is <{root}>. Is the address right?',
    'XML이지만 피드가 아닙니다. 최상위 요소가 <{root}>입니다. 주소가 맞습니까?',
  ],
  'feed.otherJson': [
    'This is JSON, but no JSON Feed: it has no version of jsonfeed.org and no list of items. Is the address right?',
    'JSON이지만 JSON Feed가 아닙니다. jsonfeed.org 버전도 항목 목록도 없습니다. 주소가 맞습니까?',
  ],
  'feed.badJson': [
    'This begins like a JSON Feed but is broken: {why}. Tell its publisher.',
    'JSON Feed처럼 시작하지만 깨져 있습니다: {why}. 발행인에게 알리세요.',
  ],
  'feed.noMail': [
    'This is no mail message: it has neither sender nor subject.',
    '보낸 사람도 제목도 없어 메일이 아닙니다.',
  ],
  'feed.challenge': [
    '{host:word} is behind {name}, which answered {status:n} with a test for humans; a feed reader cannot pass it and should not try. Write to the site: "Please let your bot protection pass requests for {path:word} with the User-Agent "{agent}". It reads this address once a night with conditional requests and names a contact." Or look for another feed of theirs.',
    '{host} 앞의 {name}이(가) {status}로 사람인지 묻습니다. 피드 리더는 통과할 수 없고 시도해서도 안 됩니다. 사이트에 {path} 요청을 User-Agent “{agent}”에 허용해 달라고 쓰거나, 다른 피드를 찾으세요.',
  ],
  'found.declared': ['the page declares it', '페이지가 알림'],
  'found.linked': ['the page links it', '페이지에 링크가 있음'],
  'found.common': ['a common path', '흔히 쓰는 경로'],
  'found.releases': ["GitHub's releases", 'GitHub 릴리스'],
  'found.tags': ["GitHub's tags", 'GitHub 태그'],
  'found.commits': ["GitHub's commits", 'GitHub 커밋'],
  'found.reddit': ["Reddit's feed of the page", '이 페이지의 Reddit 피드'],
  'found.medium': ["Medium's feed", 'Medium 피드'],
  'found.publication': ['the publication', '이 매체의 피드'],
  'found.arxiv': ["arXiv's feed of the category", '이 분류의 arXiv 피드'],
  'found.bluesky': ["Bluesky's feed of the profile", '이 프로필의 Bluesky 피드'],
  'found.mastodon': ["Mastodon's feed of the profile", '이 프로필의 Mastodon 피드'],
  'found.channel': ["YouTube's feed of the channel", '이 채널의 YouTube 피드'],
  'found.playlist': ["YouTube's feed of the playlist", '이 재생목록의 YouTube 피드'],
  'probe.list': ['no feed was found behind it: its list is read', '피드가 없어 기사 목록을 읽음'],
  'probe.nothing': [
    '{url:word} is a page; no feed was found behind it, and no list of articles on it. Add it to feeds.yaml with "kind: page" and selectors of its list.',
    '{url}은(는) 피드도 기사 목록도 찾을 수 없는 페이지입니다. feeds.yaml에 “kind: page”와 목록의 선택자로 추가하세요.',
  ],
  'probe.noDocument': [
    '{url:word} answered {status:n} without a document.',
    '{url}이(가) {status}로 응답했지만 문서가 없습니다.',
  ],
  'page.pdf': ['a PDF: noted, not read', 'PDF라서 읽지 않음'],
  'page.other': ['{type:word} is no page: noted, not read', '{type}은(는) 페이지가 아니라서 읽지 않음'],
  'page.long': ['longer than {n:n} characters; the rest was not read', '{n}자보다 길어 나머지는 읽지 않음'],
  'page.depth': [
    'nested deeper than {n:n} elements; the rest of the page was not read',
    '요소가 {n}단계보다 깊어 나머지는 읽지 않음',
  ],
  'page.nodes': ['more than {n:n} nodes; the rest of the page was not read', '노드가 {n}개를 넘어 나머지는 읽지 않음'],
  'page.levels': [
    'more than {n:n} levels of nesting in sum; the rest of the page was not read',
    '중첩 단계의 합이 {n}을 넘어 나머지는 읽지 않음',
  ],
  'page.slow': ['the page took longer than {n:n} s to read', '읽는 데 {n}초를 넘김'],
  'article.noText': ['no running text was found on the page', '페이지에서 본문을 찾지 못함'],
} as const;
