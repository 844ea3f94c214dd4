import { describe, expect, it } from 'vitest';
import { isEventful } from '../../../src/recording/requests/static-request.js';

const TOKEN = 'f3a91c7be4d2480f9b6e0a7715cc28d4';

describe('a picture, script or style', () => {
  it.each<[string, Parameters<typeof isEventful>[0], boolean]>([
    [
      'that sets a cookie',
      { url: 'https://a.test/p', responseHeaders: [{ name: 'Set-Cookie' }] },
      true,
    ],
    ['with a token in its address', { url: `https://a.test/p?access_token=${TOKEN}` }, true],
    ['with a session in its path', { url: `https://a.test/p;jsessionid=${TOKEN}` }, true],
    [
      'that leads to a token',
      { url: 'https://a.test/p', redirectUrl: `https://b.test/?access_token=${TOKEN}` },
      true,
    ],
    [
      'that says nothing',
      { url: 'https://a.test/logo.png?v=3', responseHeaders: [{ name: 'etag', value: TOKEN }] },
      false,
    ],
    ['that is named by its contents', { url: `https://a.test/app.${TOKEN}.js` }, false],
    ['of no address', { url: '' }, false],
  ])('%s', (_, answer, wanted) => {
    expect(isEventful(answer)).toBe(wanted);
  });
});
