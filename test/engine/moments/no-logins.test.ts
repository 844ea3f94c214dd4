import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// What only looks like a login: nothing comes of it, and only a word or a field's name speaks for
// it.

const SITE = 'https://box.test';
const random = new Seeded('no logins');
const hex = () => random.bytes(16).toString('hex');
const form = (fields: string) => readBody('application/x-www-form-urlencoded', fields);
const html = (page: string) => readBody('text/html', `<!doctype html>${page}`);
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const held = hex();
const HELD = { sends: { cookie: `box=${held}` } };
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...HELD, ...more });
const first = (page = '') =>
  at('/', { sends: {}, gets: { 'set-cookie': `box=${held}; Path=/` }, responseBody: html(page) });
const post = (path: string, fields: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { method: 'POST', requestBody: form(fields), ...leadsTo('/thanks'), ...more });
const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });
const gives = () => ({ gets: { 'set-cookie': `box=${hex()}; Path=/; HttpOnly` } });

describe('a word that means to sign up as well', () => {
  it.each([
    ['/rundbrief/anmelden', 'email=a%40b.test'],
    ['/anmeldung', 'kind=Mia&email=a%40b.test'],
    ['/seminar/4/anmelden', 'name=Ina&email=a%40b.test'],
    ['/cursus/aanmelden', 'naam=Ina'],
    ['/seminar/prijava', 'ime=Ina'],
    ['/kurz/prihlaseni', 'jmeno=Ina'],
    ['/anmeldung.php', 'a=1'],
  ])('logs nobody in where nothing was given: %s', (path, fields) =>
    expect(momentsTold([first(), post(path, fields)])).toEqual([]),
  );

  it.each([
    ['/anmelden', 'user=ada&passwort=x', {}],
    ['/anmelden', 'user=ada&kw=x', gives()],
    ['/login', 'user=ada', {}],
  ])('does with a password, or a session: %s %s', (path, fields, more) =>
    expect(momentsTold([first(), post(path, fields, more)])).toEqual([`login ${path}`]),
  );
});

describe('a PIN, the password of a thing, or a field that was left empty', () => {
  it.each([
    ['/gewinnspiel', 'name=a&pin=4711'],
    ['/coupon/redeem', 'code=ABC&pin=1234'],
    ['/karte', 'nummer=6006&karten_pin=1234'],
    ['/contact', 'name=a&message=x&password='],
    ['/kontakt', 'text=x&passwort='],
    ['/contacto', 'texto=x&contrase%C3%B1a='],
    ['/tools/unlock', 'file_password=abc12345'],
    ['/setup/net', 'ssid=x&wifiPassword=hallo1234'],
    ['/mail/servers', 'host=a.test&smtp%5Bpassword%5D=geheim1'],
  ])('logs nobody in where nothing was given: %s', (path, fields) =>
    expect(momentsTold([first(), post(path, fields)])).toEqual([]),
  );

  it.each<[string, string, Partial<ExchangeSpec>]>([
    ['/login', 'user=ada&password=', {}],
    ['/konto', 'ausweis=1&pin=1234', gives()],
    ['/login', 'pdf_password=abc12345', {}],
    ['/portal', 'wifi_password=abc12345', gives()],
    [
      '/konto',
      'ausweis=1&pin=1234',
      {
        status: 200,
        redirectUrl: undefined,
        sends: { cookie: `box=${held}`, referer: `${SITE}/` },
        responseBody: html('Guten Tag <a href="?x=1">Abmelden</a>'),
      },
    ],
  ])('does at a place for it, with a session, or with a way out: %s', (path, fields, more) => {
    const asks = first('<form><input name=ausweis><input type=password name=pin></form>');
    expect(momentsTold([asks, post(path, fields, more)])).toEqual([`login ${path}`]);
  });

  it('does where the page has a token then', () => {
    const call = (path: string, more: Partial<ExchangeSpec>) =>
      at(path, { type: 'fetch', ...more });
    const sent = { requestBody: json({ konto: '9', pin: '12345' }), method: 'POST' };
    const bearer = { ...HELD.sends, authorization: `Bearer ${hex()}` };
    expect(
      momentsTold([
        first(),
        call('/b/oeffnen', { ...sent, responseBody: json({ pass: hex() }) }),
        call('/b/depot', { sends: bearer }),
      ]),
    ).toEqual(['login /b/oeffnen']);
  });
});

