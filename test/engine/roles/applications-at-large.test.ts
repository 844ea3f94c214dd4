import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// Cookies as well-known applications document them, in one and the same visit: before a login,
// given by it, and gone with the logout.

const random = new Seeded('applications at large');
const HEX = '0123456789abcdef';
const hex = (length: number) => random.from(HEX, length);
const php = () => random.from('0123456789abcdefghijklmnopqrstuv', 26);
const opaque = (length: number) => random.base62(length);
const rails = (length: number) => `${opaque(length)}--${opaque(16)}--${opaque(22)}`;

interface Cookie {
  name: string;
  value: string;
  attributes?: string;
  roles: readonly Role[];
}

const cookie = (name: string, value: string, attributes: string, ...roles: Role[]): Cookie => ({
  name,
  value,
  attributes,
  roles,
});
const session = (name: string, value: string, more = 'HttpOnly') =>
  cookie(name, value, more, 'session');
const plain = (name: string, value: string) =>
  cookie(name, value, 'Max-Age=31536000', 'other', 'preference');
const YEAR = 'HttpOnly; Max-Age=31536000';
const MONTH = 'HttpOnly; Max-Age=2592000';

const APPLICATIONS: Record<string, { before: Cookie[]; given: Cookie[] }> = {
  joomla: {
    before: [session(hex(32), php())],
    given: [
      plain('joomla_user_state', 'logged_in'),
      cookie(`joomla_remember_me_${hex(32)}`, `${opaque(20)}.${opaque(20)}`, MONTH, 'remember-me'),
    ],
  },
  phpbb: {
    before: [plain('phpbb3_x_u', '1'), session('phpbb3_x_sid', hex(32), YEAR)],
    given: [cookie('phpbb3_x_k', opaque(16).toLowerCase(), YEAR, 'remember-me')],
  },
  nextcloud: {
    before: [
      session('oc4kz9q2m1ab', php()),
      plain('__Host-nc_sameSiteCookielax', 'true'),
      plain('__Host-nc_sameSiteCookiestrict', 'true'),
    ],
    given: [plain('nc_username', 'ada'), cookie('nc_token', opaque(32), MONTH, 'remember-me')],
  },
  grafana: {
    before: [],
    given: [
      session('grafana_session', hex(32), MONTH),
      plain('grafana_session_expiry', '1795680000'),
    ],
  },
  magento: {
    before: [
      session('PHPSESSID', php(), 'HttpOnly; Max-Age=3600'),
      cookie('form_key', opaque(16), 'Max-Age=3600', 'csrf'),
      plain('mage-cache-sessid', 'true'),
      plain('mage-messages', '%5B%5D'),
    ],
    given: [],
  },
  opencart: { before: [session('OCSESSID', hex(26), ''), plain('currency', 'USD')], given: [] },
  jenkins: {
    before: [session(`JSESSIONID.${hex(8)}`, `node0${php()}1.node0`)],
    given: [],
  },
  zimbra: {
    before: [plain('ZM_TEST', 'true')],
    given: [session('ZM_AUTH_TOKEN', `0_${hex(40)}_69643d33363a${hex(120)}`)],
  },
  mybb: {
    before: [plain('mybb[lastvisit]', '1795670000'), session('sid', hex(32))],
    given: [cookie('mybbuser', `2_${opaque(50)}`, YEAR, 'session', 'remember-me')],
  },
  discourse: {
    before: [cookie('_forum_session', rails(300), 'HttpOnly', 'session', 'other')],
    given: [cookie('_t', rails(200), MONTH, 'session', 'remember-me')],
  },
};

function line({ name, value, attributes = '' }: Cookie): string {
  return `${name}=${value}; Path=/${attributes && `; ${attributes}`}`;
}

/** Roles of the cookies after: two pages, a login that renews each session, use, a logout. */
function rolesAt(host: string, { before, given }: { before: Cookie[]; given: Cookie[] }) {
  const analysis = new Analysis();
  const site = `https://${host}.test`;
  const jar = new Map<string, string>();
  const sends = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  const go = (path: string, more = {}) =>
    analysis.addExchange(
      exchange({
        url: site + path,
        topUrl: site + path,
        ...(jar.size > 0 && { sends: sends() }),
        ...more,
      }),
    );
  const take = (cookies: Cookie[]) => {
    for (const { name, value } of cookies) jar.set(name, value);
    return cookies.length > 0 ? { gets: { 'set-cookie': cookies.map(line) } } : {};
  };
  const first = { gets: { 'set-cookie': before.map(line) } };
  go('/', before.length > 0 ? first : {});
  take(before);
  go('/news');
  go('/login', { responseBody: readBody('text/html', '<input type=password name=p>') });
  const renewed = before.filter(({ roles }) => roles.includes('session')).map(renew);
  const form = readBody('application/x-www-form-urlencoded', 'u=ada&p=x&password=x');
  const sent = { sends: sends() };
  go('/login', {
    method: 'POST',
    requestBody: form,
    status: 302,
    redirectUrl: `${site}/home`,
    ...take([...renewed, ...given]),
    ...sent,
  });
  for (const path of ['/home', '/mail', '/settings', '/home']) go(path);
  return new Map(analysis.credentials().map(({ name, role }) => [name, role]));
}

/** Another value of the same shape. */
function renew(one: Cookie): Cookie {
  return {
    ...one,
    value: [...one.value].map((sign) => (HEX.includes(sign) ? hex(1) : sign)).join(''),
  };
}

describe('cookies of applications at large', () => {
  it.each(Object.entries(APPLICATIONS))('%s', (host, application) => {
    const roles = rolesAt(host, application);
    const wrong = [...application.before, ...application.given]
      .filter((one) => !one.roles.includes(roles.get(one.name) ?? 'other'))
      .map(({ name }) => `${name}: ${roles.get(name)}`);
    expect(wrong).toEqual([]);
  });
});
