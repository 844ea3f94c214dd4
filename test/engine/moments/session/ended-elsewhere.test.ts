import { describe, expect, it } from 'vitest';
import { form, html } from '../../../support/bodies.js';
import { at, cookie, leadsTo, post } from '../../../support/box-site.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

// Somebody else, or a login in another place, ended the session.

const HELD = cookie('box');
const go = (path: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { sends: { cookie: HELD['set-cookie'].split(';', 1)[0]! }, ...more });
const KNOWN = html('<p>Ada</p><a href="/out">Log out</a>');
const KICKED = html('<p>You were signed out because you signed in on another device.</p>');
const LOGIN = [
  at('/in', { responseBody: html('<form><input type=password name=pw></form>') }),
  post('/in', { requestBody: form('u=a&pw=x'), gets: HELD, ...leadsTo('/desk') }),
];
const desk = () => go('/desk', { responseBody: KNOWN });
const told = (...steps: ReturnType<typeof at>[]) => momentsTold([...LOGIN, ...steps]).slice(1);

describe('a session that was ended elsewhere', () => {
  it('is lost where a page says so that nobody had seen before', () => {
    const steps = [desk(), go('/mail', leadsTo('/notice?why=2')), go('/notice?why=2')];
    expect(told(...steps)).toEqual([]);
    const [seen, sent, notice] = steps;
    const said = { ...notice!, response: { ...notice!.response!, body: KICKED } };
    expect(told(seen!, sent!, said)).toEqual(['session-lost /notice?why=2']);
  });

  it.each(['/kicked', '/kicked-out', '/session_kicked.jsp', '/concurrent-session'])(
    'is lost where a page that was known leads to %s',
    (path) => {
      expect(told(desk(), go('/desk', leadsTo(path)))).toEqual(['session-lost /desk']);
    },
  );

  it('is none of somebody who may log out, whatever the page speaks of', () => {
    const both = html('<p>You were signed out on another device.</p><a href="/out">Log out</a>');
    expect(told(desk(), go('/devices', { responseBody: both }))).toEqual([]);
  });

  it('is none where nobody had logged in', () => {
    expect(momentsTold([go('/notice', { responseBody: KICKED })])).toEqual([]);
  });
});
