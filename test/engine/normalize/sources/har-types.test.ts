import { describe, expect, it } from 'vitest';
import { callerOf, isOfFrame, typeOf } from '../../../../src/engine/normalize/sources/har-types.js';

const header = (name: string, value: string) => [{ name, value }];

describe('what kind of request an entry is', () => {
  it('is what its producer says, or what came back', () => {
    const html = { content: { mimeType: 'text/html' } };
    const data = { content: { mimeType: 'application/json' } };
    expect(typeOf({ _resourceType: 'xhr' }, 'https://a.test/', html)).toBe('fetch');
    expect(typeOf({}, 'https://a.test/', html)).toBe('document');
    expect(typeOf({}, 'https://a.test/', data)).toBe('fetch');
    expect(typeOf({}, 'wss://a.test/', undefined)).toBe('websocket');
    expect(typeOf({ _resourceType: 'font' }, 'https://a.test/', html)).toBe('other');
  });

  it('is of a frame by Fetch Metadata', () => {
    expect(isOfFrame(header('sec-fetch-dest', 'iframe'))).toBe(true);
    expect(isOfFrame(header('sec-fetch-dest', 'document'))).toBe(false);
  });
});

describe('on whose behalf a request was made', () => {
  it('is told by its own headers', () => {
    expect(callerOf(header('referer', 'https://a.test/x'))).toBe('https://a.test/x');
    expect(callerOf(header('origin', 'null'))).toBeUndefined();
    expect(callerOf([])).toBeUndefined();
  });
});
