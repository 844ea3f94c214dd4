import { fits, rolesOf } from '../evaluate/match.js';
import type { StorageState } from '../record/storage-state.js';
import { valuesOf, type PlacedValue } from '../evaluate/inventory.js';
import { USER } from '../support/site.js';
import { jwssOf } from './jws.js';
import { type Answer, asked, AUTHENTICATING, open, type SiteQuestion } from './question.js';
import { domainOf, headersOf, hostOf, isEncrypted, isLocalHost, type Seen } from './seen.js';

type Answered = readonly [string, Answer];

const PASSWORDS = [USER.password, encodeURIComponent(USER.password)];
/** The one that logs in, or one that a form sets for somebody else. */
const isWithPassword = (text: string) =>
  PASSWORDS.some((password) => text.includes(password)) ||
  /(?:^|&)[^=&]*password[^=&]*=[^&]{6,}/i.test(text);
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
      entries.map(({ request: { url, postData } }): Answered => [
        domainOf(hostOf(url)),
        asked(
          isWithPassword(postData?.text ?? '') && !isEncrypted(url) && !isLocalHost(hostOf(url)),
        ),
      ]),
  },
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
              own.some(
                ({ response }) => headersOf(response, 'strict-transport-security').length === 0,
              ),
            ),
          ];
        }),
  },
  { ruleId: 'logout-keeps-storage', answers: leftBehind },
];

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
