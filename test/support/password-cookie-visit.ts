import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Parts, har } from './redacted-har.js';

// A login that gives a cookie with the password in it, and what it may be used for then.

export const PASSWORD = 'orchid-Violet-9';

const hex = (text: string) => bytesToHex(utf8ToBytes(text));

/** Every way in which a password may stand in a text. */
export const WRITINGS: readonly string[] = [
  PASSWORD,
  hex(PASSWORD),
  btoa(PASSWORD),
  btoa(hex(PASSWORD)).replace(/=+$/, ''),
  bytesToHex(md5(utf8ToBytes(PASSWORD))),
];

/** Cookies as programs were seen to write them: name, value, and how that holds the password. */
export const COOKIES: readonly [name: string, value: string, held: string][] = [
  ['pass', PASSWORD, 'plain'],
  ['prefs', encodeURIComponent(`ada&${PASSWORD}`), 'encoded'],
  ['CFAUTHORIZATION_app', btoa(`ada:${PASSWORD}:app`), 'encoded'],
  ['__ac', encodeURIComponent(`"${btoa(`${hex('ada')}:${hex(PASSWORD)}`)}"`), 'encoded'],
  ['webcit', hex(`||ada|${PASSWORD}|Lobby|`), 'encoded'],
  ['pass_hash', bytesToHex(md5(utf8ToBytes(PASSWORD))), 'hash'],
];

export function visit(name: string, value: string, scheme = 'https') {
  const at = `${scheme}://shop.test`;
  const sent: Parts['sent'] = [['Cookie', `${name}=${value}`]];
  const line = `${name}=${value}; Path=/; HttpOnly${scheme === 'https' ? '; Secure' : ''}`;
  return har(
    {
      url: `${at}/login`,
      received: [
        ['Set-Cookie', line],
        ['Location', '/home'],
      ],
      posted: {
        mimeType: 'application/x-www-form-urlencoded',
        text: new URLSearchParams({ user: 'ada', password: PASSWORD }).toString(),
      },
      response: { status: 302 },
    },
    { url: `${at}/home`, sent },
    { url: `${at}/orders`, sent },
  );
}
