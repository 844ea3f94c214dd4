import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { form, html } from '../../../support/bodies.js';
import { at, cookie, leadsTo, post } from '../../../support/box-site.js';
import { type ExchangeSpec, START } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

// What the end of a session by time looks like, and what only looks like it.

const HELD = cookie('box');
const sends = { cookie: HELD['set-cookie'].split(';', 1)[0]! };
const KNOWN = html('<p>Ada</p><a href="/out">Log out</a>');
const OPEN = html('<p>News</p><a href="/in">Log in</a>');
const ASKS = html('<form><input type=password name=pw></form>');
const DENIED = readBody('application/json', '{"code":401,"msg":"not logged in"}');
const LIST = readBody('application/json', '{"code":200,"data":[1]}');
const GONE = { 'set-cookie': 'box=; Path=/; Max-Age=0' };
const HOURS = 180;
const when = (minutes: number) => ({ at: START + minutes * 60_000 });
const go = (path: string, minutes: number, more: Partial<ExchangeSpec> = {}) =>
  at(path, { ...when(minutes), sends, ...more });
const call = (path: string, minutes: number, more: Partial<ExchangeSpec> = {}) =>
  go(path, minutes, { type: 'fetch', ...more });
type Steps = ReturnType<typeof at>[];

/** Somebody logs in, and sees a page and a list; what is told after that. */
const told = (...steps: Steps) =>
  momentsTold([
    at('/', { ...when(0), responseBody: OPEN }),
    at('/in', { ...when(0.2), responseBody: ASKS }),
    post('/in', { ...when(1), requestBody: form('u=a&pw=x'), gets: HELD, ...leadsTo('/desk') }),
    go('/desk', 2, { responseBody: KNOWN }),
    call('/list', 2.1, { responseBody: LIST }),
    ...steps,
  ]).slice(1);
/** What shows that nobody is known any more: the front page, and the form. */
const outside = (minutes: number): Steps => [
  at('/', { ...when(minutes + 0.1), responseBody: OPEN }),
  at('/in', { ...when(minutes + 0.2), responseBody: ASKS }),
];
const toFront = (gets: Record<string, string>) => ({ ...leadsTo('/'), gets });

describe('whoever is led to the front page', () => {
  it.each<[string, string, number, Record<string, string>]>([
    ['by a page of theirs, with another session', '/desk', HOURS, cookie('box')],
    ['by a page of theirs, with another session, at once', '/desk', 2.5, cookie('box')],
    ['by a page of theirs, without one', '/desk', HOURS, GONE],
    ['by any page after long, with another session', '/bills', HOURS, cookie('box')],
  ])('has lost the session: %s', (_how, path, minutes, gets) => {
    expect(told(go(path, minutes, toFront(gets)), ...outside(minutes))).toEqual([
      `session-lost ${path}`,
    ]);
  });

  it('has logged out by what nobody had asked for before', () => {
    expect(told(go('/bills', 3, toFront(cookie('box'))), ...outside(3))).toEqual(['logout /bills']);
  });

  it('has logged out by what was sent, after long as well', () => {
    const sent = post('/desk', { ...when(HOURS), sends, ...toFront(cookie('box')) });
    expect(told(sent, ...outside(HOURS))).toEqual(['logout /desk']);
  });

  it('is known still where a page greets', () => {
    const back = go('/desk', HOURS, toFront(cookie('box')));
    expect(told(back, at('/', { ...when(HOURS + 0.1), responseBody: KNOWN }))).toEqual([]);
  });
});

