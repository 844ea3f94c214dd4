import type { Body, BodyField, Exchange } from '../model.js';
import { candidatesInBody } from './in-body.js';
import { saidBeside } from './said-beside.js';
import { unnamedInBody } from './unnamed.js';

/** Members of an answer itself, by which login protocols are told: `/token_type`. */
const ON_TOP = /^\/[^/]*$/;

/**
 * The exchange as it is kept of a file too large for memory: without the fields of its answer in
 * which nothing is found, and with texts of its own, as parts of a text keep all of it in memory.
 */
export function withTellingFields({ request, response, ...exchange }: Exchange): Exchange {
  const [sent, received] = [request.body, response?.body];
  return {
    ...exchange,
    request: sent ? { ...request, body: copyOf(sent) } : request,
    ...(response && {
      response: received
        ? { ...response, body: copyOf({ ...received, fields: tellingFields(received) }) }
        : response,
    }),
  };
}

/**
 * Fields of data that are candidates, or say what is beside them; what a page has is compared with
 * what comes back.
 */
function tellingFields(body: Body): BodyField[] {
  const { kind, fields } = body;
  if (kind !== 'json' || saidBeside(fields).size > 0) return fields;
  const found = new Set(candidatesInBody(body, 'received').map(({ locator }) => locator));
  const unnamed = new Set(unnamedInBody(body, 'received').map(({ locator }) => locator));
  const telling = fields.filter(
    ({ pointer }) => found.delete(pointer) || unnamed.has(pointer) || ON_TOP.test(pointer),
  );
  // What is left was put together of several.
  return found.size > 0 ? fields : telling;
}

function copyOf(body: Body): Body {
  return JSON.parse(JSON.stringify(body)) as Body;
}
