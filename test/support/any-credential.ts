import fc from 'fast-check';
import type { Carrier, Credential, Format, Role, Sighting } from '../../src/engine/model.js';
import { cookie, credential, jwt, sighting } from './credential.js';

const roles: Role[] = [
  'session',
  'access-token',
  'refresh-token',
  'id-token',
  'remember-me',
  'csrf',
  'oauth-state',
  'api-key',
  'basic',
  'device',
  'load-balancer',
  'preference',
  'consent',
  'tracking',
  'other',
];
const carriers: Carrier[] = [
  'cookie',
  'header',
  'url',
  'body',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'websocket',
];
const formats: Format[] = ['jwt', 'opaque', 'basic', 'signed'];

const anyTime = fc.oneof(
  fc.integer({ min: 0, max: 4e12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const anyOrigin = fc.oneof(
  fc.constantFrom(
    'https://shop.example',
    'http://shop.example',
    'http://localhost:1',
    'unknown:',
    'null',
    '',
  ),
  fc.webUrl(),
  fc.string(),
);

const anySighting: fc.Arbitrary<Sighting> = fc
  .record({
    carrier: fc.constantFrom(...carriers),
    locator: fc.string(),
    direction: fc.constantFrom('sent' as const, 'received' as const, 'stored' as const),
    origin: anyOrigin,
    site: anyOrigin,
    firstAt: anyTime,
    lastAt: anyTime,
  })
  .map(sighting);

/** Members as they come out of JSON: any type, `__proto__` and `exp` included. */
const anyMembers = fc.dictionary(
  fc.oneof(
    fc.constantFrom('alg', 'typ', 'exp', 'iat', 'iss', 'aud', '__proto__', 'constructor'),
    fc.string(),
  ),
  fc.oneof(fc.jsonValue(), anyTime, fc.constantFrom('none', Infinity, 'https://x.example')),
);

const common = fc.record(
  {
    role: fc.constantFrom(...roles),
    format: fc.constantFrom(...formats),
    name: fc.string(),
    site: anyOrigin,
    local: fc.boolean(),
    sightings: fc.array(anySighting, { maxLength: 5 }),
    expiresAt: anyTime,
    firstSeen: anyTime,
    value: fc.string(),
  },
  { requiredKeys: [] },
);

/** Credentials that a hostile page may lead to: cookies, JWTs and others, with every member odd. */
export const anyCredential: fc.Arbitrary<Credential> = fc.oneof(
  common.map(credential),
  fc
    .tuple(
      common,
      fc.record(
        {
          httpOnly: fc.boolean(),
          secure: fc.boolean(),
          sameSite: fc.constantFrom(
            'strict' as const,
            'lax' as const,
            'none' as const,
            'unset' as const,
          ),
          persistent: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          setAt: anyTime,
          askedExpiresAt: anyTime,
          clearedAt: anyTime,
          expiredOnArrival: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([rest, attributes, history]) => cookie({ ...rest, attributes, cookie: history })),
  fc
    .tuple(common, anyMembers, anyMembers)
    .map(([rest, header, claims]) => jwt({ header, claims }, rest)),
);
