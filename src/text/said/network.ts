/** Every way in which an exchange fails: English, Korean (see ../said.ts). */
export const NETWORK = {
  'net.bad-url': [
    'Not an address that can be fetched: {detail:said}. Mend it in feeds.yaml.',
    '가져올 수 없는 주소입니다: {detail}. feeds.yaml에서 고치세요.',
  ],
  'net.forbidden-scheme': [
    'Only http and https addresses are fetched, and {host:word} leads to "{detail:said}". Mend the address in feeds.yaml.',
    'http와 https 주소만 가져오는데 {host}은(는) “{detail}”(으)로 이어집니다. feeds.yaml에서 주소를 고치세요.',
  ],
  'net.forbidden-port': [
    'Port {detail:said} of {host:word} is not among the allowed ports. Add it to "net.ports" if the address is right.',
    '{host}의 포트 {detail}은(는) 허용된 포트가 아닙니다. 주소가 맞다면 “net.ports”에 추가하세요.',
  ],
  'net.forbidden-address': [
    '{host:word} leads to {detail:said}, an address inside a network or reserved, which is not fetched. If it is your own server, set "allowPrivate: true" on the source.',
    '{host}은(는) 내부망이나 예약된 주소 {detail}(으)로 이어져 가져오지 않습니다. 직접 운영하는 서버라면 소스에 “allowPrivate: true”를 넣으세요.',
  ],
  'net.never-address': [
    '{host:word} leads to {detail:said}, an address from which nothing is ever fetched (link-local, metadata of clouds, reserved). Look for the present place of the source.',
    '{host}은(는) 어떤 소스도 가져오지 않는 주소 {detail}(으)로 이어집니다(링크 로컬, 클라우드 메타데이터, 예약). 소스의 현재 위치를 찾으세요.',
  ],
  'net.robots': [
    '{host:word} wants no robots at this address (its robots.txt forbids it). Ask the site, or leave the source out.',
    '{host}은(는) 이 주소에 로봇을 허용하지 않습니다(robots.txt). 사이트에 문의하거나 소스에서 빼세요.',
  ],
  'net.robots-unreachable': [
    'The robots.txt of {host:word} could not be read, and until it can nothing is read there (RFC 9309): {detail:said}',
    '{host}의 robots.txt를 읽지 못했으며, 읽을 수 있을 때까지 아무것도 읽지 않습니다(RFC 9309): {detail}',
  ],
  'net.dns': [
    'The name {host:word} could not be looked up ({detail:said}). Check its spelling; if many sources say this, the machine has no working DNS.',
    '이름 {host}을(를) 찾지 못했습니다({detail}). 철자를 확인하세요. 여러 소스가 같다면 이 컴퓨터의 DNS가 작동하지 않는 것입니다.',
  ],
  'net.refused': [
    '{host:word} refused the connection: its server is down, or the port is wrong. It is asked again later.',
    '{host}이(가) 연결을 거부했습니다. 서버가 꺼졌거나 포트가 틀립니다. 나중에 다시 요청합니다.',
  ],
  'net.unreachable': [
    'There is no way from this machine to {host:word} ({detail:said}). If many sources say this, the machine is offline.',
    '이 컴퓨터에서 {host}에 닿을 수 없습니다({detail}). 여러 소스가 같다면 오프라인 상태입니다.',
  ],
  'net.tls': [
    'No secure connection to {host:word}: {detail:said}. It is not read until that is mended.',
    '{host}에 보안 연결을 할 수 없습니다: {detail}. 고쳐질 때까지 읽지 않습니다.',
  ],
  'net.timeout': [
    '{host:word} did not answer in time ({detail:said}). It is asked again later.',
    '{host}이(가) 제때 응답하지 않았습니다({detail}). 나중에 다시 요청합니다.',
  ],
  'net.slow': [
    '{host:word} answered too slowly and was cut off after {detail:said}. It is asked again later.',
    '{host}의 응답이 너무 느려 {detail} 뒤에 끊었습니다. 나중에 다시 요청합니다.',
  ],
  'net.reset': [
    '{host:word} closed the connection without answering ({detail:said}). It is asked again later.',
    '{host}이(가) 응답 없이 연결을 끊었습니다({detail}). 나중에 다시 요청합니다.',
  ],
  'net.truncated': [
    'The answer of {host:word} broke off before its end ({detail:said}). Nothing of it was kept, and it is asked again later.',
    '{host}의 응답이 중간에 끊겼습니다({detail}). 받은 것은 버렸으며 나중에 다시 요청합니다.',
  ],
  'net.protocol': [
    '{host:word} answered with something that is not valid HTTP ({detail:said}). Open the address in a browser: it may not be a web server.',
    '{host}이(가) 올바른 HTTP가 아닌 응답을 보냈습니다({detail}). 브라우저로 열어 보세요. 웹 서버가 아닐 수 있습니다.',
  ],
  'net.header-too-large': [
    '{host:word} sent more response headers than allowed. Open the address in a browser and see what answers there.',
    '{host}의 응답 헤더가 허용량을 넘습니다. 브라우저로 열어 무엇이 응답하는지 보세요.',
  ],
  'net.too-large': [
    'The answer of {host:word} is larger than allowed ({detail:said}). Raise "net.maxBytes" if it is meant to be.',
    '{host}의 응답이 허용보다 큽니다({detail}). 정상이라면 “net.maxBytes”를 올리세요.',
  ],
  'net.ratio': [
    'The answer of {host:word} grew suspiciously when unpacked ({detail:said}) and was dropped. It is asked again later; if it stays so, leave the source out.',
    '{host}의 응답이 압축을 풀자 의심스럽게 커져({detail}) 버렸습니다. 나중에 다시 요청하며, 계속되면 소스에서 빼세요.',
  ],
  'net.encoding': [
    'The answer of {host:word} could not be unpacked ({detail:said}). It is asked again later; if it stays so, tell the site.',
    '{host}의 응답을 압축 해제하지 못했습니다({detail}). 나중에 다시 요청하며, 계속되면 사이트에 알리세요.',
  ],
  'net.empty': [
    '{host:word} answered {status:n} with an empty body. It is asked again later; if it stays so, look for another feed.',
    '{host}이(가) {status}로 응답했지만 내용이 비어 있습니다. 나중에 다시 요청하며, 계속되면 다른 피드를 찾으세요.',
  ],
  'net.bad-redirect': [
    "{host:word} answered {status:n} without a usable new address ({detail:said}). Look for the feed's present place.",
    '{host}이(가) {status}로 응답했지만 쓸 수 있는 새 주소가 없습니다({detail}). 피드의 현재 위치를 찾으세요.',
  ],
  'net.redirect-loop': [
    "{host:word} redirects in a circle (back to {detail:said}). Open the address in a browser and look for the feed's present place.",
    '{host}의 이동이 돌고 돕니다({detail}(으)로 되돌아감). 브라우저로 열어 피드의 현재 위치를 찾으세요.',
  ],
  'net.too-many-redirects': [
    "{host:word} redirected more often than allowed ({detail:said}). Look for the feed's present place.",
    '{host}의 이동이 허용보다 많습니다({detail}). 피드의 현재 위치를 찾으세요.',
  ],
  'net.unauthorized': [
    '{host:word} wants a login ({status:n}). Give it in the source\'s "headers", by the name of an environment variable.',
    '{host}이(가) 로그인을 요구합니다({status}). 소스의 “headers”에 환경 변수 이름으로 넣으세요.',
  ],
  'net.forbidden': [
    '{host:word} refuses to show this address (403). Ask the site, or look for another feed.',
    '{host}이(가) 이 주소를 보여 주지 않습니다(403). 사이트에 문의하거나 다른 피드를 찾으세요.',
  ],
  'net.rate-limited': [
    '{host:word} asks us to slow down ({status:n}); it is asked again {wait:said}.',
    '{host}이(가) 천천히 요청해 달라고 합니다({status}). {wait} 다시 요청합니다.',
  ],
  'net.rate-limited-now': [
    '{host:word} asks us to slow down; it is asked again {wait:said}.',
    '{host}이(가) 천천히 요청해 달라고 합니다. {wait} 다시 요청합니다.',
  ],
  'net.not-found': [
    'There is nothing at this address of {host:word} (404). The feed may have moved: look for its present place.',
    '{host}의 이 주소에는 아무것도 없습니다(404). 피드가 옮겨졌을 수 있으니 현재 위치를 찾으세요.',
  ],
  'net.gone': [
    '{host:word} says that this is gone for good and asks us to stop (410). The source is switched off; look for another feed, or have it asked again with "nightdesk sources retry".',
    '{host}에서 완전히 없어졌으니 요청을 멈춰 달라고 합니다(410). 소스를 껐습니다. 다른 피드를 찾거나 “nightdesk sources retry”로 다시 요청하세요.',
  ],
  'net.http': [
    '{host:word} answered {status:n}, which a feed should not. Open the address in a browser, or look for another feed.',
    '{host}이(가) 피드답지 않게 {status}로 응답했습니다. 브라우저로 열어 보거나 다른 피드를 찾으세요.',
  ],
  'net.server': [
    '{host:word} has trouble of its own ({status:n}). It is asked again {wait:said}.',
    '{host} 자체에 문제가 있습니다({status}). {wait} 다시 요청합니다.',
  ],
  'net.circuit-open': [
    '{host:word} failed several times in a row, so it is left alone for now and asked again {wait:said}.',
    '{host}이(가) 여러 번 잇달아 실패해 지금은 그냥 두고 {wait} 다시 요청합니다.',
  ],
  'net.halted': [
    'Nothing more is asked of {host:word} this night: {detail:said}.',
    '오늘 밤은 {host}에 더 요청하지 않습니다: {detail}.',
  ],
  'net.proxy': [
    'The proxy did not pass the request on ({detail:said}). Check "net.proxy" and the proxy itself.',
    '프록시가 요청을 전달하지 않았습니다({detail}). “net.proxy”와 프록시를 확인하세요.',
  ],
  'net.aborted': [
    'The request to {host:word} was stopped by us before it ended. It is asked again later.',
    '{host}에 보낸 요청을 끝나기 전에 멈췄습니다. 나중에 다시 요청합니다.',
  ],
  'url.incomplete': ['it is not a complete URL', '완전한 주소가 아님'],
  'dns.silent': ['the name server did not answer', '이름 서버가 응답하지 않음'],
  'dns.unknown': ['there is no such name', '없는 이름'],
  'dns.again': ['no name server answered', '응답한 이름 서버가 없음'],
  'dns.noAddress': ['the name has no address', '이름에 주소가 없음'],
  'redirect.nowhere': ['there is no Location header', 'Location 헤더가 없음'],
  'bytes.over': ['over {n:n} bytes', '{n}바이트 초과'],
  'bytes.packed': ['over {n:n} bytes before unpacking', '압축을 풀기 전 {n}바이트 초과'],
  'bytes.ratio': ['over {n:n} bytes out of every byte sent', '보낸 1바이트가 {n}바이트를 넘음'],
  'bytes.after': ['after {n:n} bytes', '{n}바이트 뒤'],
  'bytes.lengths': ['contradictory lengths', '길이가 서로 맞지 않음'],
  'packed.layers': ['{n:n} layers of compression', '압축 {n}겹'],
  'packed.unknown': ['unknown encoding "{name}"', '모르는 인코딩 “{name}”'],
  'time.seconds': ['{n:n} s', '{n}초'],
  'time.connection': ['no connection', '연결 안 됨'],
  'time.headers': ['no headers', '헤더 없음'],
  'time.body': ['the body stopped half-way', '본문이 중간에 멈춤'],
  'halted.403': ['it answered 403, which there means that we asked too much', '요청이 너무 많다는 뜻의 403으로 응답함'],
  'tls.expired': ['its certificate has expired; tell the site', '인증서가 만료됨. 사이트에 알리세요'],
  'tls.early': [
    "its certificate is not valid yet; check this machine's clock",
    '인증서가 아직 유효하지 않음. 이 컴퓨터의 시계를 확인하세요',
  ],
  'tls.self': [
    'its certificate is signed by itself; trust it with NODE_EXTRA_CA_CERTS if it is yours',
    '스스로 서명한 인증서. 직접 만든 것이면 NODE_EXTRA_CA_CERTS로 신뢰하세요',
  ],
  'tls.chain': [
    'its certificate comes from an unknown authority; trust that with NODE_EXTRA_CA_CERTS if it is yours',
    '모르는 인증 기관의 인증서. 직접 운영하는 기관이면 NODE_EXTRA_CA_CERTS로 신뢰하세요',
  ],
  'tls.intermediate': [
    'its server does not send the intermediate certificate; tell the site',
    '서버가 중간 인증서를 보내지 않음. 사이트에 알리세요',
  ],
  'tls.authority': [
    'its certificate comes from an unknown authority; tell the site',
    '모르는 인증 기관의 인증서. 사이트에 알리세요',
  ],
  'tls.name': ['its certificate is for another name; tell the site', '다른 이름의 인증서. 사이트에 알리세요'],
  'tls.plain': [
    'it does not speak TLS on this port; try http:// instead of https://',
    '이 포트에서는 TLS를 쓰지 않음. https:// 대신 http://로 해 보세요',
  ],
  'tls.version': ['the two sides found no common TLS version or cipher', '양쪽에 공통된 TLS 버전이나 암호 방식이 없음'],
  'secret.missing': [
    '{name}: the environment variable {variable:word} is not set. The source is not asked without it.',
    '{name}: 환경 변수 {variable}이(가) 없습니다. 설정하기 전에는 이 소스에 요청하지 않습니다.',
  ],
  'wait.later': ['later', '나중에'],
  'wait.seconds': ['in {n:n} s at the earliest', '빨라야 {n}초 뒤에'],
} as const;
