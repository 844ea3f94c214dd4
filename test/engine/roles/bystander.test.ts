import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { form } from '../../support/bodies.js';
import { at, hex, leadsTo, post } from '../../support/box-site.js';

// What whoever comes is given, beside a login that gives a session and a logout that takes both.

const DAYS = '; Path=/; HttpOnly; Max-Age=604800';
const WHILE_OPEN = '; Path=/; HttpOnly';

/** The role of a cookie that was there before the login; `given`: what the login gives. */
function roleOf(name: string, attributes: string, given: 'box' | 'same' | 'none'): string {
  const analysis = new Analysis();
  const jar: Record<string, string> = { [name]: hex(), box: hex() };
  const line = (one: string) => `${one}=${jar[one]}`;
  const before = { sends: { cookie: line(name) } };
  const lines: string[] = [];
  if (given === 'box') lines.push(line('box') + WHILE_OPEN);
  const login = { requestBody: form('u=a&pw=x'), ...leadsTo('/home') };
  if (given === 'same') jar[name] = hex();
  if (given === 'same') lines.push(line(name) + attributes);
  const all = given === 'box' ? `${line(name)}; ${line('box')}` : line(name);
  const gone = [name, 'box'].map((one) => `${one}=; Path=/; Max-Age=0`);
  const steps = [
    at('/', { gets: { 'set-cookie': before.sends.cookie + attributes } }),
    at('/shop', before),
    post('/login', { ...before, ...login, gets: { 'set-cookie': lines } }),
    at('/home', { sends: { cookie: all } }),
    post('/logout', { sends: { cookie: all }, ...leadsTo('/'), gets: { 'set-cookie': gone } }),
  ];
  for (const step of steps) analysis.addExchange(step);
  return analysis.credentials().find((one) => one.name === name)?.role ?? 'none';
}

describe('what was there for days before a login, which left it alone', () => {
  it.each(['cart_id', 'viewed', 'korb', 'w'])(
    'is no session by what the logout takes: %s',
    (name) => {
      expect(roleOf(name, DAYS, 'box')).toBe('other');
    },
  );

  it('is one by its name', () => {
    expect(roleOf('connect.sid', DAYS, 'box')).toBe('session');
    expect(roleOf('session_id', DAYS, 'box')).toBe('session');
  });

  it('is one where it is for as long as the browser is open', () => {
    expect(roleOf('w', WHILE_OPEN, 'box')).toBe('session');
  });

  it('is one where the login renews it, or gives nothing else', () => {
    expect(roleOf('w', DAYS, 'same')).not.toBe('other');
    expect(roleOf('w', DAYS, 'none')).not.toBe('other');
  });
});

it('is none where the login was at another host, and was not sent it', () => {
  const analysis = new Analysis();
  const [first, next] = [hex(), hex()];
  const own = (value: string) => ({ 'set-cookie': `LearnSession=${value}; Path=/; HttpOnly` });
  const idp = { url: 'https://idp.box.test/login', requestBody: form('u=a&pw=x') };
  const gives = { 'set-cookie': `idp_session=${hex()}; Path=/; HttpOnly` };
  const steps = [
    at('/', { gets: own(first) }),
    at('/courses', { sends: { cookie: `LearnSession=${first}` } }),
    post('/', { ...idp, ...leadsTo('/in'), gets: gives }),
    at('/in', { sends: { cookie: `LearnSession=${first}` } }),
    at('/my', { sends: { cookie: `LearnSession=${first}` }, gets: own(next) }),
    at('/my/1', { sends: { cookie: `LearnSession=${next}` } }),
  ];
  for (const step of steps) analysis.addExchange(step);
  expect(analysis.credentials().find((one) => one.name === 'LearnSession')?.role).toBe('session');
});
