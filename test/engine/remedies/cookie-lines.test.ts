import { describe, expect, it } from 'vitest';
import { cookieLines } from '../../../src/engine/remedies/cookie-lines.js';
import type { LinePart } from '../../../src/engine/remedies/remedy.js';
import type { CookieDraft } from '../../../src/engine/rules/cookie-draft.js';

const bare: CookieDraft = {
  name: 'sid',
  path: '/',
  secure: false,
  httpOnly: false,
  sameSite: 'unset',
  partitioned: false,
};
const MARK = { same: '', added: '+', removed: '-', changed: '~' } as const;
const marked = (parts: readonly LinePart[]) =>
  parts
    .map(
      ({ name, value, change }) => MARK[change] + (value === undefined ? name : `${name}=${value}`),
    )
    .join('; ');

describe('the two lines of a cookie', () => {
  it.each<[string, Parameters<typeof cookieLines>, string, string]>([
    [
      'what was written stays as it is, and what is new follows',
      [bare, [['path', '/']], { ...bare, secure: true, httpOnly: true, sameSite: 'lax' }],
      'sid=…; path=/',
      'sid=…; path=/; +Secure; +HttpOnly; +SameSite=Lax',
    ],
    [
      'what is wrong is changed where it stands',
      [
        bare,
        [
          ['Path', '/'],
          ['SameSite', 'Loose'],
          ['Priority', 'High'],
        ],
        { ...bare, sameSite: 'lax' },
      ],
      'sid=…; Path=/; ~SameSite=Loose; Priority=High',
      'sid=…; Path=/; ~SameSite=Lax; Priority=High',
    ],
    [
      'what must go is gone',
      [
        { ...bare, maxAge: 600, expires: 0 },
        [['Max-Age', '600'], ['Expires', 'Thu, 01 Jan 1970 00:00:00 GMT'], ['Partitioned']],
        bare,
      ],
      'sid=…; -Max-Age=600; -Expires=Thu, 01 Jan 1970 00:00:00 GMT; -Partitioned',
      'sid=…',
    ],
    [
      'of two the last one counts',
      [
        { ...bare, sameSite: 'lax' },
        [
          ['SameSite', 'None'],
          ['SameSite', 'Lax'],
        ],
        { ...bare, sameSite: 'strict' },
      ],
      'sid=…; ~SameSite=None; ~SameSite=Lax',
      'sid=…; ~SameSite=Strict',
    ],
    [
      'a flag with a value says the same',
      [{ ...bare, secure: true }, [['Secure', '']], { ...bare, secure: true }],
      'sid=…; Secure=',
      'sid=…; Secure=',
    ],
    [
      'a path that was never written is written where the prefix wants it',
      [bare, [], { ...bare, name: '__Host-sid', secure: true }],
      '~sid=…',
      '~__Host-sid=…; +Path=/; +Secure',
    ],
    [
      'a domain is the same with its dot',
      [
        { ...bare, domain: 'shop.example' },
        [['Domain', '.Shop.example']],
        { ...bare, domain: 'shop.example' },
      ],
      'sid=…; Domain=.Shop.example',
      'sid=…; Domain=.Shop.example',
    ],
  ])('%s', (_what, args, sent, better) => {
    const lines = cookieLines(...args);
    expect([marked(lines.sent), marked(lines.better)]).toEqual([sent, better]);
  });
});
