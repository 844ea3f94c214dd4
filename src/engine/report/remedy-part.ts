import { isNeverShown } from '../credentials/never-shown.js';
import type { Credential, Millis } from '../model.js';
import type {
  CookieRemedy,
  LinePart,
  RequestPart,
  RequestRemedy,
  TokenLifetimeRemedy,
} from '../remedies/remedy.js';
import { render } from '../render.js';
import { isSecret, preview } from '../values/telling/redact.js';
import type {
  ReportCookieRemedy,
  ReportLifetimeAdvice,
  ReportLinePart,
  ReportRequestRemedy,
} from './report-remedy.js';
import type { Writing } from './writing.js';

/** What stands in such a line in any case: a number, a word of the standard, a date. */
const PLAIN = /^(?:[+-]?\d{1,15}|strict|lax|none|low|medium|high|[\w ,:+-]{1,40})$/i;

/** The two lines of a cookie as text; the value is a preview, or whole where that was asked for. */
export function toRemedy(
  { sent, better, notes, settings }: CookieRemedy,
  credential: Credential,
  writing: Writing,
): ReportCookieRemedy {
  const shown = shownOf(credential, writing);
  const tell = (parts: readonly LinePart[]) =>
    parts.map((part, at) => toPart(part, at === 0 ? shown : undefined, writing));
  return {
    sent: tell(sent),
    better: tell(better),
    notes: notes.map((note) => render(note, writing.style.translate)),
    settings: settings ?? null,
  };
}

function shownOf(credential: Credential, { style }: Writing): string {
  if (isNeverShown(credential)) return '…';
  return style.reveal ? credential.value : preview(credential.value);
}

/** The lifetime that fits a token, in seconds and in words. */
export function toLifetimeAdvice(
  { now, idle, absolute, said }: TokenLifetimeRemedy,
  { style }: Writing,
): ReportLifetimeAdvice {
  const seconds = (length: Millis) => Math.max(0, Math.round(length / 1000));
  return {
    now: now === null ? null : seconds(now),
    better: { idle: idle === undefined ? null : seconds(idle), absolute: seconds(absolute) },
    text: render(said, style.translate),
  };
}

/** The first part is the pair: `value` is what is shown of the cookie's own. */
function toPart(
  { name, value, change }: LinePart,
  cookieValue: string | undefined,
  writing: Writing,
): ReportLinePart {
  const shown = cookieValue ?? toAttribute(name, value, writing);
  return { text: shown === undefined ? name : `${writing.name(name)}=${shown}`, change };
}

function toAttribute(
  name: string,
  value: string | undefined,
  writing: Writing,
): string | undefined {
  if (value === undefined) return undefined;
  if (/^(?:path|domain)$/i.test(name)) return writing.url(value);
  return PLAIN.test(value) ? writing.words(value) : preview(value);
}

/**
 * Parameters that are words of the standards, or public: RFC 6749 §2.2, RFC 7636 §4.3, OpenID
 * Connect Core §3.1.2.1.
 */
const PUBLIC: ReadonlySet<string> = new Set([
  'client_id',
  'response_type',
  'response_mode',
  'scope',
  'prompt',
  'display',
  'code_challenge_method',
]);

/** The two requests of a flow, parameter by parameter; what is secret in them is a preview. */
export function toRequestRemedy(
  { address, sent, better, notes }: RequestRemedy,
  writing: Writing,
): ReportRequestRemedy {
  const tell = (parts: readonly RequestPart[]) =>
    parts.map((part): ReportLinePart => ({
      text: toParameter(part, writing),
      change: part.change,
    }));
  return {
    address: address === undefined ? null : writing.url(address),
    sent: tell(sent),
    better: tell(better),
    notes: notes.map((note) => render(note, writing.style.translate)),
  };
}

function toParameter({ name, value, made }: RequestPart, writing: Writing): string {
  const shown =
    made || PUBLIC.has(name) || writing.style.reveal ? value : masked(name, value, writing);
  return `${writing.name(name)}=${shown}`;
}

function masked(name: string, value: string, writing: Writing): string {
  if (/^[a-z][\w+.-]*:/i.test(value)) return writing.url(value);
  return isSecret(name, value) ? preview(value) : writing.words(value);
}
