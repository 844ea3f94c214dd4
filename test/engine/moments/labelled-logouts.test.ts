import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// Logouts that go by what a page calls them, what it says, or what becomes of their user; servers
// give whoever left another id.

const SITE = 'https://box.test';
const random = new Seeded('labelled logouts');
const hex = () => random.bytes(16).toString('hex');
const form = (fields: string) => readBody('application/x-www-form-urlencoded', fields);
const html = (page: string) => readBody('text/html', `<!doctype html>${page}`);
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const [user, nobody] = [hex(), hex()];
const sends = (value: string) => ({ sends: { cookie: `sitz=${value}` } });
const gets = (value: string) => ({ gets: { 'set-cookie': `sitz=${value}; Path=/; HttpOnly` } });
const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...sends(user), ...more });
const asks = (path = '/rein', text = '') =>
  at(path, { responseBody: html(`${text}<input name=n><input type=password name=k>`) });
const login = () =>
  at('/rein', {
    method: 'POST',
    requestBody: form('n=ada&k=x&password=x'),
    sends: {},
    ...gets(user),
    ...leadsTo('/start'),
  });
const page = (text: string) => at('/start', { responseBody: html(text) });
const IN = 'login /rein';

describe('a logout', () => {
  it.each<[string, string, string, Partial<ExchangeSpec>]>([
    ['a link', '<a href=/tor/zu>Abmelden</a>', '/tor/zu', leadsTo('/rein')],
    ['a link with another id', '<a href="/?x=1">Log out</a>', '/?x=1', gets(nobody)],
    [
      'a button',
      '<form method=post action=/kaiin/taishitsu><button>ログアウト</button></form>',
      '/kaiin/taishitsu',
      { method: 'POST', ...leadsTo('/'), ...gets(nobody) },
    ],
    [
      'a form of the address that is for logging in',
      '<form method=post action=/rein><input type=hidden name=_method value=delete>' +
        '<button>Tschüss</button></form>',
      '/rein',
      { method: 'POST', requestBody: form('_method=delete'), ...leadsTo('/'), ...gets(nobody) },
    ],
    ['a word', '', '/raus', { method: 'POST', requestBody: form('_method=delete') }],
    [
      'its answer',
      '',
      '/api/zu',
      { method: 'POST', type: 'fetch', responseBody: json({ message: 'You are logged out' }) },
    ],
  ])('is told by %s', (_, text, path, more) =>
    expect(momentsTold([login(), page(text), at(path, more)])).toEqual([IN, `logout ${path}`]),
  );

  it('is told by the page behind it, and is no loss then', () => {
    const left = { method: 'POST', ...leadsTo('/rein?ende=1'), ...gets(nobody) };
    const visit = [asks(), login(), page('Ada'), at('/akte'), at('/akte', left)];
    const told = asks('/rein?ende=1', 'Sie wurden abgemeldet.');
    expect(momentsTold([...visit, told])).toEqual([IN, 'logout /akte']);
  });

  it.each(['/abmelden', '/logout', '/zu'])(
    'is told once by its address or label, and by the page behind it: %s',
    (path) => {
      const took = { gets: { 'set-cookie': 'sitz=; Path=/; Max-Age=0' }, ...leadsTo('/tschuess') };
      const visit = [asks(), login(), page(`<a href=${path}>Abmelden</a>`), at(path, took)];
      const told = at('/tschuess', { sends: {}, responseBody: html('Sie wurden abgemeldet.') });
      expect(momentsTold([...visit, told])).toEqual([IN, `logout ${path}`]);
      const again = [login(), at('/start'), at(path, took), told];
      expect(momentsTold([...visit, told, ...again])).toHaveLength(4);
    },
  );

  it('is told by what comes after it, where it gave another id and led to the front page', () => {
    const visit = [
      asks(),
      login(),
      page('Ada'),
      at('/raum/verlassen', { ...leadsTo('/'), ...gets(nobody) }),
      at('/', sends(nobody)),
      at('/start', { ...sends(nobody), ...leadsTo('/rein') }),
    ];
    expect(momentsTold(visit)).toEqual([IN, 'logout /raum/verlassen']);
  });

  it.each(['/api/exit', '/api/session/close', '/api/auth/destroy', '/api/salir'])(
    'of a token is told by the page that comes back without it: %s',
    (path) => {
      const token = { sends: { authorization: `Bearer ${hex()}${hex()}` }, type: 'fetch' } as const;
      const visit = [
        at('/api/login', {
          method: 'POST',
          type: 'fetch',
          sends: {},
          requestBody: json({ user: 'a', password: 'x' }),
          responseBody: json({ token: token.sends.authorization.slice(7) }),
        }),
        at('/api/ware', token),
        at(path, { ...token, method: 'POST' }),
        at('/', { sends: {} }),
        at('/api/ware', { type: 'fetch', sends: {}, status: 401 }),
      ];
      expect(momentsTold(visit)).toEqual(['login /api/login', `logout ${path}`]);
    },
  );
});

describe('no logout', () => {
  it.each<[string, string, Partial<ExchangeSpec>]>([
    ['is a link that was not labelled so', '<a href=/x>Weiter</a>', leadsTo('/start')],
    ['is a page that asks once more', '<a href=/x>Abmelden</a>', { responseBody: html('Sure?') }],
    ['is what was refused', '<a href=/x>Abmelden</a>', { status: 403 }],
  ])('%s', (_, text, more) =>
    expect(momentsTold([login(), page(text), at('/x', more), page('Ada')])).toEqual([IN]),
  );

  it('is the link of a newsletter for whoever is not known', () => {
    const visit = [page('<a href=/brief/aus>Abmelden</a>'), at('/brief/aus', leadsTo('/danke'))];
    expect(momentsTold(visit)).toEqual([]);
  });

  it('is what was saved, with another id, by somebody who is known after it', () => {
    const visit = [
      login(),
      page('Ada'),
      at('/b', { method: 'POST', ...leadsTo('/start'), ...gets(nobody) }),
      at('/start', sends(nobody)),
      at('/liste', { ...sends(nobody), status: 401 }),
    ];
    expect(momentsTold(visit)).not.toContain('logout /b');
  });
});
