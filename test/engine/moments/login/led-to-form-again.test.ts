import { describe, expect, it } from 'vitest';
import { form, html } from '../../../support/bodies.js';
import { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

// A server that answers a wrong password with a script, or a refresh, that leads to the form again.

const SITE = 'https://switch.test';
const random = new Seeded('led to the form again');
const FORM =
  '<form method=post action="/login.cgi"><input name=user><input type=password name=psw>';
const page = (path: string, markup: string, referer?: string) =>
  exchange({
    url: SITE + path,
    type: 'document',
    ...(referer !== undefined && { sends: { referer: SITE + referer } }),
    responseBody: html(markup),
  });
const login = (answer: string) =>
  exchange({
    url: `${SITE}/login.cgi`,
    method: 'POST',
    type: 'document',
    sends: { referer: `${SITE}/` },
    requestBody: form('user=ada&psw=secret'),
    responseBody: html(answer),
    gets: { 'set-cookie': `SID=${random.bytes(16).toString('hex')}; Path=/; HttpOnly` },
  });
const logins = (...visit: ReturnType<typeof exchange>[]) =>
  momentsTold(visit).filter((one) => one.startsWith('login'));

describe('a login whose answer leads to the form again', () => {
  it.each([
    '<script>window.open("login.html?flag=0","_self")</script>',
    '<META HTTP-EQUIV=REFRESH CONTENT="0;URL=/">',
  ])('was none: %s', (answer) => {
    expect(logins(page('/', FORM), login(answer), page('/', FORM, '/login.cgi'))).toEqual([]);
  });

  it('was one where the page that follows is another', () => {
    const visit = [page('/', FORM), login('<script>location="/home"</script>')];
    expect(logins(...visit, page('/home', '<h1>Ports</h1>', '/login.cgi'))).toHaveLength(1);
  });

  it('was one where the page has the form beside a way out', () => {
    const home = `${FORM}</form><a href="/logout">Log out</a>`;
    const visit = [page('/', FORM), login('<script>location="/home"</script>')];
    expect(logins(...visit, page('/home', home, '/login.cgi'))).toHaveLength(1);
  });

  it('was one where somebody comes to the form from elsewhere later', () => {
    const visit = [page('/', FORM), login('<script>location="/home"</script>')];
    expect(logins(...visit, page('/', FORM, '/home'))).toHaveLength(1);
  });

  it('was one where its redirect was not seen, and the form is there after the logout', () => {
    const posted = { ...login(''), redirectUrl: `${SITE}/` };
    const home = page('/home', '<a href="/logout">Log out</a>');
    expect(logins(page('/login', FORM), posted, home, page('/', FORM))).toHaveLength(1);
    expect(logins(page('/login', FORM), posted, page('/', FORM))).toEqual([]);
  });
});
