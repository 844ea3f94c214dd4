import { describe, expect, it } from 'vitest';
import { form, html } from '../../../support/bodies.js';
import { at, cookie, leadsTo, post } from '../../../support/box-site.js';
import { START } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

// A session that is over, and an answer without a status for it.

const HELD = cookie('box');
const sends = { cookie: HELD['set-cookie'].split(';', 1)[0]! };
const KNOWN = html('<p>Ada</p><a href="/logout">Log out</a>');
const inputs = (...names: string[]) =>
  html(`<form>${names.map((name) => `<input type=password name=${name}>`).join('')}</form>`);
const ASKS = inputs('pw');
const MINUTES = 60_000;
const when = (minutes: number) => ({ at: START + minutes * MINUTES });

/** Somebody logs in, sees a page, and after a while comes again. */
const told = (steps: ReturnType<typeof at>[]) =>
  momentsTold([
    at('/', { ...when(0), responseBody: ASKS }),
    post('/in', { ...when(1), requestBody: form('u=a&pw=x'), gets: HELD, ...leadsTo('/list') }),
    at('/list', { ...when(2), sends, responseBody: KNOWN }),
    ...steps,
  ]);
const LOST = ['login /in', 'session-lost /list'];
const KEPT = ['login /in'];
const sentTo = (path: string, minutes: number, more = {}) =>
  at('/list', { ...when(minutes), sends, ...leadsTo(path), ...more });
const front = (minutes: number, responseBody = ASKS) =>
  at('/', { at: START + minutes * MINUTES + 500, sends, responseBody });

describe('a page that leads to the form of whoever logs in', () => {
  it.each([3, 300])('tells that the session is lost, after %i minutes', (minutes) => {
    expect(told([sentTo('/', minutes), front(minutes)])).toEqual(LOST);
    const other = { gets: cookie('box') };
    expect(told([sentTo('/', minutes, other), front(minutes)])).toEqual(LOST);
  });

  it('tells it once', () => {
    expect(told([sentTo('/', 300), front(300), sentTo('/', 301), front(301)])).toEqual(LOST);
  });

  it.each<[string, () => ReturnType<typeof at>[]]>([
    ['greets', () => [sentTo('/', 300), front(300, KNOWN)]],
    ['is for everybody', () => [sentTo('/', 300), front(300, html('<p>News</p>'))]],
    ['asks for another password', () => [sentTo('/', 300), front(300, inputs('old', 'new'))]],
    ['comes much later', () => [sentTo('/', 300), front(301)]],
    [
      'comes after a page that was never shown',
      () => [at('/gone', { ...when(300), sends, ...leadsTo('/') }), front(300)],
    ],
    [
      'comes after what was sent',
      () => [post('/list', { ...when(300), sends, ...leadsTo('/') }), front(300)],
    ],
  ])('says nothing of it where the page behind %s', (_, steps) => {
    expect(told(steps())).toEqual(KEPT);
  });
});

describe('the form of whoever logs in, in the place of a page', () => {
  const shown = (path: string, responseBody = ASKS, gets = {}) =>
    at(path, { ...when(300), sends, responseBody, gets });

  it('tells that the session is lost', () => {
    expect(told([shown('/list')])).toEqual(LOST);
  });

  it('tells it of a page that was not seen, where another session is given', () => {
    expect(told([shown('/new', ASKS, cookie('box'))])).toEqual(['login /in', 'session-lost /new']);
    expect(told([shown('/new')])).toEqual(KEPT);
  });

  it('is another one where the password is confirmed, or changed', () => {
    expect(told([shown('/list', inputs('confirmed'))])).toEqual(KEPT);
    expect(told([shown('/new', inputs('old', 'new'), cookie('box'))])).toEqual(KEPT);
    const beside = html('<a href="/logout">Log out</a><input type=password name=pw>');
    expect(told([shown('/list', beside)])).toEqual(KEPT);
  });

  it('says nothing where nobody had logged in', () => {
    const page = (minutes: number, responseBody = KNOWN) =>
      at('/list', { ...when(minutes), sends, responseBody });
    expect(
      momentsTold([at('/', { ...when(0), responseBody: ASKS }), page(1), page(2, ASKS)]),
    ).toEqual([]);
  });
});
