/** The texts of people, search, sources, nights, insight and history (see messages.ts). */
export const DATA_MESSAGES = {
  'people.also': ['Also here: {names}', '함께 접속: {names}'],
  'people.here': ['{names} {n|is|are} on this too', '{names} 님도 보고 있습니다'],
  'people.logOut': ['Log out', '로그아웃'],
  'login.title': ['Log in to the desk', '데스크 로그인'],
  'login.name': ['Name', '이름'],
  'login.password': ['Password', '비밀번호'],
  'login.go': ['Log in', '로그인'],
  'login.wrong': ['Name or password is wrong.', '이름 또는 비밀번호가 맞지 않습니다.'],
  'login.wait': [
    'Too many failed logins. Try again in {n} {n|second|seconds}.',
    '로그인 실패가 너무 많습니다. {n}초 뒤에 다시 시도하세요.',
  ],
  'login.unreachable': ['The desk cannot be reached.', '데스크에 연결할 수 없습니다.'],
} as const satisfies Readonly<Record<string, readonly [en: string, ko: string]>>;
