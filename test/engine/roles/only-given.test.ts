import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

// A login gives one cookie, under a name that others have for what knows no user.

const SHOP = 'https://shop.test';
const random = new Seeded('only given');
const HIDDEN = '; Path=/; HttpOnly; Secure; SameSite=Lax';
const form = readBody('application/x-www-form-urlencoded', 'email=ada&password=secret');
const page = {
  responseBody: readBody('text/html', '<h1>Orders</h1><a href="/signout">Sign out</a>'),
};
const id = () => random.base62(32);

interface Visit {
  /** What the page with the form sets. */
  before?: string[];
  /** What the login sets. */
  given: string[];
  /** What its answer says. */
  told?: object;
  /** What is sent in the Authorization header after it. */
  bearer?: string;
  /** Whether anything is asked for after it. */
  after?: boolean;
}

function rolesOf({ before = [], given, told, bearer, after = true }: Visit) {
  const go = (path: string, lines: string[], spec: Partial<ExchangeSpec> = {}) =>
    exchange({
      url: SHOP + path,
      sends: {
        ...(lines.length > 0 ? { cookie: lines.map((one) => one.split(';')[0]).join('; ') } : {}),
        ...(bearer !== undefined && spec.method === undefined
          ? { authorization: `Bearer ${bearer}` }
          : {}),
      },
      ...spec,
    });
  const set = (lines: string[]): Partial<ExchangeSpec> =>
    lines.length > 0 ? { gets: { 'set-cookie': lines } } : {};
  const body = told ? { responseBody: readBody('application/json', JSON.stringify(told)) } : {};
  const jar = [...before, ...given].filter((line, i, all) => {
    const name = line.split('=')[0]!;
    return all.findLastIndex((one) => one.startsWith(`${name}=`)) === i;
  });
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: `${SHOP}/signin`, ...set(before), ...page }),
    go('/signin', before, {
      method: 'POST',
      requestBody: form,
      ...set(given),
      ...(told ? body : { status: 303 }),
    }),
    ...(after ? [go('/home', jar, page), go('/orders', jar, page)] : []),
  ])
    analysis.addExchange(one);
  const { credentials, sites } = analysis.report(options);
  const roles = Object.fromEntries(credentials.map(({ name, role }) => [name, role]));
  return { roles, mechanism: sites[0]?.mechanism };
}

const NAMES = ['uid', 'connect.uid', 'passport_uid', 'device_token', 'consent_auth', 'visitor_id'];

describe('the only cookie that a login gave', () => {
  it.each(NAMES)('is the session where it is called %s', (name) => {
    expect(rolesOf({ given: [`${name}=${id()}${HIDDEN}`] })).toEqual({
      roles: { [name]: 'session' },
      mechanism: 'session-cookie',
    });
  });

  it('is the session beside what scripts read, what was chosen and what was there', () => {
    const { roles } = rolesOf({
      before: [`visitor_id=${id()}; Max-Age=63072000`, 'lang=de; Path=/'],
      given: [`uid=${id()}${HIDDEN}`, 'theme=dark; Path=/', `_csrf_ok=1; Path=/`],
    });
    expect(roles).toMatchObject({ uid: 'session', visitor_id: 'tracking' });
  });

  it.each([
    ['scripts read it', (name: string) => `${name}=${id()}; Path=/; Secure`],
    ['it stays for years', (name: string) => `${name}=${id()}${HIDDEN}; Max-Age=63072000`],
    ['it is a word', (name: string) => `${name}=accepted${HIDDEN}`],
    ['it is a number', (name: string) => `${name}=5521${HIDDEN}`],
    ['it goes to one part', (name: string) => `${name}=${id()}; Path=/ads; HttpOnly`],
  ])('is what it is called where %s', (_, line) => {
    for (const name of NAMES)
      expect(rolesOf({ given: [line(name)] }).roles[name]).not.toBe('session');
  });

  it('is what it is called where nothing was had with it', () => {
    const { roles } = rolesOf({ given: [`uid=${id()}${HIDDEN}`], after: false });
    expect(roles['uid']).toBe('tracking');
  });

  it.each(['DSID', 'IDE', 'SM', 'vuid'])(
    'is the session as a tracker calls its own: %s',
    (name) => {
      expect(rolesOf({ given: [`${name}=${id()}${HIDDEN}`] }).roles[name]).toBe('session');
    },
  );

  it('is what a product calls it', () => {
    expect(rolesOf({ given: [`_ga=${id()}${HIDDEN}`] }).roles['_ga']).toBe('tracking');
  });

  it.each(NAMES)('is what it is called where it was there before: %s', (name) => {
    const was = `${name}=${id()}${HIDDEN}`;
    expect(rolesOf({ before: [was], given: [was] }).roles[name]).not.toBe('session');
    const now = `${name}=${id()}${HIDDEN}`;
    expect(rolesOf({ before: [was], given: [now] }).roles[name]).not.toBe('session');
  });
});

describe('one of several that a login gave', () => {
  it.each(NAMES)('is what it is called beside a session: %s', (name) => {
    const given = [`${name}=${id()}${HIDDEN}`, `zk_s=${id()}${HIDDEN}`];
    const { roles } = rolesOf({ given });
    expect(roles['zk_s']).toBe('session');
    expect(roles[name]).not.toBe('session');
  });

  it('is what it is called beside one that the login kept', () => {
    const kept = `sid=${id()}${HIDDEN}`;
    const { roles } = rolesOf({ before: [kept], given: [`device_id=${id()}${HIDDEN}`] });
    expect(roles).toEqual({ sid: 'session', device_id: 'device' });
  });

  it('is what it is called beside one of no name that the login kept', () => {
    const kept = `zk_s=${id()}${HIDDEN}`;
    const { roles } = rolesOf({ before: [kept], given: [`device_id=${id()}${HIDDEN}`] });
    expect(roles['device_id']).toBe('device');
  });

  it('is what it is called beside another such', () => {
    const given = [`uid=${id()}${HIDDEN}`, `device_id=${id()}${HIDDEN}`];
    expect(rolesOf({ given }).roles).toEqual({ uid: 'tracking', device_id: 'device' });
  });

  it('is what it is called beside a token that scripts send', () => {
    const bearer = random.base62(40);
    const given = [`device_id=${id()}${HIDDEN}`];
    const { roles } = rolesOf({ given, told: { access_token: bearer }, bearer });
    expect(roles['device_id']).toBe('device');
  });
});
