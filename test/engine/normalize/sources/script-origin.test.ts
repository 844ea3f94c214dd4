import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptOriginOf } from '../../../../src/engine/normalize/sources/script-origin.js';

const stack = (...urls: unknown[]) => ({
  callFrames: urls.map((url) => ({ functionName: 'f', url, lineNumber: 1 })),
});

describe('the script that made a request', () => {
  it.each([
    [
      'where the call began',
      {
        type: 'script',
        stack: stack('https://wrapper.test/fetch.js', 'https://shop.test/app.js?v=2'),
      },
      'https://shop.test',
    ],
    [
      'before an await',
      {
        type: 'script',
        stack: {
          ...stack('https://wrapper.test/fetch.js'),
          parent: { description: 'await', ...stack('https://shop.test/app.js') },
        },
      },
      'https://shop.test',
    ],
    [
      'evaluated code aside',
      { type: 'script', stack: stack('https://cdn.test/t.js', '', 'chrome-extension://abc/x.js') },
      'https://cdn.test',
    ],
    [
      'by its URL where there is no stack',
      { type: 'script', url: 'https://cdn.test/t.js' },
      'https://cdn.test',
    ],
    ['not told of a parser', { type: 'parser', url: 'https://shop.test/' }, undefined],
    ['not told without any URL', { type: 'script', stack: stack('') }, undefined],
    ['not told by other browsers', undefined, undefined],
  ])('%s', (_, initiator, origin) => {
    expect(scriptOriginOf(initiator)).toBe(origin);
  });

  it('is read from anything without exception', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (callFrames, url) => {
        expect(() => [
          scriptOriginOf(callFrames),
          scriptOriginOf({ type: 'script', url, stack: { callFrames } }),
        ]).not.toThrow();
      }),
    );
  });
});
