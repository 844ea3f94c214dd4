import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const SITE = 'https://box.test';
const random = new Seeded('login watch');
const hex = () => random.bytes(16).toString('hex');
const sid = hex();
const FORM = 'application/x-www-form-urlencoded';
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
const post = (path: string, fields?: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, {
    method: 'POST',
    sends: { cookie: `box=${sid}` },
    ...(fields === undefined ? {} : { requestBody: readBody(FORM, fields) }),
    ...more,
  });
const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });
const login = (more: Partial<ExchangeSpec> = {}) =>
  post('/login', 'user=ada&password=a', {
    ...leadsTo('/home'),
    gets: { 'set-cookie': `box=${sid}; Path=/; HttpOnly` },
    ...more,
  });
const shows = (...fields: string[]) => ({
  responseBody: readBody(
    'text/html',
    fields.map((name) => `<input type="hidden" name="${name}" value="${hex()}">`).join(''),
  ),
});

describe('a password that somebody who is logged in gives to another', () => {
  it.each<[string, () => ReturnType<typeof post>]>([
    ['a page with a token', () => post('/edit.php?id=7', 'name=b&newPassword1=c', shows('token'))],
    ['one under a product’s name', () => post('/people/7', 'pass1=c', shows('_wpnonce'))],
    ['one with several', () => post('/mailbox', 'password=c', shows('csrf', 'form_token'))],
  ])('is no login where the answer is %s', (_, step) => {
    expect(momentsTold([login(), at('/home'), step()])).toEqual([
      expect.stringContaining('login /login'),
    ]);
  });
});

describe('a login whose bodies were not seen', () => {
  const blind = (path = '/login', to = '/?checked=1') => post(path, undefined, leadsTo(to));

  it.each<[string, () => ReturnType<typeof post>[], number]>([
    ['was none where it is tried again at once', () => [blind(), at('/'), blind()], 1],
    ['is told once however often it fails', () => [blind(), blind(), blind()], 1],
    ['stands where something else is posted', () => [blind(), post('/search')], 1],
    [
      'stands where it gave something and somebody went on',
      () => [login({ requestBody: undefined }), at('/a'), at('/b'), blind('/login', '/home')],
      1,
    ],
    ['stands beside the next one after a logout', () => [blind(), at('/logout'), blind()], 2],
  ])('%s', (_, steps, count) => {
    const all = steps();
    const logins = momentsTold(all).filter((one) => one.startsWith('login'));
    expect(logins).toHaveLength(count);
  });

  it.each<[string, number, () => ReturnType<typeof post>[]]>([
    ['at once', 1, () => [blind(), blind()]],
    ['after a page', 2, () => [blind(), at('/'), blind()]],
    ['again and again', 4, () => [blind(), at('/'), blind(), at('/'), blind(), at('/home')]],
    ['by another address of the same page', 1, () => [blind(), blind('/login?next=%2F')]],
    ['but not where something else is sent', 0, () => [blind(), blind('/signin/help', '/help')]],
  ])('is the last of those that were tried: %s', (_, last, steps) => {
    const all = steps();
    const analysis = new Analysis();
    for (const one of all) analysis.addExchange(one);
    const source = { kind: 'har', url: SITE, dropped: 0 } as const;
    const { events } = analysis.report({ source, version: '0' });
    expect(events.flatMap(({ type, at: when }) => (type === 'login' ? [when] : []))).toEqual([
      new Date(all[last]!.startedAt).toISOString(),
    ]);
  });
});
