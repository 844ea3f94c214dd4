import { describe, expect, it } from 'vitest';
import { entry, header, read } from '../../../support/bare-entries.js';

describe('a list of cookies in the place of headers', () => {
  const unknownOf = (cookie: object) => {
    const response = { status: 200, cookies: [{ name: 'a', value: '1', ...cookie }] };
    return read(entry({ response })).exchanges[0]!.response!.headers[0]!;
  };
  const ALL = {
    path: '/',
    domain: 'a.test',
    expires: '2026-02-01T00:00:00Z',
    secure: false,
    httpOnly: true,
    sameSite: 'Lax',
    partitioned: false,
  };

  it('tells what it tells', () => {
    expect(unknownOf(ALL)).toEqual({
      name: 'set-cookie',
      value: 'a=1; Path=/; Expires=Sun, 01 Feb 2026 00:00:00 GMT; HttpOnly; SameSite=Lax',
    });
  });

  it.each([
    ['httpOnly', undefined, ['httpOnly']],
    ['secure', null, ['secure']],
    ['sameSite', '', ['sameSite']],
    ['path', '', ['path']],
    ['domain', undefined, ['domain', 'hostOnly']],
    ['expires', '', ['persistent']],
    ['expires', null, ['persistent']],
    ['expires', 'Session', ['persistent']],
    ['partitioned', undefined, ['partitioned']],
  ])('leaves unknown what it does not tell: %s %s', (member, value, unknown) => {
    expect(unknownOf({ ...ALL, [member]: value }).unknown).toEqual(unknown);
  });

  it('of names and values only tells nothing else', () => {
    expect(unknownOf({})).toMatchObject({
      value: 'a=1',
      unknown: expect.arrayContaining(['httpOnly', 'secure', 'sameSite', 'persistent', 'path']),
    });
  });

  it('gives way to headers, and is not asked for what is empty', () => {
    const cookies = [{ name: '', value: '' }];
    const headers = [header('Set-Cookie', 'sid=1')];
    const of = (response: object) =>
      read(entry({ response: { status: 200, ...response } })).exchanges[0]!.response!.headers;
    expect(of({ cookies, headers })).toEqual([{ name: 'set-cookie', value: 'sid=1' }]);
    expect(of({ cookies })).toEqual([]);
  });
});
