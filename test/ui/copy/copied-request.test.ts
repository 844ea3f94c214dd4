import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asCurl,
  asFetch,
  asMarkdown,
  type CopiedRequest,
  headerLine,
} from '../../../src/ui/copy/copied-request.js';
import { toldByBash } from '../../support/told-by-bash.js';

const request = (own: Partial<CopiedRequest>): CopiedRequest => ({
  method: 'GET',
  url: 'https://shop.test/',
  requestHeaders: [],
  responseHeaders: [],
  ...own,
});

/** The arguments that a command gives to curl, as bash reads them. */
function argumentsOf(command: string): string[] {
  return toldByBash(`curl() { printf '%s\\0' "$@"; }; ${command}`);
}

/** What a call gives to `fetch`. */
function fetched(call: string): [url: string, init: RequestInit] {
  let given: unknown[] = [];
  new Function('fetch', call)((...all: unknown[]) => (given = all));
  return given as [string, RequestInit];
}

describe('a request as cURL', () => {
  it.each<[string, Partial<CopiedRequest>, string[]]>([
    ['a plain one', {}, ['--url', 'https://shop.test/']],
    ['another method', { method: 'DELETE' }, ['--url', 'https://shop.test/', '-X', 'DELETE']],
    ['HEAD', { method: 'HEAD' }, ['--url', 'https://shop.test/', '--head']],
    [
      'brackets, and a fragment that is not sent',
      { url: 'https://shop.test/?a[]={1}#token' },
      ['--url', 'https://shop.test/?a[]={1}', '--globoff'],
    ],
    [
      'headers, but for those of the connection',
      {
        requestHeaders: [
          { name: ':authority', value: 'shop.test' },
          { name: 'host', value: 'shop.test' },
          { name: 'content-length', value: '4' },
          { name: 'cookie', value: `sid='a'; b=$(id)` },
          { name: 'x-empty', value: '' },
          { name: 'x-split', value: 'a\r\nEvil: 1' },
        ],
      },
      [
        '--url',
        'https://shop.test/',
        '-H',
        `cookie: sid='a'; b=$(id)`,
        '-H',
        'x-empty;',
        '-H',
        'x-split: a Evil: 1',
      ],
    ],
    [
      'what is compressed',
      { requestHeaders: [{ name: 'accept-encoding', value: 'gzip' }] },
      ['--url', 'https://shop.test/', '-H', 'accept-encoding: gzip', '--compressed'],
    ],
  ])('%s', (_, own, wanted) => {
    expect(argumentsOf(asCurl(request(own)))).toEqual(wanted);
  });

  it('gives curl the very body', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const body = text.replaceAll('\0', '');
        const command = asCurl(request({ method: 'POST', body }));
        expect(argumentsOf(command).slice(-2)).toEqual(['--data-raw', body]);
      }),
      { numRuns: 15 },
    );
  });

  it('gives curl the very value of any header', () => {
    const anyValue = fc.string({ unit: 'binary', minLength: 1 }).filter((v) => !/[\r\n\0]/.test(v));
    fc.assert(
      fc.property(anyValue, (value) => {
        const command = asCurl(request({ requestHeaders: [{ name: 'x', value }] }));
        expect(argumentsOf(command).at(-1)).toBe(`x: ${value}`);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a request as fetch()', () => {
  it('has the very body', () => {
    const [, init] = fetched(asFetch(request({ method: 'POST', body: `a=</script>&b='"\u2028` })));
    expect(init.body).toBe(`a=</script>&b='"\u2028`);
  });

  it('has what a script may set, and sends cookies where some were sent', () => {
    const headers = [
      { name: 'cookie', value: 'sid=1' },
      { name: 'sec-fetch-mode', value: 'cors' },
      { name: 'authorization', value: 'Bearer </script>' },
      { name: '__proto__', value: "a'b" },
    ];
    const call = asFetch(request({ method: 'PUT', requestHeaders: headers }));
    const [url, init] = fetched(call);
    expect(url).toBe('https://shop.test/');
    expect(init).toEqual({
      method: 'PUT',
      headers: [
        ['cookie', 'sid=1'],
        ['authorization', 'Bearer </script>'],
        ['__proto__', "a'b"],
      ].slice(1),
      credentials: 'include',
    });
    expect(call).not.toContain('</script>');
  });

  it('sends none where none were sent', () => {
    expect(fetched(asFetch(request({})))[1]).toEqual({ method: 'GET', credentials: 'omit' });
  });
});

it('is Markdown in which nothing has a meaning', () => {
  const text = asMarkdown(
    request({ status: 200, responseHeaders: [{ name: 'x', value: '`<b>`\n# no' }] }),
  );
  expect(text).toBe('`GET https://shop.test/` → 200\n\n**Response**\n\n- ``x: `<b>` # no``');
});

it('has each header on one line', () => {
  expect(headerLine({ name: 'x', value: 'a\r\n b' })).toBe('x: a  b');
});
