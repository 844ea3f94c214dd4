import { addressOf } from '../address.js';
import { isLoginPage } from '../moments/login/login-words.js';
import { hashOf } from '../values/hash.js';
import { redactUrl } from '../values/telling/redact.js';
import { type Features, featuresOf } from './features.js';
import type { Answer } from './probe-messages.js';
import { PROOF_LIMITS } from './proof.js';
import type { Trouble } from './trouble.js';
import { regex } from '../regex.js';

/** What the head of an answer says, whatever is in it. */
export type Standing = 'well' | 'elsewhere' | 'login' | 'refused' | 'limited' | 'failed' | 'other';

/** An answer as it is compared: nothing of it is kept beyond the course. */
export interface Seen extends Features {
  readonly answer: Pick<Answer, 'status' | 'contentType' | 'length'>;
  readonly standing: Standing;
  /** Where it redirects to, without query, masked. */
  readonly location?: string;
}

/** RFC 9110 §15.5; 419 and 440 are Laravel's and IIS's word for a session that has ended. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 407, 419, 440, 498, 511]);
const LIMITED: ReadonlySet<number> = new Set([420, 429]);
/** Pages that ask whether somebody is human. */
const CHALLENGE = regex('i')`
  cf-chl|challenge-platform|g-recaptcha|h-captcha|hcaptcha\.com|px-captcha|geo\.captcha-delivery
  |\/_Incapsula_Resource`;

/** Reads an answer to a request for this address. */
export function seenOf(answer: Answer, url: string): Seen {
  const text = answer.text.slice(0, PROOF_LIMITS.text);
  const features = featuresOf({ ...answer, text });
  const { status, contentType, length } = answer;
  const location = locationOf(answer, url);
  return {
    ...features,
    answer: { status, length, ...(contentType !== undefined && { contentType }) },
    standing: standingOf(answer, location, features),
    ...(location !== undefined && { location: redactUrl(location.split(/[?#]/, 1)[0]!) }),
  };
}

/** The first 12 hex digits of the SHA-256 of an answer without what changes by itself. */
export function fingerprintOf(seen: Seen, noise: ReadonlySet<string>): string {
  const { answer, location = '', all } = seen;
  const pieces = [...all].filter((piece) => !noise.has(piece)).sort();
  return hashOf([answer.status, location, ...pieces].join('\n')).slice(0, 12);
}

function locationOf({ status, location }: Answer, url: string): string | undefined {
  if (location === undefined || status < 300 || status >= 400) return undefined;
  return addressOf(location, url)?.href ?? location;
}

function standingOf(
  { status, retryAfter, wwwAuthenticate, text }: Answer,
  location: string | undefined,
  { asksPassword }: Features,
): Standing {
  const isLimited = LIMITED.has(status) || (status === 503 && retryAfter !== undefined);
  if (isLimited || (status === 403 && CHALLENGE.test(text))) return 'limited';
  if (status < 200 || status >= 500) return status === 511 ? 'refused' : 'failed';
  if (REFUSED.has(status) || wwwAuthenticate !== undefined) return 'refused';
  if (status >= 300 && status < 400) return isLoginPage(location) ? 'login' : 'elsewhere';
  if (status >= 400) return 'other';
  return asksPassword ? 'login' : 'well';
}

/** Answered well; a page that has the form of a login may have it for everybody. */
export function isPage({ standing, answer: { status } }: Seen): boolean {
  return standing === 'well' || (standing === 'login' && status < 300);
}

/** Answers of which nothing can be told. */
export function troubleOf({ standing }: Seen): Trouble | undefined {
  if (standing === 'limited') return 'limited';
  return standing === 'failed' ? 'failed' : undefined;
}
