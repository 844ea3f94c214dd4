import { expect, it } from 'vitest';
import { unfoldSetCookie } from '../../../../src/engine/normalize/sources/folded-cookies.js';

it.each([
  ['a=1; Path=/', ['a=1; Path=/']],
  ['a=1; Path=/\nb=2', ['a=1; Path=/', 'b=2']],
  ['a=1; Path=/; Secure, b=2; HttpOnly', ['a=1; Path=/; Secure', 'b=2; HttpOnly']],
  ['a=1; Path=/,b=2; Path=/', ['a=1; Path=/', 'b=2; Path=/']],
  [
    'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/, b=2; Expires=Thu, ' +
      '01-Jan-1970 00:00:01 GMT',
    [
      'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/',
      'b=2; Expires=Thu, 01-Jan-1970 00:00:01 GMT',
    ],
  ],
  ['prefs=a=1,b=2,c=3', ['prefs=a=1,b=2,c=3']],
  ['prefs=x=1, y=2; Path=/', ['prefs=x=1, y=2; Path=/']],
  ['', ['']],
])('%s', (value, lines) => expect(unfoldSetCookie(value)).toEqual(lines));
