import { memo } from '../../memo.js';
import { pageAddress, parseUrl, siteOf } from '../../normalize/addresses/site.js';
import { parametersOf } from '../../normalize/addresses/url-parameters.js';

// A server of others' logins sends the browser back with what they asked for: it knew who came,
// whatever the address is called that takes it (`/login/callback`).

/**
 * OAuth and OpenID Connect (RFC 6749 §4.1.2, OpenID Connect Core §3.2.2.5, JARM), CAS, SAML
 * (Bindings §3.4, §3.6), WS-Federation.
 */
const ANSWERS: ReadonlySet<string> = new Set([
  'code',
  'id_token',
  'access_token',
  'response',
  'ticket',
  'SAMLResponse',
  'SAMLart',
  'wresult',
]);
/** Where the request wants the answer. */
const WANTED_AT: ReadonlySet<string> = new Set([
  'redirect_uri',
  'service',
  'wreply',
  'AssertionConsumerServiceURL',
]);

/** True where a redirect brings the answer of a login to the one who asked for it. */
export function handsBack(url: string, redirectUrl: string | undefined): boolean {
  const given = parametersIn(redirectUrl ?? '');
  if (redirectUrl === undefined || !given.some(([name, value]) => value && ANSWERS.has(name)))
    return false;
  const asked = parametersIn(url);
  const isWantedThere = asked.some(
    ([name, value]) => WANTED_AT.has(name) && pageAddress(value) === pageAddress(redirectUrl),
  );
  return isWantedThere || isSameState(asked, given) || siteOf(url) !== siteOf(redirectUrl);
}

type Parameters = readonly (readonly [string, string])[];

/** RFC 6749 §4.1.2: the answer has the very state of the request. */
function isSameState(asked: Parameters, given: Parameters): boolean {
  const stateOf = (all: Parameters) => all.find(([name]) => name === 'state')?.[1];
  const state = stateOf(asked);
  return state !== undefined && state !== '' && state === stateOf(given);
}

const parametersIn = memo((url): Parameters => {
  const address = parseUrl(url);
  return address ? parametersOf(address) : [];
});
