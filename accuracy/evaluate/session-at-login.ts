import type { HeldCookie } from '../../browser/network-hop.js';
import { USER } from '../support/site.js';
import { type Label, LOGIN_STEPS } from '../support/stack.js';
import type { HarEntry } from './inventory.js';
import { fits, HARMLESS, rolesOf } from './match.js';

/** What a login did to the value of a session cookie. */
export type Rotation = 'rotated' | 'not rotated' | 'no session before';

/**
 * What the browser held of one session cookie around one login, read without the engine that is
 * being measured.
 */
export interface SessionAtLogin {
  step: string;
  name: string;
  host: string;
  rotation: Rotation;
  /** Places in the recording of the login request and of the redirects that it led to. */
  chain: readonly number[];
}

/** What servers write for no session. */
const NOBODY: ReadonlySet<string> = new Set(['', 'gone']);

/**
 * Every session cookie that a site had or got at a login there. Its value before is what the
 * browser's jar held when the login request left; the one after, what it held at the next request
 * that began when the login had been answered.
 */
export function sessionsAtLogins(
  entries: readonly HarEntry[],
  labels: readonly Label[],
): SessionAtLogin[] {
  return loginsOf(entries).flatMap((chain) => {
    const { _step: step, _held: before, request } = entries[chain[0]!]!;
    if (!before)
      throw new Error(
        'The recording does not say what the jar held: record it again with --fresh.',
      );
    const host = hostOf(request.url);
    const after = heldAfter(entries, chain, host);
    return after
      .filter((cookie) => isSession(cookie, host, labels))
      .map(({ name, value, domain }) => {
        const earlier = before.find((cookie) => cookie.name === name && cookie.domain === domain);
        const rotation =
          // Some servers take one away by a value that stays and is none, as nothing or a word.
          earlier === undefined || NOBODY.has(earlier.value)
            ? 'no session before'
            : earlier.value === value
              ? 'not rotated'
              : 'rotated';
        return { step, name, host, rotation, chain };
      });
  });
}

/**
 * For each host that somebody logged in at in a step: by a password there, else by what a provider
 * answered.
 */
function loginsOf(entries: readonly HarEntry[]): number[][] {
  const candidates = [...entries.entries()].filter(([, { _step }]) => LOGIN_STEPS.includes(_step));
  const byPassword = candidates.filter(
    ([, entry]) => entry.request.postData && hasPassword(entry.request.postData.text),
  );
  const isElsewhere = (entry: HarEntry) =>
    !byPassword.some(
      ([, other]) =>
        other._step === entry._step && hostOf(other.request.url) === hostOf(entry.request.url),
    );
  const byProvider = candidates.filter(
    ([, entry]) => isProviderAnswer(entry) && isElsewhere(entry),
  );
  return [...byPassword, ...byProvider].map(([index]) => chainFrom(index, entries));
}

function hasPassword(body: string): boolean {
  return [USER.password, encodeURIComponent(USER.password)].some((password) =>
    body.includes(password),
  );
}

/**
 * The authorization response: OpenID Connect Core §3.1.2.5, OAuth 2.0 Form Post Response Mode §2.
 */
function isProviderAnswer({ request: { url, postData } }: HarEntry): boolean {
  const parameters = new URLSearchParams(postData ? postData.text : new URL(url).search);
  return parameters.has('state') && (parameters.has('code') || parameters.has('id_token'));
}

function chainFrom(first: number, entries: readonly HarEntry[]): number[] {
  const { request, response } = entries[first]!;
  if (response.redirectURL === '') return [first];
  const target = withoutFragment(new URL(response.redirectURL, request.url).href);
  const next = entries.findIndex(
    (entry, index) => index > first && withoutFragment(entry.request.url) === target,
  );
  return next < 0 ? [first] : [first, ...chainFrom(next, entries)];
}

function heldAfter(
  entries: readonly HarEntry[],
  chain: readonly number[],
  host: string,
): readonly HeldCookie[] {
  const end = Math.max(
    ...chain.map(
      (index) => Date.parse(entries[index]!.startedDateTime) + Math.floor(entries[index]!.time),
    ),
  );
  const next = entries.find(
    (entry) =>
      entry._held && hostOf(entry.request.url) === host && Date.parse(entry.startedDateTime) >= end,
  );
  return next?._held ?? [];
}

/**
 * Not one whose documentation leaves open whether it stands for anybody, such as a signature beside
 * the session.
 */
function isSession({ name }: HeldCookie, host: string, labels: readonly Label[]): boolean {
  const label = labels.find((one) => fits(one, { carrier: 'cookie', name, host }));
  const roles = label ? rolesOf(label) : [];
  return roles.includes('session') && !roles.some((role) => HARMLESS.has(role));
}

const hostOf = (url: string) => new URL(url).hostname;
const withoutFragment = (url: string) => url.split('#', 1)[0]!;
