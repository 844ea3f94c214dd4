import { cookieSamesiteNoneOnSession } from '../../../../src/engine/rules/cookie/cookie-samesite-none-on-session.js';
import type { Known } from '../../../../src/engine/known.js';
import { cookie, cookieHeaderOnly, exchange, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const none = { sameSite: 'none' } as const;
const sent = (pageSite: string) =>
  sighting({ carrier: 'cookie', locator: 'sid', pageSite, origin: 'https://shop.example' });

const flow = (parts: Partial<Known['flows'][number]>): Known['flows'][number] => ({
  id: 'f1',
  protocol: 'oidc',
  grant: 'authorization-code',
  issuer: 'https://id.example',
  state: true,
  nonce: true,
  pushed: false,
  dpop: false,
  clientSecret: false,
  steps: [],
  ...parts,
});
const back = (url: string, method: string) =>
  flow({
    redirectUri: url,
    steps: [
      { kind: 'authorization-response', at: T0, exchange: exchange({ method, url }), detail: {} },
    ],
  });

testRule(cookieSamesiteNoneOnSession, {
  flags: {
    'a session': ['medium', cookie({ attributes: none })],
    'a session that only its own pages use': [
      'medium',
      cookie({ attributes: none, sightings: [sent('http://www.shop.example')] }),
    ],
    'a session known by its name alone': ['low', cookie({ attributes: none, confidence: 0.45 })],
    'a session that pages of another site use, as information': [
      'info',
      cookie({ attributes: none, sightings: [sent('https://news.example')] }),
    ],
    'a session beside a login that comes back by form_post, as information': [
      'info',
      {
        credentials: [cookie({ attributes: none })],
        flows: [back('https://shop.example/callback', 'POST')],
      },
    ],
    'a session beside a login that comes back by a link': [
      'medium',
      {
        credentials: [cookie({ attributes: none })],
        flows: [back('https://shop.example/callback', 'GET')],
      },
    ],
    'a session to which its own server posts a login': [
      'medium',
      {
        credentials: [cookie({ attributes: none })],
        flows: [{ ...back('https://shop.example/login', 'POST'), issuer: 'https://shop.example' }],
      },
    ],
    'the session of a SAML identity provider, as information': [
      'info',
      {
        credentials: [
          cookie({ attributes: { ...none, domain: 'id.example' }, host: 'id.example' }),
        ],
        flows: [
          flow({
            protocol: 'saml',
            grant: 'saml',
            steps: [
              {
                kind: 'saml-response',
                at: T0,
                exchange: exchange({ method: 'POST', url: 'https://shop.example/acs' }),
                detail: {},
              },
            ],
          }),
        ],
      },
    ],
    'the session of a login server, as information': [
      'info',
      {
        credentials: [
          cookie({ attributes: { ...none, domain: 'id.example' }, host: 'id.example' }),
        ],
        flows: [flow({ redirectUri: 'https://shop.example/callback' })],
      },
    ],
  },
  passes: {
    'a Lax session': cookie(),
    'a Strict session': cookie({ attributes: { sameSite: 'strict' } }),
    'a session that is another one on each site (Partitioned)': cookie({
      attributes: { ...none, partitioned: true },
    }),
  },
  doesNotApply: {
    'a consent': cookie({ role: 'consent', attributes: none }),
    'a session that says nothing of SameSite': cookie({ attributes: { sameSite: 'unset' } }),
    'a session that the browser refused': cookie({
      attributes: none,
      cookie: {
        rejected: { reason: 'samesite-none-insecure', text: { key: 'k', english: '', values: {} } },
      },
    }),
  },
  unknown: { 'a cookie whose attributes are unknown': cookieHeaderOnly() },
});
