import { fits, rolesOf } from '../evaluate/match.js';
import type { StorageState } from '../record/storage-state.js';
import { type PlacedValue, valuesOf } from '../evaluate/inventory.js';
import { jwssOf } from './jws.js';
import { type Answer, asked, AUTHENTICATING, open, type SiteQuestion } from './question.js';
import {
  asksForPassword,
  domainOf,
  headersOf,
  hostOf,
  isDocument,
  isEncrypted,
  isLocalHost,
  type Seen,
} from './seen.js';
import { isWithPassword, mayBeDigest } from './with-password.js';
import { regex } from '../../src/engine/regex.js';

type Answered = readonly [string, Answer];

/** What stands before the host goes into a header (RFC 7617), not into the address that is sent. */
const withoutUser = (url: string) => url.replace(/\/\/[^/?#@]*@/, '//');

/** What holds for a site, or for one of its requests. */
export const SITE_QUESTIONS: readonly SiteQuestion[] = [
  {
    ruleId: 'cookie-header-budget',
    answers: ({ entries }) =>
      entries.map(({ request }): Answered => {
        const size = headersOf(request, 'cookie').join('; ').length;
        return [domainOf(hostOf(request.url)), size > 8_192 ? 'asked' : open(size > 7_000)];
      }),
  },
  {
    ruleId: 'oauth-credentials-forwarded',
    answers: ({ entries }) =>
      entries.map(({ request, response }): Answered => [
        domainOf(hostOf(request.url)),
        open(
          /^30[78]$/.test(String(response.status)) && isWithPassword(request.postData?.text ?? ''),
        ),
      ]),
  },
  {
    ruleId: 'password-over-http',
    answers: ({ entries }) =>
      entries.map(({ request: { url, postData } }): Answered => {
        const text = postData?.text ?? '';
        // In an address it is told of by the rule for that.
        const isInUrl = isWithPassword(withoutUser(url));
        const isOpen = [text, url].some(mayBeDigest) || (isInUrl && !isWithPassword(text));
        const said = isOpen ? 'open' : asked(isWithPassword(text));
        return [domainOf(hostOf(url)), isInClear(url) ? said : 'forbidden'];
      }),
  },
  { ruleId: 'login-page-over-http', answers: asksInClear },
  { ruleId: 'referrer-policy-unsafe', answers: tellsAddresses },
  {
    ruleId: 'password-in-url',
    answers: ({ entries }) =>
      entries.map(({ request: { url } }): Answered => [
        domainOf(hostOf(url)),
        asked(isWithPassword(withoutUser(url))),
      ]),
  },
  {
    ruleId: 'hsts-missing',
    answers: ({ entries }) =>
      entries
        .filter(({ request: { url } }) => isEncrypted(url))
        .map(({ request: { url } }): Answered => {
          const own = entries.filter(
            (other) => hostOf(other.request.url) === hostOf(url) && isEncrypted(other.request.url),
          );
          return [
            domainOf(hostOf(url)),
            open(
              own.some(({ response }) => isShort(headersOf(response, 'strict-transport-security'))),
            ),
          ];
        }),
  },
  { ruleId: 'logout-keeps-storage', answers: leftBehind },
];

/** RFC 6797 §6.1.1: none, or one that a browser forgets before somebody comes again. */
const isShort = (lines: readonly string[]) =>
  lines.every((line) => Number(/max-age="?(\d+)/i.exec(line)?.[1] ?? 0) < HALF_A_YEAR);
const HALF_A_YEAR = 180 * 24 * 3_600;

const isInClear = (url: string) => !isEncrypted(url) && !isLocalHost(hostOf(url));

/**
 * Whoever can change the page can have its form send the password elsewhere: one problem with a
 * password in clear.
 */
function asksInClear({ entries }: Seen): Answered[] {
  const toldAt = (site: string) =>
    entries
      .filter(({ request: { url } }) => isInClear(url) && domainOf(hostOf(url)) === site)
      .map(({ request: { url, postData } }) => [postData?.text ?? '', url] as const);
  return entries.map((entry): Answered => {
    const { url, postData } = entry.request;
    const site = domainOf(hostOf(url));
    const from = headersOf(entry.request, 'origin').some((origin) => origin.startsWith('http:'));
    const isPage = entry.response.status === 200 && asksForPassword(entry) && isInClear(url);
    const isGiven = isEncrypted(url) && from && isWithPassword(postData?.text ?? '');
    if (!isPage && !isGiven) return [site, 'forbidden'];
    const told = toldAt(site);
    if (told.some((texts) => texts.some(mayBeDigest))) return [site, 'open'];
    return [site, asked(!told.some(([text]) => isWithPassword(text)))];
  });
}

/**
 * W3C Referrer Policy §8.1: other sites are told the address of a page, and what logs in is part of
 * it.
 */
function tellsAddresses({ labels, entries }: Seen): Answered[] {
  return entries
    .filter((entry) => isDocument(entry) && entry.response.status === 200)
    .map((entry): Answered => {
      const site = domainOf(hostOf(entry.request.url));
      const label = valuesOf([entry], [])
        .filter(({ carrier, direction }) => carrier === 'url' && direction === 'sent')
        .flatMap((value) => labels.find((one) => fits(one, value)) ?? [])
        .find((one) => rolesOf(one).some((role) => AUTHENTICATING.includes(role)));
      if (label === undefined) return [site, 'forbidden'];
      const known = headersOf(entry.response, 'referrer-policy').join(',').match(POLICY);
      const isWhole = /^(?:unsafe-url|no-referrer-when-downgrade)$/i.test(known?.at(-1) ?? '');
      const isCertain = rolesOf(label).every((role) => AUTHENTICATING.includes(role));
      return [site, isWhole && !isCertain ? 'open' : asked(isWhole)];
    });
}

const POLICY = regex('gi')`
  (?:strict-)?origin(?:-when-cross-origin)?|no-referrer(?:-when-downgrade)?|same-origin
  |unsafe-url`;

/** What logs in and lies in the browser before the logout and after it. */
function leftBehind({ labels, entries, states }: Seen): Answered[] {
  if (!entries.some(({ _step }) => _step === 'logout')) return [];
  const after = storedIn(states['after-logout']);
  return storedIn(states['after-use']).flatMap((before): Answered[] => {
    const label = labels.find((one) => fits(one, before));
    const roles = label ? rolesOf(label) : [];
    const isLeft = after.some(
      ({ carrier, name, host, value }) =>
        carrier === before.carrier &&
        name === before.name &&
        host === before.host &&
        value === before.value,
    );
    if (!isLeft || !roles.some((role) => AUTHENTICATING.includes(role))) return [];
    const isCertain =
      roles.every((role) => AUTHENTICATING.includes(role)) &&
      (before.carrier !== 'cookie' || roles.includes('remember-me') || jwssOf([before]).length > 0);
    return [[domainOf(before.host), isCertain ? 'asked' : 'open']];
  });
}

function storedIn(state: StorageState | undefined): PlacedValue[] {
  return state ? valuesOf([], [state]) : [];
}
