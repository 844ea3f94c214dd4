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

  it.each([
    ['__Host-a', {}, '__Host-a=1; Secure; Path=/; HttpOnly', true],
    ['__Secure-a', {}, '__Secure-a=1; Secure; Path=/; HttpOnly', true],
    ['a', { sameSite: 'None' }, 'a=1; SameSite=None; Secure', true],
    ['a', {}, 'a=1', true],
    ['__Host-a', { secure: false, path: '/', httpOnly: false }, '__Host-a=1; Path=/', false],
  ])('of %s takes for granted what browsers ask for, unless told: %o', (name, told, line, open) => {
    const { value, unknown } = unknownOf({ name, ...told });
    expect([value, unknown?.includes('secure') === true]).toEqual([line, open]);
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
