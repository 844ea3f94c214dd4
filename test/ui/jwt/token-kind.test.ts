import { expect, it } from 'vitest';
import { tokenKind } from '../../../src/ui/jwt/token-kind.js';

it.each([
  [{ alg: 'HS256' }, 'secret'],
  [{ alg: 'RS256' }, 'key'],
  [{ alg: 'EdDSA', typ: 'at+jwt' }, 'key'],
  [{ alg: 'PS384' }, 'key'],
  [{ alg: 'ES256K' }, 'key'],
  [{ alg: 'ML-DSA-65' }, 'key'],
  [{ alg: 'X-1' }, 'unknown'],
  [{}, 'unknown'],
  [{ alg: 7 }, 'unknown'],
  [{ alg: 'none' }, 'unsecured'],
  [{ alg: 'NONE' }, 'unsecured'],
  [{ alg: 'dir', enc: 'A256GCM' }, 'encrypted'],
  [{ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'JWT' }, 'encrypted'],
  [{ alg: 'RS256', cty: 'JWT' }, 'nested'],
  [{ alg: 'HS256', cty: 'application/at+jwt' }, 'nested'],
  [{ alg: 'HS256', cty: 'json' }, 'secret'],
])('%j is %s', (header, kind) => {
  expect(tokenKind({ header })).toBe(kind);
});
