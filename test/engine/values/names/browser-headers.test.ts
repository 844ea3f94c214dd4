import { describe, expect, it } from 'vitest';
import { isWrittenByBrowser } from '../../../../src/engine/values/names/browser-headers.js';

describe('headers that browsers write', () => {
  it.each([
    ':authority',
    'Host',
    'referer',
    'sec-fetch-site',
    'Sec-WebSocket-Key',
    'accept-language',
    'content-type',
    'if-none-match',
    'proxy-connection',
    'upgrade-insecure-requests',
    'date',
  ])('are such as %s', (name) => {
    expect(isWrittenByBrowser(name)).toBe(true);
  });

  it.each([
    'cookie',
    'authorization',
    'Proxy-Authorization',
    'x-csrf-token',
    'x-origin',
    'hostkey',
    'via-token',
    'dated',
    'securekey',
  ])('are not such as %s', (name) => {
    expect(isWrittenByBrowser(name)).toBe(false);
  });
});
