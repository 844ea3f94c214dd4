import type { Visitor } from './visitor.js';

const RUN = /[\w.+/~:=-]{16,8192}/g;
/** A string of text behind its length in one byte, which is no sign of a text itself. */
// oxlint-disable-next-line no-control-regex -- these very characters are meant
const COUNTED = /([\x03-\x1f])([\x20-\x7e]{3,256})/g;

/** Bytes, each as one character, with other secrets among them. */
export function rewriteBytes(source: string, visitor: Visitor): string {
  return rewriteCounted(source, visitor).replace(RUN, (run) => {
    // Before a string stands how long it is, and that may be a letter, too (Protocol Buffers).
    const start = run.charCodeAt(0) === run.length - 1 ? 1 : 0;
    return run.slice(0, start) + visitor.value('field', 'token', run.slice(start));
  });
}

/** What was typed has no name in such a message; its stand-in is as long as it was. */
function rewriteCounted(source: string, visitor: Visitor): string {
  return source.replace(COUNTED, (whole, length: string, run: string) => {
    const size = length.charCodeAt(0);
    const one = run.slice(0, size);
    if (one.length < size || !visitor.isTyped('', one)) return whole;
    return length + visitor.value('typed', '', one) + run.slice(size);
  });
}
