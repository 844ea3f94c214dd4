import { failedByHeader } from '../../credentials/turned-down.js';
import type { Exchange } from '../../model.js';
import { WAY_BACK } from '../../normalize/words/acts.js';
import { originOf, parseUrl, siteOf } from '../../normalize/addresses/site.js';
import { asksAgain } from './claimed-login.js';
import { letsNobodyIn } from './lets-nobody-in.js';
import { looksRandom } from '../../values/ids/entropy.js';
import { percentDecode } from '../../values/unwrap.js';
import type { LoginPages } from './login-pages.js';
import {
  isAccountPath,
  isInvitation,
  isLetterPath,
  isLinkParameter,
  isLinkPath,
} from './beside-login-words.js';
import { isLoginAct, isLoginPath, isLoginThing, isLoginWord, isSignUpWord } from './login-words.js';
import { isNextFlowStep } from './flow-step.js';
import { regex } from '../../regex.js';
import { namedActs } from '../named-acts.js';

// What the addresses and the answers of a login look like.

/** In the query of the page that a failed login leads to: `?error=1`, `?login=failed`. */
const FAILED = regex('i')`
  [?&](?:(?:login|auth)[-_]?)?err(?:or)?(?:[-_]?(?:code|msg|message|id))?
  (?:&|$|=(?!(?:0|none|false|null)?(?:&|$)))
  |[?&][\w-]{1,30}=(?:[\w-]{0,30}[-_])?(?:fail(?:ed|ure)?|invalid|denied|incorrect)(?:&|$)
  |[?&](?:fail(?:ed|ure)?|invalid|denied)(?:&|$|=(?:1|true|yes)(?:&|$))`;

/** A link that logs in whoever follows it: from a mail, or back from a CAS server. */
export function isLoginLink(exchange: Exchange): boolean {
  const { url, method, type, redirectUrl } = exchange;
  const address = parseUrl(url);
  if (method !== 'GET' || type !== 'document' || !address || asksToConfirm(exchange)) return false;
  const secrets = [...new URLSearchParams(address.search)].filter(([name]) =>
    isLinkParameter(name),
  );
  if (secrets.some(([, value]) => value.startsWith('ST-'))) return true;
  if (isInvitation(url) && (redirectUrl === undefined || isAccountPath(redirectUrl))) return false;
  if (isLinkPath(url) && (secrets.length > 0 || endsInKey(address.pathname))) return true;
  return secrets.some(
    ([, value]) =>
      looksRandom(value) && !isLetterPath(url) && takesAway(value, address.host, redirectUrl),
  );
}

/** Its page has a form that sends the key: it logs in whoever does, not what opens links alone. */
function asksToConfirm({ url, response }: Exchange): boolean {
  const fields = response?.body?.kind === 'html' ? response.body.fields : [];
  return fields.some(
    ({ pointer, value }) =>
      pointer.startsWith('input[') && looksRandom(value) && percentDecode(url).includes(value),
  );
}

function endsInKey(pathname: string): boolean {
  return looksRandom(pathname.split('/').findLast(Boolean) ?? '');
}

/** The answer sends on to the same host, with the key no more in the address. */
function takesAway(key: string, host: string, redirectUrl: string | undefined): boolean {
  const to = parseUrl(redirectUrl ?? '');
  return to?.host === host && !to.href.includes(key) && !isLoginPath(redirectUrl);
}

/**
 * False where the server turned it down: by its status, by sending back to the form, or by showing
 * it again; undefined where a page came that was not seen.
 */
export function isAccepted(
  { url, type, request, response, redirectUrl }: Exchange,
  gave: boolean,
): boolean | undefined {
  const status = response?.status ?? 0;
  if (status < 200 || status >= 400 || letsNobodyIn(response?.body, gave)) return false;
  if (response && failedByHeader(response)) return false;
  if (redirectUrl !== undefined) {
    if (leadsToFailure(redirectUrl)) return false;
    if (gave && isNextFlowStep(url, redirectUrl)) return true;
    const form = request.headers.find(({ name }) => name === 'referer')?.value ?? url;
    return !isBackAt(url, redirectUrl) && !isBackAt(form, redirectUrl);
  }
  // Many servers renew a cookie with every page, the form that comes again among them.
  if (gave) return !asksAgain(response?.body, request.body?.passwordField);
  if (type === 'document' && response?.body === undefined) return undefined;
  return !asksAgain(response?.body, undefined);
}

/** The page that it leads to is to say that something failed. */
export function leadsToFailure(redirectUrl: string | undefined): boolean {
  return FAILED.test(parseUrl(redirectUrl ?? '')?.search ?? '');
}

/** A form's answer sends the browser on, and not to where it says that something went wrong. */
export function leadsOn({ type, redirectUrl }: Exchange): boolean {
  return (
    type === 'document' &&
    redirectUrl !== undefined &&
    !isLoginPath(redirectUrl) &&
    !/error|fail|denied|invalid/i.test(redirectUrl)
  );
}

/** Whoever comes back to the form has got no further by it. */
export function opensPage({ type, method, url }: Exchange, pages: LoginPages): boolean {
  return type === 'document' && method === 'GET' && !pages.isOne(url);
}

/** Its body names the act, whatever its address is. */
export function asksForLogin(exchange: Exchange): boolean {
  return namedActs(exchange).some((word) => isLoginWord(word));
}

/**
 * An identity service posts its answer from its own page (OAuth Form Post §2, SAML Bindings §3.5).
 */
export function comesBack(exchange: Exchange, gave: readonly string[]): boolean {
  const { url, type, method, request } = exchange;
  if (type !== 'document' || method !== 'POST' || gave.length === 0) return false;
  const origin = request.headers.find(({ name }) => name === 'origin')?.value;
  const isOfOther = origin !== undefined && origin !== originOf(url);
  return isOfOther && WAY_BACK.test(parseUrl(url)?.pathname ?? '') && leadsOn(exchange);
}

/**
 * Its address is for logging in; a thing of that name may be another service's. Where a word means
 * putting a name on a list as well, and nothing was given, the word is all that there is.
 */
export function isLoginPlace(url: string, pageSite: string, gave: boolean): boolean {
  if (!isLoginAct(url) || (!gave && isSignUpWord(url))) return false;
  return !isLoginThing(url) || siteOf(url) === pageSite;
}

/** What leads from one step of a login to the next has not logged in yet. */
export function givesAtOnce({ type, redirectUrl }: Exchange, gave: readonly string[]): boolean {
  return gave.length > 0 && !(type === 'document' && isLoginPath(redirectUrl));
}

/** A login that worked leads elsewhere. */
function isBackAt(form: string, redirectUrl: string): boolean {
  const from = parseUrl(form);
  const to = parseUrl(redirectUrl);
  if (!from || !to || from.host !== to.host || from.pathname !== to.pathname) return false;
  return isLoginPath(redirectUrl) || /[?&](error|failed|invalid)/i.test(to.search);
}
