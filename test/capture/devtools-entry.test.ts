import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/engine/settings.js';
import {
  devtoolsEntry,
  type HarEntry,
  wantsBody,
  wantsEntry,
} from '../../src/capture/devtools-entry.js';

function entry(
  more: {
    type?: string;
    destination?: string;
    mimeType?: string;
    size?: number;
    url?: string;
  } = {},
): HarEntry {
  const {
    type,
    destination,
    mimeType = 'application/json',
    size = 10,
    url = 'https://shop.test/api',
  } = more;
  return {
    startedDateTime: '2026-01-02T03:04:05.678Z',
    ...(type && { _resourceType: type }),
    request: {
      method: 'POST',
      url,
      headers: [
        { name: 'User-Agent', value: 'x' },
        ...(destination ? [{ name: 'Sec-Fetch-Dest', value: destination }] : []),
      ],
      postData: {
        mimeType: 'application/x-www-form-urlencoded',
        text: 'user=ada&password=correct+horse',
      },
    },
    response: { status: 200, headers: [], content: { mimeType, size } },
  };
}

describe('a DevTools entry', () => {
  it('is wanted where webRequest records the same', () => {
    const wanted = ['document', 'fetch', 'xhr', 'websocket'].map((type) =>
      wantsEntry(entry({ type })),
    );
    const other = ['image', 'script', 'stylesheet', 'font', 'preflight'].map((type) =>
      wantsEntry(entry({ type })),
    );
    expect([...wanted, ...other]).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(wantsEntry(entry({ type: 'fetch', url: 'chrome-extension://x/y' }))).toBe(false);
  });

  it('is wanted once it has ended', () => {
    const { response, ...rest } = entry({ type: 'fetch' });
    expect(wantsEntry({ ...rest, response: { ...response, status: 0 } })).toBe(false);
    expect(
      wantsEntry({ ...rest, response: { ...response, status: 0, _error: 'net::ERR_FAILED' } }),
    ).toBe(true);
  });

  it('is known in Firefox by Fetch Metadata, or by what came back', () => {
    expect(wantsEntry(entry({ destination: 'empty' }))).toBe(true);
    expect(wantsEntry(entry({ destination: 'image' }))).toBe(false);
    expect(wantsEntry(entry({ mimeType: 'text/html; charset=utf-8' }))).toBe(true);
    expect(wantsEntry(entry({ mimeType: 'image/png' }))).toBe(false);
  });

  it('has a body worth asking for where it is short text', () => {
    expect(wantsBody(entry({ type: 'fetch' }))).toBe(true);
    expect(wantsBody(entry({ type: 'fetch', size: 2 ** 21 }))).toBe(false);
    expect(wantsBody(entry({ type: 'fetch', mimeType: 'application/pdf' }))).toBe(false);
    expect(wantsBody(entry({ type: 'websocket' }))).toBe(false);
  });

  it('tells of a body that is too large to be read, and of what was cut', () => {
    const large = entry({ type: 'fetch', size: LIMITS.body + 1 });
    const cut = [{ what: 'body', limit: LIMITS.body, lost: 1 }];
    expect(devtoolsEntry(large, undefined).responseBody).toMatchObject({ fields: [], limits: cut });
    const read = devtoolsEntry(entry({ type: 'fetch' }), ' '.repeat(LIMITS.body + 1));
    expect(read.responseBody).toMatchObject({ bytes: LIMITS.body + 1, limits: cut });
    expect(devtoolsEntry(entry({ type: 'fetch' }), undefined)).not.toHaveProperty('responseBody');
    const url = `https://shop.test/${'x'.repeat(LIMITS.url)}`;
    expect(devtoolsEntry(entry({ url }), undefined).limits).toEqual([
      { what: 'url', limit: LIMITS.url, lost: 1 },
    ]);
  });

  it('tells of a body that was gone when it was asked for, but of no empty one', () => {
    const gone = [{ what: 'bodyGone', limit: 0, lost: 1 }];
    const told = devtoolsEntry(entry({ type: 'fetch' }), '');
    expect(told.responseBody).toMatchObject({ fields: [], limits: gone });
    for (const none of [entry({ type: 'fetch', size: 0 }), entry({ mimeType: 'image/png' })])
      expect(devtoolsEntry(none, '')).not.toHaveProperty('responseBody');
  });

  it('leaves the panel without the password', () => {
    const told = devtoolsEntry(
      entry({ type: 'document', destination: 'iframe' }),
      '{"token":"abcdefghijklmnopqrstuvwxyz"}',
    );
    expect(told).toMatchObject({
      type: 'frame',
      method: 'POST',
      status: 200,
      startedAt: Date.parse('2026-01-02T03:04:05.678Z'),
      requestBody: { passwordField: 'password' },
      responseBody: { fields: [{ pointer: '/token' }] },
    });
    expect(JSON.stringify(told)).not.toContain('correct');
    expect(JSON.stringify(told.requestHeaders)).not.toContain('user-agent');
  });

  it('tells which cookies hold the password, and not how it goes', () => {
    const { response, ...rest } = entry({ type: 'document' });
    const lines = [`auth=${btoa('ada:correct horse')}; Path=/`, 'sid=0123456789abcdef; Path=/'];
    const headers = lines.map((value) => ({ name: 'Set-Cookie', value }));
    const told = devtoolsEntry({ ...rest, response: { ...response, headers } }, undefined);
    expect(told.passwordCookies).toEqual([{ name: 'auth', held: 'encoded' }]);
    expect(JSON.stringify(told.passwordCookies)).not.toContain('correct');
    const other = entry({ type: 'document' });
    expect(devtoolsEntry(other, undefined)).not.toHaveProperty('passwordCookies');
  });
});
