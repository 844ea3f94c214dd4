import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { withoutBasicPassword } from '../../../src/engine/normalize/passwords/basic-password.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('behind Basic');
const HOME = 'https://plugs.test';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const sent = (pair: string) => ({
  authorization: withoutBasicPassword('authorization', `Basic ${pair}`),
});

function rolesAfter(...all: ExchangeSpec[]): string[] {
  const analysis = new Analysis();
  for (const one of all) analysis.addExchange(exchange({ type: 'fetch', ...one }));
  return analysis.credentials().map(({ role, format }) => `${role} ${format}`);
}

const login = (token: string, pair = ''): ExchangeSpec => ({
  url: `${HOME}/signin`,
  method: 'POST',
  sends: sent(pair),
  requestBody: json({ user: 'ada', password: 'pencil-and-7' }),
  responseBody: json({ data: { token } }),
});
const list = (pair: string): ExchangeSpec => ({
  url: `${HOME}/list`,
  sends: sent(pair),
  responseBody: json({ rows: [1] }),
});

describe('what stands behind Basic and is no pair', () => {
  it.each([
    ['hexadecimal', random.bytes(48).toString('hex'), (token: string) => token],
    ['base62', random.base62(40), (token: string) => token],
    ['a digest', random.bytes(16).toString('hex'), (token: string) => token],
    ['base64 of it', random.base62(40), base64],
  ])('is the token that an answer gave: %s', (_, token, write) => {
    const found = rolesAfter(login(token), list(write(token)), list(write(token)));
    expect(found).toEqual(['access-token opaque']);
  });

  const words = ['undefined', 'null'];
  const nothing = ['', ...words, ':', ...words.map((word) => `${word}:${word}`)];

  it.each([...nothing, ...nothing.map(base64)])('is nothing: “%s”', (pair) => {
    expect(rolesAfter(list(pair), list(pair))).toEqual([]);
  });
});

describe('a token in the place of a password', () => {
  const token = random.bytes(16).toString('hex');
  const dashed = `${random.base62(18)}-${random.base62(18)}`;
  const short = random.bytes(10).toString('hex');

  it.each([
    `ada:${token}`,
    `ada@plugs.test:${token}`,
    `x:${token}`,
    `:${token}`,
    `${token}:`,
    `${token}:x-oauth-basic`,
  ])('is what an answer gave: %s', (pair) => {
    const found = rolesAfter(login(token), list(base64(pair)), list(base64(pair)));
    expect(found).toEqual(['access-token opaque']);
  });

  it.each([
    [dashed, `ada:${dashed}`],
    [short, `api:${short}`],
  ])('is one, however it is written: %s', (given, pair) => {
    expect(rolesAfter(login(given), list(base64(pair)))).toEqual(['access-token opaque']);
  });

  it('is what a cookie holds that the site gave', () => {
    const first = { url: `${HOME}/`, gets: { 'set-cookie': `auth-token=${token}; Path=/` } };
    const asked = list(base64(`ada:${token}`));
    const sends = { ...asked.sends, cookie: `auth-token=${token}` };
    expect(rolesAfter(first, { ...asked, sends })).not.toContain('basic basic');
  });

  it('is none where no answer gave it, beside one that did', () => {
    const other = random.bytes(16).toString('hex');
    expect(rolesAfter(login(token), list(base64(`ada:${other}`)))).toContain('basic basic');
    expect(rolesAfter(login(short), list(base64(`ada:pencil-and-7`)))).toContain('basic basic');
    expect(rolesAfter(list(base64(`ada:${token}`)))).toEqual(['basic basic']);
  });
});

describe('a pair', () => {
  it('is name and password', () => {
    const pair = base64('ada:pencil-and-7');
    expect(rolesAfter(list(pair), list(pair))).toEqual(['basic basic']);
  });

  it('is one beside another token, and one that an answer gave to be sent so', () => {
    const pair = base64('ada:pencil-and-7');
    expect(rolesAfter(login(random.base62(40)), list(pair))).toContain('basic basic');
    expect(rolesAfter(login(pair), list(pair), list(pair))).toContain('basic basic');
  });

  it('is one where only its name or its password is a word for nothing', () => {
    expect(rolesAfter(list(base64('null:pencil-and-7')))).toEqual(['basic basic']);
  });
});
