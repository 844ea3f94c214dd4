import { describe, expect, it } from 'vitest';
import { entry, read } from '../../../support/har-entries.js';

const SET = [{ name: 'Set-Cookie', value: `auth=${btoa('ada:hunter2:app')}; Path=/` }];
const FORM = 'application/x-www-form-urlencoded';
const HELD = [{ name: 'auth', held: 'encoded' }];

const login = (request: object, response: object = { headers: SET }) =>
  read(
    entry({
      request: { method: 'POST', url: 'https://a.test/login', headers: [], ...request },
      response: { status: 302, content: { mimeType: '' }, headers: [], ...response },
    }),
  )[0];

describe('an entry of a file whose cookie holds the password', () => {
  it.each([
    ['in its body', { postData: { mimeType: FORM, text: 'user=ada&password=hunter2' } }],
    [
      'in its parameters',
      {
        postData: {
          mimeType: FORM,
          params: [
            { name: 'user', value: 'ada' },
            { name: 'pass', value: 'hunter2' },
          ],
        },
      },
    ],
    ['in its address', { url: 'https://a.test/login?user=ada&password=hunter2' }],
    [
      'as HTTP Basic',
      { headers: [{ name: 'Authorization', value: `Basic ${btoa('ada:hunter2')}` }] },
    ],
  ])('says so where the password is %s', (_where, request) => {
    const exchange = login(request);
    expect(exchange?.passwordCookies).toEqual(HELD);
    expect(JSON.stringify({ ...exchange, response: undefined })).not.toContain('hunter2');
  });

  it('says so where cookies are listed, and headers are not', () => {
    const cookies = [{ name: 'auth', value: btoa('ada:hunter2:app') }];
    const request = { postData: { mimeType: FORM, text: 'user=ada&password=hunter2' } };
    expect(login(request, { cookies })?.passwordCookies).toEqual(HELD);
    expect(login({ ...request, cookies }, {})?.passwordCookies).toEqual(HELD);
  });

  it('says nothing where no password was seen, or another one', () => {
    expect(login({})).not.toHaveProperty('passwordCookies');
    const other = { postData: { mimeType: FORM, text: 'user=ada&password=hunter3' } };
    expect(login(other)).not.toHaveProperty('passwordCookies');
  });
});
