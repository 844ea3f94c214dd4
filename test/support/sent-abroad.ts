import type { AuthFlow } from '../../src/engine/flows/flow.js';
import type { Credential, Leak, Sighting } from '../../src/engine/model.js';
import { credential, exchange, jwt, sighting, T0 } from './credential.js';

// Tokens, and to whom they were sent.

export const TRACKER = 'https://tracker.example';
export const OTHER = 'https://tracker.test';
export const IDP = 'https://idp.example';
export const CLOUD = 'https://functions.cloud.example';

const implicit = (redirectUri: string): AuthFlow => ({
  id: 'f1',
  protocol: 'oauth',
  grant: 'implicit',
  issuer: IDP,
  redirectUri,
  state: true,
  nonce: false,
  pushed: false,
  dpop: false,
  clientSecret: false,
  steps: [],
});
export const handedTo = (origin: string) =>
  credential({
    role: 'access-token',
    site: IDP,
    sightings: [sentTo(origin, { carrier: 'url', locator: 'access_token' })],
  });
export const sentTo = (origin: string, more = {}) => sighting({ origin, ...more });
export const accessToken = (...sightings: Sighting[]) =>
  credential({ role: 'access-token', sightings });
export const abroad = {
  sightings: [sentTo(TRACKER), sentTo('https://shop.example')],
};
export const abroadAlone = (origin: string) => ({ sightings: [sentTo(origin)] });
export const google = (origin: string, carrier: 'header' | 'url' = 'header') =>
  credential({
    role: 'access-token',
    format: 'known-prefix',
    value: `ya29.${'kR7mW2xQ9vT4bN8z'.repeat(4)}`,
    sightings: [sentTo(origin, carrier === 'url' ? { carrier, locator: 'token' } : {})],
  });
export const naming = (claims: object) => ({ claims });
export const FIREBASE = naming({ iss: 'https://securetoken.google.com/shop' });
export const COGNITO = naming({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab3' });

export const ledTo = (origin: string): { leaks: Leak[] } => ({
  leaks: [
    {
      through: 'cross-site',
      carrier: 'body',
      locator: '/page/cookie',
      origin,
      firstAt: T0,
      lastAt: T0,
      count: 1,
      exchange: exchange({ url: `${origin}/collect` }),
    },
  ],
});

/** A service at another site gave it to a page. */
export const givenTo = (pageSite: string) =>
  sighting({
    origin: IDP,
    pageSite,
    carrier: 'body',
    direction: 'received',
    firstAt: T0,
  });
/** A service gave it to the page of an app, which sent it on. */
export const ofProvider = (role: Credential['role'], ...sightings: Sighting[]) => ({
  role,
  site: IDP,
  sightings: [givenTo('https://app.example'), ...sightings],
});
export const idToken = (claims: object, ...sightings: Sighting[]) =>
  jwt(naming(claims), ofProvider('id-token', ...sightings));
/** Somebody logged in at the shop by a provider. */
export const withLogin = (...credentials: Credential[]) => ({
  credentials,
  flows: [implicit('https://shop.example/back')],
});
export const refresh = (...more: Sighting[]) =>
  credential({
    role: 'refresh-token',
    site: IDP,
    sightings: [
      sentTo('https://tokens.provider.example', {
        carrier: 'body',
        locator: 'refresh_token',
        lastExchange: exchange({ id: 'e7' }),
      }),
      ...more,
    ],
  });
export const renewed = (id: string) =>
  credential({
    id: 'c2',
    role: 'access-token',
    site: 'https://tokens.provider.example',
    sightings: [
      sighting({
        origin: 'https://tokens.provider.example',
        carrier: 'body',
        direction: 'received',
        firstExchange: exchange({ id }),
      }),
    ],
  });
/** Somebody logged in at this origin, on whatever page. */
export const loggedInAt = (origin: string, ...credentials: Credential[]) => ({
  credentials,
  moments: [
    {
      type: 'login' as const,
      at: T0,
      site: origin,
      exchange: exchange({ method: 'POST', url: `${origin}/login` }),
    },
  ],
});
