/**
 * Estimated entropy of a value in bits: Shannon's over its own characters times its length. An
 * upper bound for what a person could guess of it, good enough to tell `dark` from a random id.
 */
export function estimateBits(value: string): number {
  const sample = value.slice(0, 1024);
  if (sample === '') return 0;
  const counts = new Map<string, number>();
  for (const char of sample) counts.set(char, (counts.get(char) ?? 0) + 1);
  let perChar = 0;
  for (const count of counts.values()) {
    const share = count / sample.length;
    perChar -= share * Math.log2(share);
  }
  return Math.round(perChar * sample.length);
}

/**
 * True for a value that looks made by a random generator: long enough, dense, and with letters and
 * digits mixed the way words, versions and dates are not.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || /[\s<>{}]/.test(value)) return false;
  const digits = value.replace(/\D/g, '').length;
  if (digits === value.length) return value.length >= 24;
  const mixedCase = /[a-z]/.test(value) && /[A-Z]/.test(value);
  const enoughDigits = digits >= Math.max(2, value.length / 16);
  return (enoughDigits || (mixedCase && value.length >= 20 && !/[-_. ]/.test(value))) && estimateBits(value) >= 50;
}
