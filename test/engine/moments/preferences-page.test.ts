import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// One script for everything, whose page of a user has fields for another password.

const URL_OF_ALL = 'https://wiki.test/wiki.cgi';
const sid = new Seeded('preferences').bytes(16).toString('hex');
const FORM = 'application/x-www-form-urlencoded';
const FIELDS = '<input type=password name=password><input type=password name=confirm_password>';
const page = (html: string) => readBody('text/html', `<!doctype html>${html}`);

const post = (text: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({
    url: URL_OF_ALL,
    topUrl: URL_OF_ALL,
    method: 'POST',
    sends: { cookie: `wiki=${sid}` },
    requestBody: readBody(FORM, text),
    gets: { 'set-cookie': `wiki=${sid}; Path=/` },
    ...more,
  });
const first = () =>
  exchange({ url: URL_OF_ALL, topUrl: URL_OF_ALL, gets: { 'set-cookie': `wiki=${sid}; Path=/` } });
const login = (html: string) =>
  post('do=signin&name=ada&password=x&_submit=Login', { responseBody: page(html) });

describe('a login that is answered with a page for changing the password', () => {
  it.each([
    '<input type=submit name=_submit value=Logout>',
    '<a href="?do=logout">x</a>',
    '<button>Abmelden</button>',
  ])('is one where that page offers to log out: %s', (out) =>
    expect(momentsTold([first(), login(FIELDS + out)])).toEqual(['login /wiki.cgi']),
  );

  it('is none where it does not', () => expect(momentsTold([first(), login(FIELDS)])).toEqual([]));

  it('is followed by none when the form is sent as it was', () => {
    const out = '<button name=_submit value=Logout>Logout</button>';
    const visit = [first(), login(FIELDS + out)];
    const saved = post('do=prefs&password=&confirm_password=&_submit=Save+Preferences', {
      responseBody: page(FIELDS + out),
    });
    expect(momentsTold([...visit, saved])).toEqual(['login /wiki.cgi']);
  });

  it.each(['_submit=Logout', 'submit_form=Log+out', 'btn=D%C3%A9connexion'])(
    'ends with the button that says so: %s',
    (pressed) => {
      const visit = [first(), login(`${FIELDS}<a href="/logout">x</a>`)];
      const left = post(`do=prefs&${pressed}`, {
        status: 302,
        redirectUrl: 'https://wiki.test/',
        gets: {},
      });
      expect(momentsTold([...visit, left])).toEqual([
        'login /wiki.cgi',
        expect.stringContaining('logout'),
      ]);
    },
  );

  it.each([
    ['<a href="?do=logout">x</a>', false],
    ['', true],
  ])('shows it later as well, and nobody is thrown out: %s', (out, isLost) => {
    const again = (html: string, id: string) =>
      exchange({
        url: `${URL_OF_ALL}?do=prefs`,
        topUrl: URL_OF_ALL,
        sends: { cookie: `wiki=${sid}` },
        gets: { 'set-cookie': `wiki=${id}; Path=/` },
        responseBody: page(html),
      });
    const next = sid.replaceAll(/./g, (sign) => (Number.parseInt(sign, 16) ^ 9).toString(16));
    const visit = [
      first(),
      login('<h1>Hello</h1>'),
      again('<h1>Ada</h1>', sid),
      again(FIELDS + out, next),
    ];
    expect(momentsTold(visit).some((one) => /session-lost|logout/.test(one))).toBe(isLost);
  });
});
