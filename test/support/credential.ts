import type {
  CookieAttributes,
  CookieHistory,
  Credential,
  DecodedJwt,
  ExchangeRef,
  Sighting,
} from '../../src/engine/model.js';

/** The moment at which every built credential is first seen: 2026-01-01T00:00:00Z. */
export const T0 = Date.UTC(2026, 0, 1);

export const SECONDS = 1_000;
export const HOURS = 3_600 * SECONDS;
export const DAYS = 24 * HOURS;

/** A session cookie's worth of nothing in particular; tests say what matters. */
export function credential(overrides: Partial<Credential> = {}): Credential {
  return {
    id: 'c1',
    kind: 'token',
    identity: 'identity-1',
    site: 'https://shop.example',
    host: 'shop.example',
    origin: 'https://shop.example',
    local: false,
    carrier: 'header',
    name: 'authorization',
    carriers: ['header'],
    role: 'session',
    format: 'opaque',
    confidence: 1,
    evidence: [],
    expires: 'unknown',
    value: 'kR7mW2xQ9vT4bN8z',
    valueCount: 1,
    pastValues: [],
    life: [],
    sightings: [],
    behaviour: {},
    firstSeen: T0,
    lastSeen: T0,
    ...overrides,
  };
}

interface CookieOverrides extends Omit<Partial<Credential>, 'attributes' | 'cookie'> {
  attributes?: Partial<CookieAttributes>;
  cookie?: Partial<CookieHistory>;
}

/** A session cookie that leaves nothing to wish for; tests take away what they need. */
export function cookie({
  attributes,
  cookie: history,
  ...overrides
}: CookieOverrides = {}): Credential {
  return credential({
    kind: 'cookie',
    carrier: 'cookie',
    carriers: ['cookie'],
    name: '__Host-sid',
    expires: 'session',
    attributes: {
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      domain: 'shop.example',
      path: '/',
      hostOnly: true,
      partitioned: false,
      persistent: false,
      ...attributes,
    },
    cookie: { setBy: exchange(), setAt: T0, setOver: 'https', diagnoses: [], ...history },
    ...overrides,
  });
}

/** A cookie of which only the Cookie header was seen. */
export function cookieHeaderOnly(overrides: Partial<Credential> = {}): Credential {
  return credential({
    kind: 'cookie',
    carrier: 'cookie',
    carriers: ['cookie'],
    name: 'sid',
    ...overrides,
  });
}

/**
 * An access token in JWT format that lives five minutes; claims are merged, `undefined` removes.
 */
export function jwt(
  { header, claims }: { header?: object; claims?: object } = {},
  overrides: Partial<Credential> = {},
): Credential {
  const decoded: DecodedJwt = {
    header: { alg: 'ES256', typ: 'JWT', ...header },
    claims: { sub: 'u1', iat: T0 / SECONDS, exp: T0 / SECONDS + 300, ...claims },
    unsigned: false,
  };
  return credential({ role: 'access-token', format: 'jwt', jwt: decoded, ...overrides });
}

/** Sent once in the Authorization header to the own site. */
export function sighting(overrides: Partial<Sighting> = {}): Sighting {
  const origin = overrides.origin ?? 'https://shop.example';
  return {
    carrier: 'header',
    locator: 'authorization',
    direction: 'sent',
    origin,
    site: origin,
    firstAt: T0 + SECONDS,
    lastAt: T0 + SECONDS,
    count: 1,
    lastExchange: exchange(),
    ...overrides,
  };
}

export function exchange(overrides: Partial<ExchangeRef> = {}): ExchangeRef {
  return { id: 'e1', method: 'GET', url: 'https://shop.example/', status: 200, ...overrides };
}

/** Seen in the Authorization header of one request. */
export const inHeader = { sightings: [sighting()] };
