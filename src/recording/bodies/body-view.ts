import type { Hit } from '../../engine/report/needles.js';
import { maskText, preview, redactUrl } from '../../engine/values/telling/redact.js';
import { isForm } from './body-text.js';
import type { CredentialsIn } from '../shown/request-views.js';
import { contentOf } from './stored-content.js';
import type { BodyPart, BodyView } from '../shown/view.js';

/** Characters of a body that is no JSON which are shown. */
const SHOWN = 100_000;
/** What stands before JSON that no script of another site is to run. */
const GUARD = /^(?:\)\]\}',?|for\s{0,2}\(;;\);|while\s{0,2}\(1\);)\s*/;
const MARKUP = /^\s*<|\b(?:html|xml)\b/i;
/** A document with lines that are longer on average was never meant to be read. */
const LONG_LINE = 200;

/** How a body is looked at. */
export interface Looking {
  credentialsIn: CredentialsIn;
  /** Where values stand that are known to be secret. */
  find(text: string): readonly Hit[];
  revealed: boolean;
}

/** A body as it is read: JSON by its members, else text with its credentials in their places. */
export function bodyView(mimeType: string, body: string, looking: Looking): BodyView {
  const { credentialsIn, revealed } = looking;
  const content = contentOf(body.replace(GUARD, ''), credentialsIn, revealed);
  if (content) return { content };
  const shown = beginning(body);
  const parts = partsOf(shown, isForm(mimeType), looking);
  return { parts: inLines(mimeType, shown, parts), left: body.length - shown.length };
}

/** As much as is shown, without the half of a value at its end. */
function beginning(body: string): string {
  if (body.length <= SHOWN) return body;
  const cut = body.slice(0, SHOWN);
  return (
    cut.slice(0, Math.max(0, cut.length - 4_096)) + cut.slice(-4_096).replace(/[^\s<>&;,]*$/, '')
  );
}

function partsOf(
  body: string,
  form: boolean,
  { credentialsIn, find, revealed }: Looking,
): BodyPart[] {
  const between = (text: string) => (revealed ? text : form ? maskedForm(text) : maskText(text));
  const parts: BodyPart[] = [];
  const take = (part: BodyPart) => void (part.text !== '' && parts.push(part));
  let done = 0;
  for (const { from, to, secret } of find(body)) {
    if (from < done) continue;
    take({ text: between(body.slice(done, from)) });
    const [credentialId] = credentialsIn(secret);
    const text = revealed ? body.slice(from, to) : preview(secret);
    take({ text, ...(credentialId !== undefined && { credentialId }) });
    done = to;
  }
  take({ text: between(body.slice(done)) });
  return parts;
}

function maskedForm(text: string): string {
  return redactUrl(`?${text}`).slice(1);
}

/** Fields of a form and elements of a document that was written in one line, each on its own. */
function inLines(mimeType: string, body: string, parts: readonly BodyPart[]): BodyPart[] {
  const isLong = body.length / body.split('\n').length > LONG_LINE;
  const isMarkup = isLong && MARKUP.test(mimeType || body);
  if (!isForm(mimeType) && !isMarkup) return [...parts];
  return parts.map((part) => {
    if (part.credentialId !== undefined) return part;
    const text = isMarkup ? part.text.replace(/>(?=<)/g, '>\n') : part.text.replace(/&/g, '&\n');
    return { ...part, text };
  });
}
