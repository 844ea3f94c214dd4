/**
 * A text as it is written, over as many lines as it needs: neither a break nor what stands before
 * the next line is a part of it.
 */
export function unbroken(written: TemplateStringsArray, ...parts: readonly string[]): string {
  const raw = written.raw.map((text) => text.replace(/\n\s*/g, ''));
  return String.raw({ raw }, ...parts);
}

/** A regular expression too long for a line, written in the same way: `` regex('i')`…` ``. */
export function regex(flags = ''): (...written: Parameters<typeof unbroken>) => RegExp {
  return (...written) => new RegExp(unbroken(...written), flags);
}
