import { expect, it } from 'vitest';
import { tokenKind } from '../../../src/ui/jwt/token-kind.js';

it.each([
  [{ alg: 'HS256' }, 'secret'],
  [{ alg: 'RS256' }, 'key'],
  [{ alg: 'EdDSA', typ: 'at+jwt' }, 'key'],
  [{}, 'key'],
  [{ alg: 7 }, 'key'],
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
