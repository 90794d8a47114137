/** A text with the words that were looked for marked in it. */
export function Marked({ text, words }: { text: string; words: string }) {
  const wanted = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (wanted.length === 0) return <>{text}</>;
  // The words are letters and digits only, so that they stand for themselves. Latin ones begin a word.
  const forms = wanted.map((word) => (/\p{Script=Latin}/u.test(word) ? `(?<![\\p{L}\\p{N}])${word}` : word));
  const parts = text.normalize('NFC').split(new RegExp(`(${forms.join('|')})`, 'iu'));
  return <>{parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</>;
}
