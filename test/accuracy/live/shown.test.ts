import { describe, expect, it } from 'vitest';
import type { HarEntry } from '../../../accuracy/evaluate/inventory.js';
import { listenedTo, withoutSocketMessages } from '../../../accuracy/live/shown.js';

const entry = (type: string, path: string, setsCookie = false) =>
  ({
    _resourceType: type,
    _webSocketMessages: [{}],
    request: { url: `https://shop.test${path}` },
    response: { headers: setsCookie ? [{ name: 'Set-Cookie', value: 'a=1' }] : [] },
  }) as unknown as HarEntry;

describe('listenedTo', () => {
  it('keeps what the extension records, and of static requests those that matter', () => {
    const all = [
      entry('document', '/'),
      entry('image', '/a.png'),
      entry('image', '/b.png', true),
      entry('script', '/c.js?csrf_token=3f9a1c7be2d84f60a5b1c9d7e8f20314'),
      entry('preflight', '/d', true),
    ];
    expect(listenedTo(all).map(({ request }) => new URL(request.url).pathname)).toEqual([
      '/',
      '/b.png',
      '/c.js',
    ]);
  });
});

describe('withoutSocketMessages', () => {
  it('leaves all else', () => {
    const [one] = withoutSocketMessages([entry('websocket', '/ws')]);
    expect(one).toMatchObject({ _resourceType: 'websocket', _webSocketMessages: undefined });
  });
});
