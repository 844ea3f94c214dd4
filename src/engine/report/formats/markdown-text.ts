/** Text between back-ticks, more of them than stand in it (CommonMark §6.1). */
export function codeSpan(source: string): string {
  const text = source.replace(/[\r\n]+/g, ' ');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return text === '' ? '' : `${fence}${padding}${text}${padding}${fence}`;
}

/** What may be markup in CommonMark, and in the HTML that it lets through. */
const MARKUP = /[\\`*_[\]<>#|~!&]/g;

/**
 * Sentences in which back-ticked parts and indented lines are code, as Markdown: nothing else of
 * them is markup.
 */
export function markdownProse(source: string): string {
  return source
    .split('\n')
    .map((line) => (line.startsWith('    ') ? line : proseLine(line)))
    .join('\n');
}

function proseLine(line: string): string {
  return line
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(MARKUP, '\\$&')))
    .join('');
}
