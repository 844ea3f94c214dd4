import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../scripts/start/arguments.js';

const WITH_DISPLAY = { DISPLAY: ':0' };

describe('the arguments of npm start', () => {
  it('mean the demo where there are none', () => {
    expect(readArguments([], WITH_DISPLAY)).toEqual({ headless: false });
  });

  it.each([
    ['https://example.com/a?b', 'https://example.com/a?b'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['example.com', 'https://example.com'],
  ])('take %s as the page to open', (argument, url) => {
    expect(readArguments([argument], WITH_DISPLAY)).toEqual({ url, headless: false });
  });

  it('may ask for no window, before or after the page', () => {
    const wanted = { url: 'https://example.com', headless: true };
    expect(readArguments(['--headless', 'example.com'], WITH_DISPLAY)).toEqual(wanted);
    expect(readArguments(['example.com', '--headless'], WITH_DISPLAY)).toEqual(wanted);
  });

  it.runIf(process.platform === 'linux')('mean no window where there is no display', () => {
    expect(readArguments([], {})).toEqual({ headless: true });
    expect(readArguments([], { WAYLAND_DISPLAY: 'wayland-0' })).toEqual({ headless: false });
  });

  it.each([[['--help']], [['a.test', 'b.test']], [['-x', 'a.test']]])('refuse %j', (args) => {
    expect(() => readArguments(args, WITH_DISPLAY)).toThrow('usage: npm start');
  });

  it.each(['file:///etc/passwd', 'javascript://x', 'http://', 'a b'])('refuse %s', (url) => {
    expect(() => readArguments([url], WITH_DISPLAY)).toThrow('is no address of a web page');
  });
});
