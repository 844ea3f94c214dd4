import { isOfWeb } from '../../address.js';
import type { Exchange } from '../../model.js';
import { domainOf, originOf, parseUrl } from '../addresses/site.js';

type Json = Record<string, unknown>;

const MAX_DEPTH = 16;

/**
 * Origin of the script that made a request, by the `_initiator` of Chromium's HAR entries: where
 * the call began, not the wrappers around `fetch` that it went through. Undefined where nobody
 * says.
 */
export function scriptOriginOf(initiator: unknown): string | undefined {
  const { type, url, stack } = asObject(initiator);
  if (type !== 'script') return undefined;
  const urls = framesOf(stack).map((frame) => asObject(frame).url);
  // Evaluated code and browser extensions have no place on the web.
  const outermost = [url, ...urls].findLast((one) => typeof one === 'string' && isOfWeb(one));
  return typeof outermost === 'string' ? originOf(outermost) : undefined;
}

/**
 * Origin of the script that made a request, where it is known and of another site than its page.
 */
export function foreignScriptOf({ script, type, initiator, topUrl }: Exchange): string | undefined {
  // The initiator of a sandboxed frame is `null`.
  const page = [initiator, topUrl].find((url) => url !== undefined && parseUrl(url)?.hostname);
  if (script === undefined || page === undefined || type === 'document') return undefined;
  return domainOf(script) === domainOf(page) ? undefined : script;
}

/** Frames of a call, innermost first, with those of the asynchronous calls that led to it. */
function framesOf(stack: unknown): unknown[] {
  const frames: unknown[] = [];
  let part = asObject(stack);
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    if (Array.isArray(part.callFrames)) frames.push(...part.callFrames);
    part = asObject(part.parent);
  }
  return frames;
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
