import {
  answersOf,
  type Authorization,
  authorizationsOf,
  pagesOf,
  redemptionsOf,
} from './authorizations.js';
import { type Answer, asked, open, type SiteQuestion } from './question.js';
import { domainOf, headersOf, hostOf, isEncrypted, isLocalHost, type Seen } from './seen.js';

type Answered = readonly [string, Answer];

/** Logins at a provider, by the parameters of their addresses. */
export const FLOW_QUESTIONS: readonly SiteQuestion[] = [
  request('oauth-implicit-flow', ({ types }) => asked(types.includes('token'))),
  request('oauth-missing-state', ({ has, types }) =>
    asked(
      !has.get('state') &&
        !has.has('code_challenge') &&
        !(isOpenId(has) && has.get('nonce')) &&
        types[0] !== 'none',
    ),
  ),
  request('oauth-state-guessable', ({ has }, seen) => {
    const state = has.get('state');
    if (!state) return 'forbidden';
    // Then the login is tied to the browser without it (RFC 9700 §4.7.1).
    if (has.has('code_challenge') || (isOpenId(has) && has.get('nonce'))) return 'forbidden';
    const again = authorizationsOf(seen).filter((other) => other.has.get('state') === state);
    return again.length > 1 || state.length < 6 ? 'asked' : open(state.length < 16);
  }),
  request('oauth-missing-pkce', ({ has, types }, seen) => {
    if (!types.includes('code') || has.has('code_challenge')) return 'forbidden';
    return isOpenId(has) && has.get('nonce') && !isRedeemedHere(seen) ? 'open' : 'asked';
  }),
  request('oauth-pkce-plain', ({ has }) =>
    asked(has.has('code_challenge') && (has.get('code_challenge_method') ?? 'plain') === 'plain'),
  ),
  request('oauth-redirect-over-http', ({ redirect }) =>
    asked(redirect.startsWith('http:') && !isLocalHost(hostOf(redirect))),
  ),
  request('oidc-missing-nonce', ({ has, types }) =>
    asked(types.includes('id_token') && !has.get('nonce')),
  ),
  request('oidc-nonce-reused', ({ has, entry }, seen) =>
    open(
      Boolean(has.get('nonce')) &&
        authorizationsOf(seen).some(
          (other) => other.entry !== entry && other.has.get('nonce') === has.get('nonce'),
        ),
    ),
  ),
  // The ID token of a login that a server redeems is not seen.
  request('oidc-nonce-mismatch', ({ types }, seen) =>
    open(types.includes('id_token') || isRedeemedHere(seen)),
  ),
  request('oauth-dpop-not-bound', (_one, { entries }) =>
    open(entries.some(({ request: sent }) => headersOf(sent, 'dpop').length > 0)),
  ),
  {
    ruleId: 'oauth-state-mismatch',
    answers(seen) {
      const asks = authorizationsOf(seen).map(({ has }) => has.get('state'));
      return answersOf(seen).map(({ entry, has }): Answered => [
        domainOf(hostOf(entry.request.url)),
        open(!asks.includes(has.get('state'))),
      ]);
    },
  },
  {
    ruleId: 'oauth-code-in-referer',
    answers: (seen) =>
      answersOf(seen).map(({ entry, has }): Answered => [
        domainOf(hostOf(entry.request.url)),
        open(
          seen.entries.some(({ request: sent }) =>
            headersOf(sent, 'referer').some(
              (referer) => has.has('code') && referer.includes(has.get('code')!),
            ),
          ),
        ),
      ]),
  },
  {
    ruleId: 'oauth-authorization-framable',
    answers: (seen) =>
      authorizationsOf(seen).map((one): Answered => [
        domainOf(one.server),
        asked(pagesOf(one, seen).some(({ response }) => !isFramed(response))),
      ]),
  },
  {
    ruleId: 'oauth-authorization-cors-allowed',
    answers: (seen) =>
      authorizationsOf(seen).map(({ server, entry }): Answered => [
        domainOf(server),
        asked(headersOf(entry.response, 'access-control-allow-origin').length > 0),
      ]),
  },
  // As JSON it is an API of the site's own, whatever it calls its parameter.
  redemption('oauth-password-grant', (has) =>
    has.get('grant_type') !== 'password' ? 'forbidden' : has.has('password') ? 'asked' : 'open',
  ),
  redemption('oauth-client-secret-in-browser', (has) =>
    has.get('client_secret') ? 'asked' : 'open',
  ),
  redemption('oauth-code-reused', (has, seen) =>
    asked(
      has.has('code') &&
        redemptionsOf(seen).filter((other) => other.has.get('code') === has.get('code')).length > 1,
    ),
  ),
  saml('saml-response-over-http', (url) => asked(!isEncrypted(url) && !isLocalHost(hostOf(url)))),
  saml('saml-response-unsigned', (_url, text) =>
    asked(!/<(?:\w+:)?Signature[\s>]/.test(text) && /<(?:\w+:)?Assertion[\s>]/.test(text)),
  ),
];

function request(ruleId: string, answer: (one: Authorization, seen: Seen) => Answer): SiteQuestion {
  return {
    ruleId,
    answers: (seen) =>
      authorizationsOf(seen).map((one): Answered => [one.client, answer(one, seen)]),
  };
}

function redemption(
  ruleId: string,
  answer: (has: ReadonlyMap<string, string>, seen: Seen) => Answer,
): SiteQuestion {
  return {
    ruleId,
    answers: (seen) =>
      redemptionsOf(seen).flatMap(({ entry, has }) => {
        const said = answer(has, seen);
        const asks = [entry.request.url, ...headersOf(entry.request, 'origin')];
        return asks.map((url): Answered => [
          domainOf(hostOf(url)),
          url === entry.request.url && asks.length > 1 ? open(said !== 'forbidden') : said,
        ]);
      }),
  };
}

function saml(ruleId: string, answer: (url: string, text: string) => Answer): SiteQuestion {
  return {
    ruleId,
    answers: ({ entries }) =>
      entries.flatMap(({ request: { url, postData } }): Answered[] => {
        const response = new URLSearchParams(postData?.text ?? '').get('SAMLResponse');
        if (response === null) return [];
        return [[domainOf(hostOf(url)), answer(url, Buffer.from(response, 'base64').toString())]];
      }),
  };
}

function isOpenId(has: ReadonlyMap<string, string>): boolean {
  return (has.get('scope') ?? '').split(' ').includes('openid');
}

function isRedeemedHere(seen: Seen): boolean {
  return redemptionsOf(seen).some(({ has }) => has.has('code'));
}

function isFramed(response: Parameters<typeof headersOf>[0]): boolean {
  return (
    headersOf(response, 'x-frame-options').length > 0 ||
    headersOf(response, 'content-security-policy').some((value) => /frame-ancestors/i.test(value))
  );
}
