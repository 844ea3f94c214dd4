import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://box.test';
const random = new Seeded('lookalikes');
const hex = (bytes = 16) => random.bytes(bytes).toString('hex');

/** Roles of cookies that an answer sets, by their names. */
function rolesOf(lines: readonly string[], steps: { logsOut?: string[] } = {}) {
  const analysis = new Analysis();
  const cookie = lines.map((line) => line.split(';', 1)[0]!).join('; ');
  analysis.addExchange(exchange({ url: `${SITE}/`, gets: { 'set-cookie': [...lines] } }));
  analysis.addExchange(exchange({ url: `${SITE}/home`, sends: { cookie } }));
  if (steps.logsOut) {
    const gone = steps.logsOut.map((name) => `${name}=; Path=/; Max-Age=0`);
    analysis.addExchange(
      exchange({ url: `${SITE}/logout`, sends: { cookie }, gets: { 'set-cookie': gone } }),
    );
  }
  return Object.fromEntries(analysis.credentials().map(({ name, role }) => [name, role]));
}

describe('what is signed or hidden as a session is', () => {
  it.each([
    ['remember_token', 'remember-me'],
    ['remember_user_token', 'remember-me'],
    ['REMEMBERME', 'remember-me'],
    ['refresh_token', 'refresh-token'],
    ['device_id', 'device'],
    ['oauth_state', 'oauth-state'],
    ['waiting_room', 'other'],
    ['sticky', 'load-balancer'],
    ['csrf_secret', 'csrf'],
    ['locale', 'preference'],
    ['currency', 'preference'],
    ['user_theme', 'preference'],
    ['visitor_id', 'tracking'],
    ['locale_session', 'session'],
    ['app', 'session'],
  ])('is what its name says where that is something else: %s', (name, role) => {
    const hidden = `${name}=${hex(24)}; Path=/; HttpOnly; Secure; SameSite=Lax`;
    expect(rolesOf([hidden])[name]).toBe(role);
    const signed = `${name}=s%3A${hex()}.${random.base62(43)}; Path=/; HttpOnly`;
    expect(rolesOf([signed])[name]).toBe(role);
  });
});

describe('a number that a logout takes away', () => {
  it('may be an account’s as well as a session’s', () => {
    const number = 'member_no=100012345678901; Path=/; Secure';
    const sid = `sid=${hex()}; Path=/; HttpOnly; Secure`;
    const told = rolesOf([number, sid], { logsOut: ['member_no', 'sid'] });
    expect(told).toMatchObject({ member_no: 'other', sid: 'session' });
  });
});

describe('what a login gave beside a session that it hid', () => {
  const told = (line: string, after: 'used' | 'logged out') => {
    const analysis = new Analysis();
    const lines = [`sid=${hex()}; Path=/; HttpOnly; Secure`, line];
    const cookie = lines.map((one) => one.split(';', 1)[0]!).join('; ');
    const [sid, other] = cookie.split('; ').map((one) => one.split('=', 1)[0]!);
    analysis.addExchange(
      exchange({
        url: `${SITE}/login`,
        method: 'POST',
        status: 302,
        redirectUrl: `${SITE}/home`,
        requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
        gets: { 'set-cookie': lines },
      }),
    );
    analysis.addExchange(exchange({ url: `${SITE}/home`, sends: { cookie } }));
    const gone = [sid, other].map((name) => `${name}=; Path=/; Max-Age=0`);
    if (after === 'logged out')
      analysis.addExchange(
        exchange({ url: `${SITE}/logout`, sends: { cookie }, gets: { 'set-cookie': gone } }),
      );
    const found = analysis.credentials().find(({ name }) => name === other);
    return [found?.role, found?.evidence[0]?.key];
  };

  it.each(['used', 'logged out'] as const)('is no session when it is %s', (after) => {
    expect(told('member_no=100012345678901; Path=/; Secure', after)).toEqual([
      'other',
      'evidence_beside_hidden',
    ]);
    expect(told('member_no=100012345678901; Path=/; HttpOnly', after)).toEqual([
      'other',
      'evidence_number_beside_hidden',
    ]);
    expect(told(`member_key=${hex()}; Path=/; HttpOnly`, after)).toEqual([
      'session',
      'evidence_set_by_login',
    ]);
  });

  const visit = (lines: readonly string[]) => {
    const analysis = new Analysis();
    const cookie = lines.map((one) => one.split(';', 1)[0]!).join('; ');
    analysis.addExchange(
      exchange({
        url: `${SITE}/login`,
        method: 'POST',
        status: 302,
        redirectUrl: `${SITE}/home`,
        requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
        gets: { 'set-cookie': [...lines] },
      }),
    );
    analysis.addExchange(exchange({ url: `${SITE}/home`, sends: { cookie } }));
    return analysis.credentials().map(({ role }) => role);
  };
  const id = hex();
  const hidden = `wkx=${id}; Path=/; HttpOnly; Secure; SameSite=Lax`;

  it.each([
    ['its name, for other hosts', `wkx=${id}; Path=/; Domain=box.test`],
    ['its name, on another path', `wkx=${id}; Path=/home`],
    ['its name, with another value', `wkx=${hex()}; Path=/; Domain=box.test`],
    ['its value under another name', `pjf=${id}; Path=/`],
    ['its value, for a day', `pjf=${id}; Path=/; Max-Age=86400`],
  ])('is the session where it has %s', (_what, line) => {
    expect(visit([hidden, line])).toEqual(['session', 'session']);
    expect(visit([line, hidden])).toEqual(['session', 'session']);
  });

  it('is none with a name and a value of its own, whichever comes first', () => {
    const own = `pjf=${hex()}; Path=/`;
    expect(visit([hidden, own])).toEqual(['session', 'other']);
    expect(visit([own, hidden])).toEqual(['other', 'session']);
  });
});
