import { describe, expect, it } from 'vitest';
import { json, redacted, type Told } from '../../support/redacted-text.js';

const PASSWORD = 'open Sesame';

describe('a call whose arguments have no names', () => {
  it.each<[what: string, told: Told]>([
    [
      'DWR',
      {
        posted:
          'callCount=1\nc0-scriptName=Users\nc0-methodName=login\nc0-id=0\n' +
          `c0-param0=string:ada\nc0-param1=string:${encodeURIComponent(PASSWORD)}\nbatchId=0\n`,
      },
    ],
    [
      'GWT-RPC',
      {
        mime: 'text/x-gwt-rpc',
        posted:
          '7|0|7|https://shop.test/app/|29F4EA1240F157649C12466F01F46F60|a.test.LoginService|' +
          `login|java.lang.String/2004016611|ada|${PASSWORD}|1|2|3|4|2|5|5|6|7|`,
      },
    ],
    [
      'JSON-RPC',
      { mime: json, posted: `{"method":"login","params":["ada","${PASSWORD}"],"id":1}` },
    ],
    [
      'a call of a call',
      { mime: json, posted: `{"method":"call","params":["login","ada","${PASSWORD}"]}` },
    ],
    [
      'a service that names its arguments otherwise',
      {
        mime: json,
        posted:
          '{"jsonrpc":"2.0","method":"call","params":{"service":"common","method":"authenticate",' +
          `"args":["shop","ada","${PASSWORD}",{}]},"id":1}`,
      },
    ],
  ])('has no password in %s', (_, told) => {
    expect(JSON.stringify(told)).toMatch(/Sesame/);
    expect(redacted(told)).not.toMatch(/Sesame/);
  });

  it('keeps the words of another call', () => {
    const posted = '{"method":"search","params":["blue chair","a table"],"id":1}';
    expect(redacted({ mime: json, posted })).toContain('blue chair');
  });
});
