import type { ResourceType } from '../../model.js';
import { type Diagnosis, diagnosis, text } from '../../text.js';
import { asObject, asText, type Json } from '../bodies/json-value.js';
import { namedList } from './named-list.js';

/** What may hold tokens, forms and refusals: pages, and what is answered to scripts. */
const TELLING: ReadonlySet<ResourceType> = new Set(['document', 'frame', 'fetch']);
const TELLS = /html|json|xml|text\/(?:plain|event-stream)/i;
const SENDS = /^(?:POST|PUT|PATCH)$/i;

/** What a file leaves out of what was sent and answered: it was there, and nobody can read it. */
export class MissingContent {
  #answers = 0;
  #withoutAnswer = 0;
  #sent = 0;
  #withoutSent = 0;

  /** Counts an entry's two bodies. */
  note(request: Json, response: Json | undefined, type: ResourceType): void {
    if (SENDS.test(asText(request.method)) && wasSent(request)) {
      this.#sent++;
      if (!saysWhat(request)) this.#withoutSent++;
    }
    if (!response || !TELLING.has(type) || !mayTell(request, response)) return;
    this.#answers++;
    if (!hasContent(response)) this.#withoutAnswer++;
  }

  diagnoses(): Diagnosis[] {
    return [
      ...(this.#withoutAnswer > 0 ? [answersMissing(this.#withoutAnswer, this.#answers)] : []),
      ...(this.#withoutSent > 0 ? [sentMissing(this.#withoutSent, this.#sent)] : []),
    ];
  }
}

/** An answer that has content (RFC 9110 §6.4) of a kind that tells something. */
function mayTell({ method }: Json, response: Json): boolean {
  const status = Number(response.status);
  const isEmpty = status === 204 || status === 205 || !(status >= 200 && status < 300);
  if (isEmpty || /^(?:HEAD|OPTIONS|CONNECT)$/i.test(asText(method))) return false;
  const { mimeType, size } = asObject(response.content) ?? {};
  if (!TELLS.test(asText(mimeType))) return false;
  return hasContent(response) || wasContent(response, Number(size ?? Number.NaN));
}

function hasContent({ content }: Json): boolean {
  return asText(asObject(content)?.text) !== '';
}

/**
 * True for a request that may have content and was measured to have none (RFC 9110 §6.4); producers
 * write -1 for what they did not measure.
 */
export function wasEmpty(request: Json): boolean {
  if (!SENDS.test(asText(request.method)) || saysWhat(request) || wasSent(request)) return false;
  return request.bodySize === 0 || lengthIn(request) === '0';
}

/** True for a request that says of itself that it has content. */
export function wasSent(request: Json): boolean {
  return Number(request.bodySize) > 0 || Number(lengthIn(request)) > 0;
}

function saysWhat({ postData }: Json): boolean {
  const sent = asObject(postData);
  return sent !== undefined && (asText(sent.text) !== '' || namedList(sent.params).length > 0);
}

/**
 * By its size, or by its header; what some producers call the size of a body has the headers in it,
 * and they write -1 for all that they did not measure.
 */
function wasContent(response: Json, size: number): boolean {
  const length = lengthIn(response);
  if (size >= 0) return size > 0 || Number(length) > 0;
  return length !== '0' && response.bodySize !== 0;
}

function lengthIn({ headers }: Json): string {
  const length = namedList(headers).find(({ name }) => /^content-length$/i.test(asText(name)));
  return asText(length?.value);
}

function answersMissing(count: number, of: number): Diagnosis {
  return count < of
    ? diagnosis(
        text(
          'diagnosis_answers_missing',
          '{count} of {of} pages and answers have no content in the recording: tokens, forms and ' +
            'refusals in them were not seen',
          { count, of },
        ),
      )
    : diagnosis(
        text(
          'diagnosis_all_answers_missing',
          'no page and no answer has its content in the recording ({count}): tokens, forms and ' +
            'refusals in them were not seen. Chrome: save all as HAR with content, while the ' +
            'page is still open; Playwright: recordHar with content: embed and mode: full',
          { count },
        ),
      );
}

function sentMissing(count: number, of: number): Diagnosis {
  return diagnosis(
    text(
      'diagnosis_sent_missing',
      '{count} of {of} requests that sent something do not say what: logins in them may have ' +
        'been overlooked',
      { count, of },
    ),
  );
}
