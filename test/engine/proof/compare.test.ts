import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Short,
  json,
  USER,
  redirect,
  comparison,
  seen,
} from '../../support/compared-answers.js';

const html = (body: string, status = 200): Short => ({
  status,
  contentType: 'text/html; charset=utf-8',
  text: `<!doctype html><html><head><title>Shop</title></head><body>${body}</body></html>`,
});

const LOGIN_FORM =
  '<h1>Sign in</h1><form action="/login" method="post"><input name="username">' +
  '<input type="password" name="password"></form>';

const ACCOUNT = '<nav><a href="/logout">Log out</a></nav><h1>Your account</h1><p>Hello alice</p>';

/** What frameworks answer to whom they know, and to whom they do not. */
const FRAMEWORKS: [what: string, user: Short, stranger: Short][] = [
  ['Express with Passport: 401 and a word', json(USER), { status: 401, text: 'Unauthorized' }],
  ['Django: to the login page', html(ACCOUNT), redirect('/accounts/login/?next=/account')],
  ['Rails with Devise, a page', html(ACCOUNT), redirect('https://shop.test/users/sign_in')],
  [
    'Rails with Devise, data',
    json(USER),
    json({ error: 'You need to sign in or sign up before continuing.' }, 401),
  ],
  ['Laravel, a page', html(ACCOUNT), redirect('https://shop.test/login')],
  ['Laravel, data', json(USER), json({ message: 'Unauthenticated.' }, 401)],
  ['Laravel, a session that has run out', html(ACCOUNT), html('<h1>Page Expired</h1>', 419)],
  ['Spring Security, a page', html(ACCOUNT), redirect('http://shop.test/login')],
  ['Spring Security, data', json(USER), { status: 403 }],
  ['Tomcat’s form login: its page in place', html(ACCOUNT), html(LOGIN_FORM)],
  ['ASP.NET Core', html(ACCOUNT), redirect('/Account/Login?ReturnUrl=%2Faccount')],
  ['Apache with Basic', html(ACCOUNT), { status: 401, wwwAuthenticate: 'Basic realm="x"' }],
  ['WordPress', html(ACCOUNT), redirect('https://shop.test/wp-login.php?redirect_to=x&reauth=1')],
  ['WordPress’ API', json(USER), json({ code: 'rest_not_logged_in', data: { status: 401 } }, 401)],
  ['Flask-Login', html(ACCOUNT), redirect('/login?next=%2Faccount')],
  ['PHP: to the front page', html(ACCOUNT), redirect('/index.php')],
  ['GitHub’s way: nothing is there', html(ACCOUNT), html('<h1>Not found</h1>', 404)],
  ['an API that hides what is there', json(USER), json({ error: 'not found' }, 404)],
  ['NextAuth’s session', json({ ...USER, expires: '2030-01-01T00:00:00.000Z' }), json({})],
  ['a user who is null', json(USER), json({ user: null })],
  ['a plain null', json(USER), { status: 200, contentType: 'application/json', text: 'null' }],
  ['an empty list', json([{ id: 1, title: 'Order' }]), json([])],
  ['a flag', json({ authenticated: true, cart: 3 }), json({ authenticated: false, cart: 3 })],
  ['a flag that is a number', json({ loggedIn: 1, cart: 3 }), json({ loggedIn: 0, cart: 3 })],
  [
    'GraphQL, which always answers 200',
    json({ data: { me: { name: 'alice' } } }),
    json({ data: { me: null }, errors: [{ message: 'Not authenticated' }] }),
  ],
  ['nothing to say', json(USER), { status: 204 }],
  [
    'a front page with a link to log in',
    html(`<a href="/cart">Cart</a><p>News of today</p>${ACCOUNT}`),
    html('<a href="/cart">Cart</a><p>News of today</p><a href="/signin">Welcome, come in</a>'),
  ],
  [
    'a front page in another language',
    html('<p>오늘의 소식</p><a href="/u/alice">앨리스</a><button>로그아웃</button>'),
    html('<p>오늘의 소식</p><button>로그인</button>'),
  ],
  [
    'a shell whose data stands in a script',
    html(
      '<div id="app"></div>' +
        '<script id="data" type="application/json">{"user":{"name":"a"}}</script>',
    ),
    html('<div id="app"></div><script id="data" type="application/json">{"user":null}</script>'),
  ],
  [
    'a shell whose data is a program',
    html('<div id="app"></div><script>window.user = {name: "alice", id: 7};</script>'),
    html('<div id="app"></div><script>window.user = null;</script>'),
  ],
  ['the shell of a page in place of data', json(USER), html('<div id="root"></div>')],
  ['a guarded JSON', { ...json(USER), text: `)]}',\n${JSON.stringify(USER)}` }, { status: 401 }],
  ['plain text', { status: 200, text: 'user=alice\nrole=admin' }, { status: 200, text: 'user=' }],
];

