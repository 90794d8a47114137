/**
 * The makers of models whose share is drawn, with the words that speak of them: themselves, their parts and their
 * products, in English and Korean. A missing one costs a bar, nothing else.
 */
export const LABS: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['OpenAI', ['openai', 'chatgpt', 'gpt-4', 'gpt-4o', 'gpt-5', 'sora', '오픈ai', '챗gpt']],
  ['Anthropic', ['anthropic', 'claude', '앤트로픽', '앤스로픽', '클로드']],
  ['Google', ['google', 'deepmind', 'gemini', 'gemma', 'waymo', '구글', '딥마인드', '제미나이', '웨이모']],
  ['Meta', ['meta', 'llama', '메타', '라마']],
  ['Microsoft', ['microsoft', 'copilot', '마이크로소프트', '코파일럿']],
  ['Amazon', ['amazon', 'aws', 'alexa', '아마존']],
  ['Apple', ['apple', 'siri', '애플', '시리']],
  ['NVIDIA', ['nvidia', '엔비디아']],
  ['xAI', ['xai', 'grok', '그록']],
  ['Mistral', ['mistral', '미스트랄']],
  ['DeepSeek', ['deepseek', '딥시크']],
  ['Alibaba', ['alibaba', 'qwen', '알리바바', '큐원']],
  ['Hugging Face', ['hugging face', '허깅페이스']],
  ['Stability AI', ['stability ai', 'stable diffusion']],
  ['Naver', ['naver', 'hyperclova', '네이버', '하이퍼클로바']],
  ['Kakao', ['kakao', '카카오']],
  ['Samsung', ['samsung', '삼성']],
  ['LG', ['exaone', '엑사원']],
];
