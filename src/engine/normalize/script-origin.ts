import { originOf } from './site.js';

type Json = Record<string, unknown>;

/**
 * Origin of the script that made a request, by the `_initiator` of Chromium's HAR entries: where the
 * call began, not the wrappers around `fetch` that it went through. Undefined where nobody says.
 */
export function scriptOriginOf(initiator: unknown): string | undefined {
  const { type, url, stack } = asObject(initiator);
  if (type !== 'script') return undefined;
  const { callFrames } = asObject(stack);
  const urls = (Array.isArray(callFrames) ? callFrames : []).map((frame) => asObject(frame).url);
  // Evaluated code and browser extensions have no place on the web.
  const outermost = [url, ...urls].findLast((one) => typeof one === 'string' && /^https?:/.test(one));
  return typeof outermost === 'string' ? originOf(outermost) : undefined;
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