describe('a password that is not for logging in now', () => {
  it('makes an account that waits for a letter', () => {
    const sent = 'name=ina&mail=i%40b.test&kennwort=abcdefgh';
    const page = html('Fast fertig: Bitte öffnen Sie den Link in unserer Mail.');
    const visit = [first(), post('/dabei', sent, leadsTo('/dabei/post'))];
    expect(momentsTold([...visit, at('/dabei/post', { responseBody: page })])).toEqual([]);
  });

  it('is new under names that the page alone calls passwords', () => {
    const asks = first('<input type=password name=w1><input type=password name=w2>');
    const sent = 'name=ina&w1=abcdefgh&w2=abcdefgh';
    expect(momentsTold([asks, post('/dabei', sent)])).toEqual([]);
  });

  it.each(['/reset', '/users/password', '/register'])(
    'is another one, with which to log in: %s',
    (path) => {
      const sent = post(path, 'token=x&password=y', { ...leadsTo('/users/sign_in'), ...gives() });
      expect(momentsTold([first(), sent])).toEqual([]);
    },
  );

  it('is refused in a language of the service’s own', () => {
    const sent = {
      method: 'POST',
      type: 'fetch',
      requestBody: json({ mail: 'a@b.test', passwort: 'x' }),
    } as const;
    const answer = { responseBody: json({ erfolg: false, vorgang: hex() }) };
    expect(momentsTold([first(), at('/d/rein', { ...sent, ...answer })])).toEqual([]);
  });

  it('is a setting of whoever came along, and is shown again', () => {
    const page = at('/wlan', { responseBody: html('<input type=password name=schluessel>') });
    const save = (path: string, fields: string) => post(path, fields, leadsTo(path));
    const visit = [page, save('/wlan', 'ssid=x&schluessel=geheim123'), save('/mail', 'passwort=p')];
    expect(momentsTold(visit)).toEqual([]);
  });
});

describe('a form that leads to where it is said to have failed', () => {
  it.each(['/?error=1', '/?login=failed', '/start?auth_error=bad+password', '/?failed'])(
    'logs nobody in: %s',
    (path) =>
      expect(momentsTold([first(), post('/login', 'user=ada&password=x', leadsTo(path))])).toEqual(
        [],
      ),
  );

  it.each(['/?error=0', '/?error=', '/?tab=errors', '/?filter=failed-jobs', '/?q=invalid+xml'])(
    'does where it says nothing of the kind: %s',
    (path) =>
      expect(momentsTold([first(), post('/login', 'user=ada&password=x', leadsTo(path))])).toEqual([
        'login /login',
      ]),
  );

  it('logs nobody in who brought nothing and was given nothing', () => {
    const sent = { method: 'POST', type: 'fetch', requestBody: json({ password: 'abc' }) } as const;
    const bare = { sends: {}, status: 204 };
    expect(momentsTold([at('/', { sends: {} }), at('/open', { ...sent, ...bare })])).toEqual([]);
  });
});

describe('what stands before a site, and renews its own cookie with the answer', () => {
  const answered = (name: string) =>
    post('/rundbrief/anmelden', 'email=a%40b.test', {
      ...leadsTo('/thanks'),
      gets: { 'set-cookie': `${name}=${random.base62(43)}; Path=/; HttpOnly` },
    });

  it.each(['__cf_bm', '_abck', 'AWSALB', 'datadome', 'NSC_www.box', 'KP_UIDz-ssn', 'reese84'])(
    'logs nobody in: %s',
    (name) => expect(momentsTold([first(), answered(name)])).toEqual([]),
  );

  it.each(['sid', 'DSID', 'device_session'])(
    'may where no service has the name alone: %s',
    (name) => expect(momentsTold([first(), answered(name)])).toEqual(['login /rundbrief/anmelden']),
  );
});
