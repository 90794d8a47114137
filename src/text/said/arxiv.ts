/** When arXiv announces, why a batch is late, what came of one that was missed: English, Korean (see ../said.ts). */
export const ARXIV = {
  'arxiv.weekend': [
    'arXiv announces nothing on Friday and Saturday evenings',
    'arXiv는 금요일과 토요일 저녁에 공개하지 않음',
  ],
  'arxiv.deferred': ['arXiv announced nothing on {day:word}: {holiday:said}', '{day}에 arXiv 공개 없음: {holiday}'],
  'arxiv.announced': ['announced on {day:word} at 20:00 Eastern', '미국 동부 시각 {day} 20:00 공개'],
  'arxiv.noPapers': ['no papers today: {why:said}', '오늘은 논문 없음: {why}'],
  'arxiv.notThere': ["arXiv's batch of {day:word} is not there yet", 'arXiv의 {day} 목록이 아직 없습니다'],
  'arxiv.before': [
    'arXiv still serves the batch that was there before {day:word}',
    'arXiv가 아직 {day} 이전 목록을 보여 줍니다',
  ],
  'arxiv.late': ['{why:said}; it is asked again {again:said}.', '{why}. {again} 다시 요청합니다.'],
  'wait.at': ['at {time:word}', '{time}에'],
  'arxiv.full': [
    'The answer held the most that arXiv gives, {n:n} entries',
    '응답이 arXiv가 주는 최대치({n}건)에 이름',
  ],
  'arxiv.missed': ['{n:n} {n|batch|batches} since {day:word} {n|was|were} missed', '{day} 이후 목록 {n}개를 놓침'],
  'arxiv.caughtUp': [
    '{missed:said}; {n:n} {n|paper|papers} came through OAI-PMH.',
    '{missed}, OAI-PMH로 논문 {n}편을 받았습니다.',
  ],
  'arxiv.notCaughtUp': [
    '{missed:said}, and OAI-PMH did not give all of it; the next night tries again.',
    '{missed}, OAI-PMH로도 다 받지 못해 다음 밤에 다시 시도합니다.',
  ],
  'holiday.own': ['a holiday of arXiv', 'arXiv의 휴일'],
  'holiday.newYear': ['New Year', '새해 첫날'],
  'holiday.juneteenth': ['Juneteenth', '준틴스'],
  'holiday.independence': ['Independence Day', '미국 독립기념일'],
  'holiday.christmas': ['Christmas', '성탄절'],
  'holiday.king': ['Martin Luther King Day', '마틴 루서 킹의 날'],
  'holiday.labor': ['Labor Day', '미국 노동절'],
  'holiday.thanksgiving': ['Thanksgiving', '추수감사절'],
} as const;