describe('a session with another id in each answer', () => {
  const next = [cookie('box'), cookie('box')] as const;
  const held = (n: 0 | 1) => ({ sends: { cookie: next[n]['set-cookie'].split(';', 1)[0]! } });
  const rolled = [
    go('/desk', 3, { gets: next[0], responseBody: KNOWN }),
    go('/mine', 4, { ...held(0), gets: next[1], responseBody: KNOWN }),
  ];

  it('is lost where its last is sent to the form', () => {
    expect(told(...rolled, go('/desk', HOURS, { ...held(1), ...leadsTo('/login') }))).toEqual([
      'session-lost /desk',
    ]);
  });

  it('may lack a right at once', () => {
    expect(told(...rolled, go('/admin', 4.2, { ...held(1), ...leadsTo('/login') }))).toEqual([]);
  });
});

describe('an answer that takes the session with it', () => {
  it.each<[string, Steps]>([
    ['leads from a page of theirs to the form', [go('/desk', 3, { ...leadsTo('/login') })]],
    ['leads to the form after long', [go('/bills', HOURS, { ...leadsTo('/login') })]],
    ['refuses what it gave', [call('/list', HOURS, { status: 401 })]],
  ])('tells that it was lost where it %s', (_how, steps) => {
    const [last] = steps;
    last!.response!.headers.push({ name: 'set-cookie', value: GONE['set-cookie'] });
    expect(told(...steps)).toEqual([expect.stringMatching(/^session-lost/)]);
  });

  it('tells nothing where somebody may have asked for that', () => {
    expect(told(go('/bills', 3, { ...leadsTo('/login'), gets: GONE }))).toEqual([]);
  });
});

describe('a page of theirs that leads to another', () => {
  it.each(['/session-expired', '/error/sessionTimeout.jsp', '/timed_out', '/sesion-caducada'])(
    'tells that the session was lost where that says so: %s',
    (to) => {
      expect(told(go('/desk', HOURS, leadsTo(to)))).toEqual(['session-lost /desk']);
    },
  );

  it.each(['/offers/expired', '/session', '/settings/session-timeouts', '/login-history'])(
    'tells nothing where that is about something else: %s',
    (to) => {
      expect(told(go('/desk', HOURS, leadsTo(to)))).toEqual([]);
    },
  );

  it('tells nothing where nobody was known', () => {
    expect(told(go('/bills', 3, leadsTo('/session-expired')))).toEqual([]);
  });
});

describe('an answer of 200', () => {
  it('tells that the session was lost where a list is refused that was given', () => {
    const again = call('/list', HOURS + 1, { responseBody: DENIED });
    expect(told(call('/list', HOURS, { responseBody: DENIED }), again)).toEqual([
      'session-lost /list',
    ]);
  });

  it('tells that it was lost where a page that greeted has another session and greets no more', () => {
    expect(told(go('/desk', HOURS, { responseBody: OPEN, gets: cookie('box') }))).toEqual([
      'session-lost /desk',
    ]);
  });

  it.each<[string, () => Steps]>([
    ['refuses what was never given', () => [call('/users', HOURS, { responseBody: DENIED })]],
    [
      'refuses another call of the same address',
      () => [
        call('/call', 3, { method: 'POST', responseBody: LIST }),
        call('/call', 4, { method: 'POST', responseBody: DENIED }),
      ],
    ],
    ['greets no more, with the same session', () => [go('/desk', 3, { responseBody: OPEN })]],
    [
      'greets, with another session',
      () => [go('/desk', 3, { responseBody: KNOWN, gets: cookie('box') })],
    ],
  ])('tells nothing where it %s', (_how, steps) => {
    expect(told(...steps())).toEqual([]);
  });
});

describe('whoever was greeted just now', () => {
  it('may lack a right, long after the login, at what sends to it', () => {
    const visit = [go('/desk', 30, { responseBody: KNOWN }), go('/admin', 30.2, leadsTo('/login'))];
    expect(told(...visit)).toEqual([]);
  });

  it('has lost the session where the same page sends to the login', () => {
    const visit = [go('/desk', 30, { responseBody: KNOWN }), go('/desk', 30.2, leadsTo('/login'))];
    expect(told(...visit)).toEqual(['session-lost /desk']);
  });
});
