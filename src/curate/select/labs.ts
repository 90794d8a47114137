import { flatText, wordsIn } from '../rank/topics.ts';

/** Laboratories and the names that stand for them in a title, Korean ones too. */
const LABS: Readonly<Record<string, readonly string[]>> = {
  OpenAI: ['openai', 'chatgpt', 'sora', '오픈ai', '챗gpt'],
  Anthropic: ['anthropic', 'claude', '앤트로픽', '클로드'],
  Google: ['google', 'deepmind', 'gemini', 'alphabet', '구글', '딥마인드', '제미나이'],
  Meta: ['meta', 'llama', 'facebook', '메타', '라마'],
  Microsoft: ['microsoft', 'copilot', '마이크로소프트', '코파일럿'],
  Amazon: ['amazon', 'aws', 'alexa', '아마존'],
  Apple: ['apple', 'siri', '애플'],
  NVIDIA: ['nvidia', '엔비디아'],
  xAI: ['xai', 'grok', '그록'],
  Mistral: ['mistral', '미스트랄'],
  DeepSeek: ['deepseek', '딥시크'],
  Alibaba: ['alibaba', 'qwen', '알리바바'],
  'Hugging Face': ['hugging face', 'huggingface', '허깅페이스'],
  'Stability AI': ['stability ai', 'stable diffusion'],
  Midjourney: ['midjourney', '미드저니'],
  Perplexity: ['perplexity', '퍼플렉시티'],
  Naver: ['naver', 'hyperclova', '네이버'],
  Kakao: ['kakao', '카카오'],
  Samsung: ['samsung', '삼성'],
  LG: ['lg ai', 'exaone', '엑사원'],
};

/** The laboratories that a title names, the one named first first. */
export function labsOf(title: string): string[] {
  const flat = flatText(title);
  return Object.entries(LABS)
    .flatMap(([lab, names]) => {
      const [name] = wordsIn(flat, names);
      return name === undefined ? [] : [{ lab, at: flat.indexOf(name) }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ lab }) => lab);
}
