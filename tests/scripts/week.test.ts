import { expect, test } from 'vitest';
import { heldOfTheWeek } from '../../scripts/sampleweb/week.ts';

test('a list is compared with the week by its links', () => {
  const held = heldOfTheWeek([
    'http://harborledger.localhost:4824/2024/08/19/cheyenne-mayor-ai-bot-vic',
    'http://saebyeok.localhost:4824/articles/2024082101',
    'http://northgatewire.localhost:4824/2024/08/21/waymo-teen-accounts?utm_source=feed',
    'http://lamplight.localhost:4824/2024/08/19/on-asking-well',
    'https://www.arxiv.org/pdf/2408.08435v1',
  ]);
  expect(held).toEqual({ stories: ['vic', 'waymo-teen'], papers: ['2408.08435'], doubled: 1 });
});
