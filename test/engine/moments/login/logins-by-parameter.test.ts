import { describe, expect, it } from 'vitest';
import { json, plain, xml } from '../../../support/bodies.js';
import { ASKS, at, cookie, SITE } from '../../../support/box-site.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

// One address for everything: what is done there a parameter names, and a script asks for it.

const GIVEN = cookie('SID');
const sends = { cookie: GIVEN['set-cookie'].split(';', 1)[0]! };
const asked = (path: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { type: 'fetch', ...more });
const told = (...steps: ReturnType<typeof at>[]) =>
  momentsTold([at('/'), ...steps]).map((one) => one.replace(/&.*$/, ''));

describe('a script that asks for a login by a parameter', () => {
  it('logs in and out at Domoticz', () => {
    const check = '/json.htm?type=command&param=logincheck&username=YWRhCg%3D%3D&password=***';
    const out = '/json.htm?type=command&param=dologout';
    const login = (status: string) =>
      asked(check, { gets: GIVEN, responseBody: json({ status, title: 'logincheck' }) });
    const rest = () => [asked('/json.htm?type=devices', { sends }), asked(out, { sends })];
    expect(momentsTold([at('/'), login('OK'), ...rest()])).toEqual([
      `login ${check}`,
      `logout ${out}`,
    ]);
    expect(momentsTold([at('/'), login('ERR')])).toEqual([]);
  });

  const id = { 'set-cookie': 'mansession_id="1a2b3c4d"; Version=1; Max-Age=60' };
  const held = { sends: { cookie: 'mansession_id="1a2b3c4d"' } };
  const raw = (word: string, text: string) => plain(`Response: ${word}\r\nMessage: ${text}\r\n`);
  const inXml = (word: string, text: string) =>
    xml(
      '<ajax-response>\n<response type="object" id="unknown">' +
        `<generic response="${word}" message="${text}" /></response>\n</ajax-response>`,
    );

  it.each([
    ['/rawman', raw],
    ['/mxml', inXml],
  ] as const)('logs in and out at Asterisk’s manager (%s)', (path, answer) => {
    const login = (word: string, text: string) =>
      asked(`${path}?action=login&username=ada&secret=xyzzy`, {
        gets: id,
        responseBody: answer(word, text),
      });
    const out = { ...held, responseBody: answer('Goodbye', 'Thanks for all the fish.') };
    const rest = () => [asked(`${path}?action=status`, held), asked(`${path}?action=logoff`, out)];
    expect(told(login('Success', 'Authentication accepted'), ...rest())).toEqual([
      `login ${path}?action=login`,
      `logout ${path}?action=logoff`,
    ]);
    expect(told(login('Error', 'Authentication failed'))).toEqual([]);
  });

  it.each(['param', 'action', 'cmd', 'do', 'method', 'op', 'request', 'call', 'rpc'])(
    'is told by %s',
    (name) => {
      const login = asked(`/api.cgi?${name}=login&user=a&password=***`, { gets: GIVEN });
      const out = asked(`/api.cgi?${name}=logout`, { sends });
      expect(told(login, out)).toEqual([
        `login /api.cgi?${name}=login`,
        `logout /api.cgi?${name}=logout`,
      ]);
    },
  );
});

describe('no login is', () => {
  it.each<[string, () => ReturnType<typeof at>]>([
    ['one without a password', () => asked('/api.cgi?param=login&user=a', { gets: GIVEN })],
    ['a secret without a name', () => asked('/api.cgi?action=login&secret=x', { gets: GIVEN })],
    ['a secret for something else', () => asked('/api.cgi?action=add&user=a&secret=x')],
    ['what is asked of logins', () => asked('/api.cgi?param=getlogins', { gets: GIVEN })],
    ['a page that asks', () => at('/?param=login', { gets: GIVEN, responseBody: ASKS })],
    [
      'what a service counts',
      () => asked('/collect?event=login&type=login', { topUrl: `${SITE}/`, gets: GIVEN }),
    ],
  ])('%s', (_, step) => {
    expect(told(step())).toEqual([]);
  });
});
