/** Bytes of characters that take more than one. */
// oxlint-disable-next-line no-control-regex -- all that is ASCII
const BEYOND_ASCII = /[^\x00-\x7f]/;

/** The text of a document, from which readers cut what they need. */
export interface SourceText {
  /** Where to look for markup: whatever is ASCII stands in it as itself, at the places that `cut` takes. */
  readonly characters: string;
  /** `characters` are the bytes of UTF-8. */
  readonly bytewise: boolean;
  /** The text between two places. */
  cut(start: number, end?: number): string;
}

/** A text that is decoded already. */
export function decodedSource(text: string): SourceText {
  return { characters: text, bytewise: false, cut: (start, end) => text.slice(start, end) };
}

/**
 * UTF-8 that is kept byte by byte, each piece decoded when it is cut out. Decoded as a whole, a document takes two bytes for
 * every character as soon as it has one curly quote, and most are then too long for V8's young generation (128 kB): each
 * asks the system for memory anew, which can take longer than reading the document.
 *
 * @param bytes valid UTF-8
 */
export function utf8Source(bytes: Uint8Array): SourceText {
  const characters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    // Byte order marks: some servers send two.
    .replace(/^(?:\xef\xbb\xbf)+/, '');
  if (!BEYOND_ASCII.test(characters)) return decodedSource(characters);
  return {
    characters,
    bytewise: true,
    cut(start, end) {
      const piece = characters.slice(start, end);
      return BEYOND_ASCII.test(piece) ? Buffer.from(piece, 'latin1').toString('utf8') : piece;
    },
  };
}
