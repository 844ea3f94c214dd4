import { plain } from '../plain.js';
import { xmlText } from '../xml.js';

/** HTML that was made here: all of it that came from elsewhere is text. */
export class Markup {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }
}

type Content = Markup | string | number | readonly Content[];

/** Markup from a template: what is put into it is text, unless it is markup itself. */
export function markup(template: TemplateStringsArray, ...contents: Content[]): Markup {
  const parts = template.map((piece, at) => {
    const content = contents[at];
    return content === undefined ? piece : piece + textOf(content);
  });
  return new Markup(parts.join(''));
}

function textOf(content: Content): string {
  if (content instanceof Markup) return content.written;
  if (typeof content === 'string' || typeof content === 'number')
    return xmlText(plain(String(content)));
  return content.map(textOf).join('');
}
