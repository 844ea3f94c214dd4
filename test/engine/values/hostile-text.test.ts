import { describe, expect, it, vi } from 'vitest';
import { tokensIn } from '../../../src/engine/places/candidate.js';
import { candidatesInHeaders } from '../../../src/engine/places/in-headers.js';
import { findJwts } from '../../../src/engine/values/tokens/jwt.js';
import { b64u } from '../../support/base64.js';
import { OF_TOKENS } from '../../support/hostile-inputs.js';
import { jwtOf } from '../../support/jose.js';
import { TOKEN_READERS } from '../../support/token-readers.js';

// How their cost grows is measured by `npm run bench:linear`; here, that they come to an end.
vi.setConfig({ testTimeout: 120_000 });

const token = jwtOf({ sub: 'last' });

describe('a large text made to be slow to read', () => {
  it.each(Object.keys(TOKEN_READERS))('is read to its end: %s', (name) => {
    for (const inputOf of Object.values(OF_TOKENS))
      expect(() => TOKEN_READERS[name]!(inputOf(50_000))).not.toThrow();
  });

  it.each(Object.entries(OF_TOKENS))('hides no token at its end: %s', (_, inputOf) => {
    const text = `${inputOf(100_000)} ${token}`;
    expect(findJwts(text)).toContain(token);
    expect(JSON.stringify(tokensIn(text))).toContain(token);
  });

  it.each(['a.b.c ', 'a', `${b64u('{"alg":"HS256"}')}. `, '<script src="/main.1.js"></script>'])(
    'holds no token where there is none: %s',
    (filler) => {
      expect(findJwts(`${filler.repeat(200_000 / filler.length)} ${token}`)).toEqual([token]);
    },
  );
});

it('survives a header with 20,000 tokens, and a URL with as many parameters', () => {
  const many = (make: (i: number) => string) =>
    Array.from({ length: 20_000 }, (_, i) => make(i)).join('&');
  const tokens = many((i) => `${b64u('{"alg":"HS256"}')}.${b64u(`{"i":${i}}`)}.AAAA`);
  expect(candidatesInHeaders([{ name: 'x-tokens', value: tokens }], 'sent').length).toBeGreaterThan(
    100,
  );
  const url = `/cb?${many((i) => `sid=f3a9c1b27d5e48609a1b${i}`)}`;
  expect(candidatesInHeaders([{ name: 'location', value: url }], 'received')).toHaveLength(20_000);
});
