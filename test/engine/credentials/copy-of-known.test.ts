import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { json } from '../../support/bodies.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';

// An administrator looks at the site as somebody else, and has the own token put aside meanwhile.

const SITE = 'https://admin.test';
const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
const jwt = (sub: string) => jwtOf({ sub, exp: 1_800_000_000 });

function roleOf(name: string, [own, others]: [string, string], aside = own) {
  const sent = (token: string, cookie: string) => ({
    ...fetched,
    sends: { cookie, authorization: `Bearer ${token}` },
  });
  const analysis = new Analysis();
  for (const one of [
    { url: `${SITE}/login` },
    {
      url: `${SITE}/api/login`,
      method: 'POST',
      ...fetched,
      requestBody: json({ user: 'root', password: 'x' }),
      responseBody: json({ token: own }),
    },
    { url: `${SITE}/api/users`, ...sent(own, `token=${own}`) },
    {
      url: `${SITE}/api/users/42/impersonate`,
      method: 'POST',
      ...sent(own, `token=${own}`),
      responseBody: json({ token: others }),
    },
    { url: `${SITE}/api/me`, ...sent(others, `token=${others}; ${name}=${aside}`) },
    { url: `${SITE}/api/orders`, ...sent(others, `token=${others}; ${name}=${aside}`) },
  ])
    analysis.addExchange(exchange(one));
  return analysis.credentials().find((one) => one.name === name)?.role;
}

describe('what a script puts aside', () => {
  it.each(['adminToken', 'original_token', 'impersonator'])(
    'stands for the user still: a JWT in %s',
    (name) => expect(roleOf(name, [jwt('root'), jwt('42')])).toMatch(/^(?:session|access-token)$/),
  );

  it('is what it was with a scheme and encoded', () => {
    const own = jwt('root');
    const role = roleOf('adminToken', [own, jwt('42')], encodeURIComponent(`Bearer ${own}`));
    expect(role).toMatch(/^(?:session|access-token)$/);
  });
});

describe('a cookie that the login left alone', () => {
  it('is no copy where it has another value', () => {
    expect(roleOf('helperToken', [jwt('root'), jwt('42')], jwt('widget'))).toBe('other');
  });

  it('is none by a short value', () => {
    expect(roleOf('who', [jwt('root'), jwt('42')], 'root')).toBe('other');
  });
});
