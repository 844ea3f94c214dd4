import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { form, json } from '../../../support/bodies.js';
import { ASKS, at, call, cookie, hex, leadsTo, post, SITE } from '../../../support/box-site.js';
import { momentsTold } from '../../../support/moments-told.js';

const VISIT = cookie('visit');
const sends = { cookie: VISIT['set-cookie'].split(';', 1)[0]! };
const first = () => at('/', { gets: VISIT });
const sent = (path: string, fields: string) => () =>
  post(path, { sends, requestBody: form(fields), gets: cookie('cart'), ...leadsTo('/order/ship') });
const asked = (path: string, data: object) => () =>
  call(path, { sends, requestBody: json(data), responseBody: json({ token: hex(40) }) });

describe('a password that is left empty', () => {
  it.each<[string, () => ReturnType<typeof at>]>([
    ['a guest’s order', sent('/checkout', 'email=a%40b.test&password=&guest=true')],
    ['the form for logging in', sent('/login', 'email=a%40b.test&password=&guest=1')],
    ['one without an account', sent('/join', 'email=a%40b.test&password=&createAccount=false')],
    ['a choice', sent('/onepage', 'register_type=guest&email=a%40b.test&password=&confirm=')],
    ['a choice beside a login', sent('/login', 'account=guest&login[name]=&login[password]=')],
    ['an address', sent('/order', 'firstname=A&lastname=B&email=a%40b.test&password=')],
    ['a place for guests', sent('/checkout/guest', 'email=a%40b.test&password=')],
    ['an order', sent('/checkout/start', 'email=a%40b.test&password=')],
    ['data', asked('/api/checkout', { email: 'a@b.test', password: '', guest: true })],
    ['data without one', asked('/api/login', { email: 'a@b.test', isGuest: true })],
    ['data that says so', asked('/api/login', { type: 'anonymous' })],
    ['a provider of none', asked('/api/auth/login', { provider: 'anon-user', options: {} })],
  ])('is no login by %s', (_, order) => {
    expect(momentsTold([first(), order()])).toEqual([]);
  });

  it.each<[string, () => ReturnType<typeof at>]>([
    ['/login', sent('/login', 'user=admin&password=')],
    ['/goform/set', sent('/goform/set', 'username=admin&password=')],
    ['/cgi-bin/api', asked('/cgi-bin/api', { username: 'admin', password: '' })],
  ])('is one of a device that has none (%s)', (path, login) => {
    expect(momentsTold([first(), login()])).toEqual([`login ${path}`]);
  });

  it('is one where the form that asked for it stands at its own address', () => {
    const asks = at('/start.asp', { responseBody: ASKS });
    const referer = { referer: `${SITE}/start.asp` };
    const given = { gets: cookie(), ...leadsTo('/status.asp') };
    const empty = post('/start.asp', { sends: referer, requestBody: form('u=a&pwd='), ...given });
    expect(momentsTold([asks, empty])).toEqual(['login /start.asp']);
  });
});

describe('a password that is given', () => {
  it.each<[string, () => ReturnType<typeof at>]>([
    ['no guest', sent('/checkout/login', 'email=a%40b.test&password=xyzzy&guest=false')],
    ['a guest', sent('/checkout/login', 'email=a%40b.test&password=xyzzy&guest=true')],
    ['a new customer', sent('/checkout/login', 'password=xyzzy&createAccount=true&lastname=B')],
    ['a guest of a house', sent('/guest/login', 'room=12&pin=4711')],
  ])('is a login by %s', (_, login) => {
    expect(momentsTold([first(), login()])).toHaveLength(1);
  });
});

describe('a form with a field for a password', () => {
  const orderOf = (fields: string) => {
    const order = sent('/checkout/login', fields)();
    const { body, ...request } = order.request;
    const analysis = new Analysis();
    const told = {
      kind: 'login-form' as const,
      at: order.startedAt,
      actionUrl: order.url,
      method: 'post',
      fields: [],
    };
    const steps = [first(), { ...order, request }, { ...told, pageUrl: `${SITE}/checkout` }];
    const before = momentsTold(steps, analysis);
    const late = { kind: 'bodies', exchangeId: order.id, at: order.startedAt + 9 } as const;
    analysis.addBodies({ ...late, request: body });
    return [before, momentsTold([], analysis)];
  };

  it('was a guest’s, as is seen when its body is told', () => {
    const login = ['login /checkout/login'];
    expect(orderOf('email=a%40b.test&password=&guest=true')).toEqual([login, []]);
    expect(orderOf('email=a%40b.test&password=xyzzy')).toEqual([login, login]);
  });
});
