import { describe, expect, it } from 'vitest';
import type { ReportLinePart } from '../../../src/engine/report/report-remedy.js';
import { requestDiff, requestToSend } from '../../../src/ui/lists/request-diff.js';
import { REQUEST_REMEDY } from '../../fixtures/ui-remedy.js';

const parts = (change: ReportLinePart['change'], ...texts: string[]): ReportLinePart[] =>
  texts.map((text) => ({ text, change }));
const told = (all: readonly ReportLinePart[]) =>
  all.map(
    ({ text, change }) => `${{ same: ' ', added: '+', removed: '-', changed: '~' }[change]}${text}`,
  );

describe('two requests as one list', () => {
  it('puts what takes the place of a parameter behind it, and what is new at the end', () => {
    expect(told(requestDiff(REQUEST_REMEDY))).toEqual([
      ' client_id=shop-web',
      ' redirect_uri=https://www.shop.test/callback',
      '-response_type=token',
      '+response_type=code',
      ' state=A1B2…(32)',
      '-prompt=none',
      '+code_challenge=<BASE64URL(SHA256(code_verifier))>',
      '+code_challenge_method=S256',
    ]);
  });

  it.each([
    ['nothing was sent', [], parts('added', 'client_id=a'), ['+client_id=a']],
    [
      'a parameter stands there twice',
      parts('changed', 'scope=a', 'scope=b'),
      parts('changed', 'scope=c'),
      ['-scope=a', '+scope=c', '-scope=b'],
    ],
    [
      'one of two is the same',
      [...parts('same', 'scope=a'), ...parts('changed', 'scope=b')],
      parts('same', 'scope=a'),
      [' scope=a', '-scope=b'],
    ],
    ['one has no value', parts('removed', 'x'), [], ['-x']],
  ])('says all of it where %s', (_, sent, better, rows) => {
    expect(told(requestDiff({ sent, better }))).toEqual(rows);
  });
});

describe('the request to send', () => {
  it('is an address, in which what is secret or made anew is left open', () => {
    expect(requestToSend(REQUEST_REMEDY)).toBe(
      'https://login.idp.test/oauth2/authorize?client_id=shop-web' +
        '&redirect_uri=https%3A%2F%2Fwww.shop.test%2Fcallback&response_type=code&state=<state>' +
        '&code_challenge=<BASE64URL(SHA256(code_verifier))>&code_challenge_method=S256',
    );
  });

  it('is its parameters where it has no address', () => {
    expect(requestToSend({ address: null, better: parts('same', 'scope=a b', 'x=1=2&3') })).toBe(
      'scope=a%20b&x=1%3D2%263',
    );
  });
});
