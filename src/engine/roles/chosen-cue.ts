import type { Credential } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { text } from '../text.js';
import { percentDecode } from '../values/format.js';
import { tellPath } from '../values/telling/redact.js';
import { canIdentify, plainValue } from './cookie-facts.js';
import type { Cue } from './cue.js';
import { regex } from '../regex.js';

/** A word or a few, of whatever language, or a number: what somebody may choose among. */
const CHOICE = /^[\p{L}\d][\p{L}\p{M}\d _.-]{0,31}$/u;
/** Where somebody came from is no choice of theirs, nor what is tried on them. */
const NOT_CHOSEN = regex('i')`
  ^(?:utm_?\w*|ref(?:errer|erral|_?id|code)?|source|src|campaign|cid|aff(?:iliate)?\w*|partner
  |promo\w*|coupon|from|via|tag|channel|medium|r|go|out|click|track\w*|exp\w*|variant|variation
  |ab(?:[-_]?test)?|bucket|error|status|code|page|step|test)$`;
const MAX_PARTS = 64;

/** The address that set it names what it holds, and led back: somebody chose it there. */
export function chosenCues(credential: Credential): Cue[] {
  const { name, cookie, behaviour } = credential;
  const { setBy } = cookie ?? {};
  const value = plainValue(credential);
  if (!setBy || behaviour.issuedAtLogin || !CHOICE.test(value) || canIdentify(value)) return [];
  const named = namesOf(setBy.url, value);
  const { status = 0 } = setBy;
  const ledBack = status >= 300 && status < 400;
  const isChoice =
    (named.length > 0 && (ledBack || named.includes(name))) || isCalled(setBy.url, name);
  if (!isChoice || [name, ...named].some((one) => NOT_CHOSEN.test(one))) return [];
  return [
    {
      role: 'preference',
      weight: 0.5,
      text: text('evidence_chosen', 'it holds what was chosen at {path}', {
        path: tellPath(setBy.url),
      }),
    },
  ];
}

/**
 * The address is for nothing else: it ends in the cookie's name, or asks for it (`/sidebar`,
 * `?do=sidebar`).
 */
function isCalled(url: string, name: string): boolean {
  const address = parseUrl(url);
  if (!address || !/^[a-z][\w-]{2,}$/i.test(name)) return false;
  const last = address.pathname.split('/').at(-1) ?? '';
  const asked = [...new URLSearchParams(address.search)].slice(0, MAX_PARTS);
  return last === name || asked.some(([, value]) => value === name);
}

/**
 * What an address calls this value: its parameters of that value, or the segment in front of it.
 */
function namesOf(url: string, value: string): string[] {
  const address = parseUrl(url);
  if (!address) return [];
  const segments = address.pathname.split('/', MAX_PARTS).map(percentDecode);
  const at = segments.lastIndexOf(value);
  const parameters = [...new URLSearchParams(address.search)].slice(0, MAX_PARTS);
  return [
    ...(at > 1 ? [segments[at - 1]!] : []),
    ...parameters.flatMap(([name, one]) => (one === value ? [name] : [])),
  ];
}
