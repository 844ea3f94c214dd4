/**
 * Embeddings, overrides and isolates (UAX #9 §2): they turn what follows them until the line ends.
 */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Text from outside that cannot turn the sentence it is put into: who names a cookie must not be
 * able to have what is said of it read backwards. Letters of every script keep their direction.
 */
export function withoutTurns(text: string): string {
  return text.replace(CONTROLS, '\uFFFD');
}
