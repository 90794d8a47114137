/**
 * Korean particles. Five pairs take their form from the sound that the word before them ends in: 은/는, 이/가, 을/를, 과/와
 * after a consonant or a vowel, and 으로/로, where ㄹ counts as a vowel.
 *
 * For Hangul the sound is in the last syllable (Unicode: (code - 0xAC00) mod 28 is its final consonant, 8 being ㄹ).
 * For figures and Latin words it is that of their Korean reading; a Latin word's is guessed from its last letters.
 */

/** Each pair as [after a consonant, after a vowel]. */
const PAIRS = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['으로', '로'],
  ['이라', '라'],
] as const;
export type JosaPair = (typeof PAIRS)[number];

type Final = 'none' | 'rieul' | 'other';

/** What may stand between a word and its particle: brackets with a gloss, marks of emphasis, quotation marks, a link. */
const BEHIND_WORD = /(?:\]\([^()\s]*\)|\s*\([^()]*\)|[*_"'”’」』》>\])])+$/u;

/** The form of a pair that follows a word; the second form when the word ends in nothing readable. */
export function particleAfter(word: string, pair: JosaPair): string {
  const final = finalOf(word);
  const vowel = final === 'none' || (final === 'rieul' && pair[0] === '으로');
  return pair[vowel ? 1 : 0];
}

/**
 * Resolves particles that a fixed text leaves open, as in "{name}은(는)", "(으)로", "이(가)", by the word before them;
 * a gloss in brackets, a link or emphasis in between is looked through.
 */
export function resolveParticles(text: string): string {
  return text.replace(OPEN_PARTICLE, (open, offset: number, whole: string) => {
    const pair = PAIRS.find(([first, second]) => openForms(first, second).includes(open));
    return pair === undefined ? open : particleAfter(whole.slice(0, offset), pair);
  });
}

/**
 * The particle at the start of `after`, put into the form that `word` asks for: agree("다중 모달", "는 말") is "은 말".
 * What does not start with one of the particles is returned as it is.
 */
export function agree(word: string, after: string): string {
  for (const pair of PAIRS) {
    for (const form of pair) {
      if (after.startsWith(form) && endsThere(after.slice(form.length), form))
        return particleAfter(word, pair) + after.slice(form.length);
    }
  }
  return after;
}

/** Particles and the endings that follow a noun, as they are met behind names and terms; 들 is the plural. */
const PARTICLE =
  '은|는|이|가|을|를|과|와|의|에|에서|에게|께서|로|으로|도|만|까지|부터|보다|처럼|나|이나|란|이란|라|이라|며|이며|하고|마다|밖에|등|다|이다|인|일|였다|이었다';
const PARTICLES = new RegExp(`^(?:들)?(?:${PARTICLE})?(?:${PARTICLE}|서|써|고|는|도)?$`, 'u');

/** Whether a run of Hangul behind a word is nothing but particles; the empty run is. */
export function isParticles(run: string): boolean {
  return PARTICLES.test(run);
}

function openForms(first: string, second: string): string[] {
  if (first.endsWith(second)) return [`(${first.slice(0, -second.length)})${second}`, `${first}(${second})`];
  return [`${first}(${second})`, `${second}(${first})`];
}

const OPEN_PARTICLE = new RegExp(
  PAIRS.flatMap(([first, second]) => openForms(first, second))
    .map((form) => form.replace(/[()]/g, '\\$&'))
    .join('|'),
  'gu',
);

/** A particle ends its word; only 으로 and 이라 take more syllables: 으로서, 으로부터, 이라고, 이라는. */
function endsThere(rest: string, form: string): boolean {
  if (!/^\p{Script=Hangul}/u.test(rest)) return true;
  if (form.endsWith('로')) return /^(?:서|써|부터|의|도|는|만)/u.test(rest);
  if (form.endsWith('라')) return /^(?:고|는|며|도|서)/u.test(rest);
  return /^(?:도|만|의)(?!\p{Script=Hangul})/u.test(rest) && /[과와]$/u.test(form);
}

function finalOf(text: string): Final {
  const word = text.replace(BEHIND_WORD, '').replace(/[^\p{L}\p{N}%]+$/u, '');
  const last = word.at(-1) ?? '';
  const code = last.charCodeAt(0) - 0xac00;
  if (code >= 0 && code < 11_172) return finalOfCode(code % 28);
  if (/\d/.test(last)) return finalOfNumber(/\d+$/.exec(word)?.[0] ?? last);
  // What is left reads as 퍼센트 (%) or not at all.
  return /[A-Za-z]/.test(last) ? finalOfLatin(/[A-Za-z]+$/.exec(word)?.[0] ?? last) : 'none';
}

function finalOfCode(final: number): Final {
  if (final === 0) return 'none';
  return final === 8 ? 'rieul' : 'other';
}

/** 영 일 이 삼 사 오 육 칠 팔 구; a number that ends in zeros ends in 십, 백, 천, 만 or 억. */
function finalOfNumber(digits: string): Final {
  if (digits.endsWith('0')) return 'other';
  return /[178]$/.test(digits) ? 'rieul' : /[36]$/.test(digits) ? 'other' : 'none';
}

/**
 * Letters read by name end in a sound at L, M, N and R. Words ("Google", "Amazon", "Anthropic", "iPhone") are read as
 * Korean spells them: a closing l, m, n, ng and p, t, k behind one short vowel close the syllable, other ends add ㅡ or ㅣ.
 */
function finalOfLatin(word: string): Final {
  if (/(?:^|[A-Z])[A-Z]$/.test(word)) return /[LR]$/.test(word) ? 'rieul' : /[MN]$/.test(word) ? 'other' : 'none';
  if (/(?:l|le)$/i.test(word)) return 'rieul';
  if (/(?:[mn]|ng|[aeiou][mn]e)$/i.test(word)) return 'other';
  return /(?:^|[^aeiou])(?:[aeiou]|oo)(?:[ptkc]|ck)$/i.test(word) ? 'other' : 'none';
}
