import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://works.test';
const random = new Seeded('before application');
const secret = () => random.bytes(32).toString('base64url');
const HIDDEN = '; Path=/; HttpOnly; Secure';

type Lines = Record<string, string>;

/** Asks for one thing after another, and keeps what the answers set. */
class Browser {
  readonly exchanges: Exchange[] = [];
  readonly #jar = new Map<string, string>();

  go(path: string, { sets = {}, ...more }: Partial<ExchangeSpec> & { sets?: Lines } = {}): this {
    const cookie = [...this.#jar].map((pair) => pair.join('=')).join('; ');
    const lines = Object.entries(sets).map(([name, value]) => `${name}=${value}${HIDDEN}`);
    const { sends, gets, ...others } = more;
    this.exchanges.push(
      exchange({
        url: SITE + path,
        topUrl: `${SITE}/`,
        sends: { ...(cookie === '' ? {} : { cookie }), ...sends },
        gets: { 'set-cookie': lines, ...gets },
        ...others,
      }),
    );
    for (const [name, value] of Object.entries(sets)) this.#jar.set(name, value);
    return this;
  }

  file(path: string, mime: string, sets: Lines): this {
    return this.go(path, { type: 'other', gets: { 'content-type': mime }, sets });
  }

  login(more: Partial<ExchangeSpec> & { sets?: Lines }): this {
    const requestBody = readBody('application/json', '{"user":"ada","password":"a"}');
    return this.go('/api/login', { type: 'fetch', method: 'POST', requestBody, ...more });
  }

  roles(): Record<string, string> {
    const analysis = new Analysis();
    for (const one of this.exchanges) analysis.addExchange(one);
    return Object.fromEntries(analysis.credentials().map(({ name, role }) => [name, role]));
  }
}

const guard = (): Lines => ({ guard: secret() });
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));

describe('a cookie that comes anew with mere files', () => {
  it.each(['text/css', 'application/javascript', 'text/javascript', 'image/png', 'font/woff2'])(
    'is no session beside the one that the login changed: %s',
    (mime) => {
      const seen = new Browser()
        .go('/', { sets: { ...guard(), own: secret() } })
        .file('/static/app', mime, guard())
        .go('/enter', { sets: guard() })
        .login({ sets: { ...guard(), own: secret() } })
        .go('/home', { sets: guard() });
      expect(seen.roles()).toMatchObject({ guard: 'other', own: 'session' });
    },
  );

  it('is none beside a token that the login gave', () => {
    const access_token = secret();
    const seen = new Browser()
      .go('/', { sets: guard() })
      .file('/app.css', 'text/css', guard())
      .login({ sets: guard(), responseBody: json({ access_token }) })
      .go('/api/me', {
        type: 'fetch',
        sends: { authorization: `Bearer ${access_token}` },
        sets: guard(),
      });
    expect(seen.roles()).toMatchObject({ guard: 'other', authorization: 'access-token' });
  });

  it('is none beside the one that a login left as it was', () => {
    const seen = new Browser()
      .go('/', { sets: { ...guard(), own: secret() } })
      .file('/app.css', 'text/css', guard())
      .login({ sets: guard(), responseBody: json({ ok: true }) })
      .go('/home', { sets: guard() });
    expect(seen.roles()).toMatchObject({ own: 'session' });
  });

  it.each<[string, Browser]>([
    [
      'pages alone change it',
      new Browser()
        .go('/', { sets: { zx: secret() } })
        .go('/enter', { sets: { zx: secret() } })
        .login({ sets: { zx: secret(), other: secret() } })
        .go('/home', { sets: { zx: secret() } }),
    ],
    [
      'a file gave it first',
      new Browser()
        .file('/app.css', 'text/css', { zx: secret() })
        .go('/enter')
        .login({ sets: { zx: secret(), other: secret() } })
        .go('/home', { sets: { zx: secret() } }),
    ],
    [
      'a file changed it once, as one that had ended',
      new Browser()
        .go('/', { sets: { zx: secret() } })
        .file('/app.css', 'text/css', { zx: secret() })
        .login({ sets: { zx: secret(), other: secret() } })
        .go('/home'),
    ],
    [
      'the login gave nothing else',
      new Browser()
        .go('/', { sets: { zx: secret() } })
        .file('/app.css', 'text/css', { zx: secret() })
        .go('/enter', { sets: { zx: secret() } })
        .login({ sets: { zx: secret() } })
        .go('/home', { sets: { zx: secret() } }),
    ],
  ])('is a session where %s', (_, seen) => {
    expect(seen.roles()).toMatchObject({ zx: 'session' });
  });
});
