import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

// A login gives an access token and something beside it, for which the next one is given.

const API = 'https://api.plan.test/v1';
const random = new Seeded('see renewer');
const secret = () => random.base62(40);
const json = (told: object) => readBody('application/json', JSON.stringify(told));
const signed = () => jwtOf({ sub: '7', jti: random.base62(12), exp: 1_800_000_000 });

interface Visit {
  name?: string;
  value?: () => string;
  /** Called so, and drawn so. */
  access?: string;
  token?: () => string;
  /** What goes and comes beside it. */
  asks?: (value: string, token: string) => object;
  sends?: (token: string) => Record<string, string>;
  renewal?: Partial<ExchangeSpec>;
  /** Whether each renewal gives another. */
  rotates?: boolean;
  /** What the login told; what the renewals tell. */
  given?: (value: string, token: string) => object;
  gives?: (token: string) => object;
}

/** Logs in, and asks for the next token three times. */
function visit(how: Visit): Analysis {
  const { name = 'rt', value: draw = secret, access = 'accessToken', token: make = secret } = how;
  const analysis = new Analysis();
  let [value, token] = [draw(), make()];
  const call = (path: string, spec: Partial<ExchangeSpec>) =>
    analysis.addExchange(
      exchange({ type: 'fetch', url: API + path, topUrl: 'https://plan.test/', ...spec }),
    );
  const use = () =>
    call('/me', {
      sends: { authorization: `Bearer ${token}` },
      responseBody: json({ user: 'ada' }),
    });
  call('/login', {
    method: 'POST',
    requestBody: json({ email: 'ada@plan.test', password: 'secret' }),
    responseBody: json(how.given?.(value, token) ?? { [access]: token, [name]: value }),
  });
  use();
  for (let i = 0; i < 3; i++) {
    const [asked, old] = [value, token];
    token = make();
    if (how.rotates) value = draw();
    const told = { [access]: token, ...(how.rotates ? { [name]: value } : {}) };
    call('/next', {
      method: 'POST',
      sends: how.sends?.(old) ?? {},
      requestBody: json(how.asks?.(asked, old) ?? { [name]: asked }),
      responseBody: json(how.gives?.(token) ?? told),
      ...how.renewal,
    });
    use();
  }
  return analysis;
}

function rolesIn(how: Visit): string[] {
  return visit(how)
    .report(options)
    .credentials.map(({ role }) => role)
    .toSorted();
}

const BOTH = ['access-token', 'refresh-token'];

describe('what the next access token is given for', () => {
  it.each(['rt', 'renovacion', 'renewal_token', 'r', 'grant', 'nachweis', 'token2', 'keep'])(
    'is a refresh token whatever it is called: %s',
    (name) => {
      expect(rolesIn({ name })).toEqual(BOTH);
      expect(rolesIn({ name, rotates: true })).toEqual(BOTH);
      expect(rolesIn({ name, token: signed, access: 'jwt' })).toEqual(BOTH);
    },
  );

  it.each<[string, Visit]>([
    ['a UUID', { value: () => uuid() }],
    ['a JWT', { value: signed }],
    ['in hexadecimal', { value: () => random.bytes(32).toString('hex') }],
    ['beside the last access token', { asks: (rt, accessToken) => ({ rt, accessToken }) }],
    ['sent with the last access token', { sends: bearer }],
  ])('is one where it is %s', (_, how) => {
    expect(rolesIn(how)).toEqual(BOTH);
  });

  it('is one where the login told it deeper than the renewals do', () => {
    const given = (rt: string, accessToken: string) => ({ data: { rt, accessToken } });
    expect(rolesIn({ given })).toContain('refresh-token');
  });

  it('is told as taken again and again, or as renewed', () => {
    const rulesOf = (how: Visit) =>
      visit(how)
        .report(options)
        .findings.map(({ ruleId }) => ruleId);
    expect(rulesOf({})).toContain('refresh-token-not-rotated');
    expect(rulesOf({ rotates: true })).not.toContain('refresh-token-not-rotated');
  });
});

describe('what is no refresh token', () => {
  it.each<[string, Visit]>([
    ['is a step of the login', { name: 'challenge' }],
    ['is called a device', { name: 'deviceKey' }],
    ['is the id of a thing, and another token says who asks', { name: 'orgId', sends: bearer }],
    [
      'is a UUID, and another token says who asks',
      { name: 'o', value: () => uuid(), sends: bearer },
    ],
    ['is called an ID token', { name: 'id_token', value: signed }],
    ['goes beside another secret', { asks: (rt) => ({ rt, proof: secret() }) }],
    ['was given by no answer', { given: (_, accessToken) => ({ accessToken }) }],
    ['is asked with in vain', { renewal: { status: 401 } }],
    ['is answered with no token', { gives: () => ({ saved: true }) }],
    ['only reads', { renewal: { method: 'GET' } }],
  ])('%s', (_, how) => {
    expect(rolesIn(how)).not.toContain('refresh-token');
  });

  it('came beside nothing that was used', () => {
    const analysis = new Analysis();
    const key = secret();
    const call = (path: string, spec: Partial<ExchangeSpec>) =>
      analysis.addExchange(exchange({ type: 'fetch', url: API + path, ...spec }));
    call('/settings', { responseBody: json({ k: key }) });
    for (const accessToken of [secret(), secret()])
      call('/token', {
        method: 'POST',
        requestBody: json({ k: key }),
        responseBody: json({ accessToken }),
      });
    const roles = analysis.report(options).credentials.map(({ role }) => role);
    expect(roles).not.toContain('refresh-token');
  });
});

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

function uuid(): string {
  const hex = random.bytes(16).toString('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5').slice(0, 36);
}