describe('an answer', () => {
  it.each(FRAMEWORKS)('is told from the one that a stranger gets: %s', (_what, user, stranger) => {
    const compared = comparison([user, user], stranger);
    expect(compared.isSame).toBe(false);
    expect(compared.judge(seen(user))).toBe('yes');
    expect(compared.judge(seen(stranger))).toBe('no');
  });

  it.each(FRAMEWORKS)('is as before though its times and ids change: %s', (_what, user, other) => {
    const changing = (at: number): Short => ({
      ...user,
      text: (user.text ?? '')
        .replace(
          '</body>',
          `<input type="hidden" name="csrf" value="${at}abc"><p>${at} ms</p></body>`,
        )
        .replace(/\}$/, `,"requestId":"9f86d081-884c-4d63-a1b2-${at}0a3bf4f1b2b","time":${at}}`),
    });
    const compared = comparison([changing(17_000_001), changing(17_000_902)], other);
    expect(compared.judge(seen(changing(17_111_113)))).toBe('yes');
    expect(compared.judge(seen(other))).toBe('no');
  });

  it.each<[string, Short, boolean]>([
    ['itself', html(ACCOUNT), true],
    ['the same with other numbers', html('<p>Visitors: 4711</p>'), false],
  ])('needs no login where a stranger gets %s', (_what, stranger) => {
    const body = stranger.text ?? '';
    const mine = { ...stranger, text: body.replace('4711', '4712') };
    expect(comparison([mine, mine], stranger).isSame).toBe(true);
  });

  it.each<[string, Short]>([
    ['too many requests', { status: 429, retryAfter: '10' }],
    ['overloaded, come back later', { status: 503, retryAfter: '10' }],
    ['are you human?', html('<form><div class="g-recaptcha"></div></form>', 403)],
    ['a failure', { status: 500 }],
    ['a gateway that gave up', { status: 504 }],
  ])('tells nothing of the login: %s', (_what, short) => {
    expect(comparison([json(USER), json(USER)], { status: 401 }).judge(seen(short))).toBe(
      'unclear',
    );
  });

  it('that changes wholly by itself is noise', () => {
    const pages = ['red green', 'blue yellow'].map((words) =>
      html(
        words
          .split(' ')
          .map((word) => `<p>${word}</p>`)
          .join(''),
      ),
    );
    expect(comparison(pages, html('<p>brown</p>')).isNoisy).toBe(true);
  });

  it('in the middle between the two is unclear', () => {
    const [user, stranger] = [json({ a: 'x', b: 'y' }), json({ a: null, b: null })];
    expect(comparison([user, user], stranger).judge(seen(json({ a: 'x', b: null })))).toBe(
      'unclear',
    );
  });

  it('is not the user’s where it asks to log in in yet another way', () => {
    const user = json({ env: { rows: 9 }, exec: 'show(); done();', unlock: 'x' });
    const compared = comparison(
      [user, user],
      json({ exec: 'end("/?task=login&err=1");', unlock: 'x' }),
    );
    const third = json({ exec: 'say("It has expired."); end("/?task=login&err=1");', unlock: 'x' });
    expect(compared.judge(seen(third))).not.toBe('yes');
    const page = (more: string) => html(`<h1>News</h1><p>All of it</p>${more}`);
    const shop = comparison([page('<p>Hello ada</p>')], page('<a href="/login">Come in</a>'));
    expect(shop.judge(seen(page('<p>Hello ada</p>')))).toBe('yes');
    expect(shop.judge(seen(page('<p>It has expired</p>')))).not.toBe('yes');
    expect(shop.judge(seen(page('<a href="/signin?expired">Again</a>')))).not.toBe('yes');
  });

  it('is judged by what offers the login, whatever else withheld cookies change', () => {
    const compared = comparison(
      [html(`<body class="dark">${ACCOUNT}<p>Cart: three pears</p><p>Guten Tag</p>`)],
      html('<a href="/login">Log in</a><p>Cart: empty</p><p>Hello</p>'),
    );
    expect(compared.judge(seen(html(`${ACCOUNT}<p>Cart: empty</p><p>Hello</p>`)))).toBe('yes');
  });
});

describe('whatever comes back', () => {
  const wild = fc.record({
    status: fc.integer({ min: 0, max: 599 }),
    text: fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .array(fc.constantFrom('<', '<script>', '<a href=', '"', '>', '</', '<!--', 'x'))
        .map((all) => all.join('')),
    ),
    contentType: fc.constantFrom('text/html', 'application/json', 'image/png', ''),
    location: fc.option(fc.string(), { nil: undefined }),
  });

  it('is compared without a fault, and the same answer is never taken for another', () => {
    fc.assert(
      fc.property(wild, wild, (one, other) => {
        const compared = comparison([one as Short, one as Short], other as Short);
        const judged = compared.judge(seen(one as Short));
        expect(judged).not.toBe('no');
        expect(compared.print(seen(other as Short)).fingerprint).toHaveLength(12);
      }),
    );
  });
});
