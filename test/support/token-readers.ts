import { joinCookieParts } from '../../src/engine/credentials/cookie-parts.js';
import { candidatesIn, tokensIn } from '../../src/engine/places/candidate.js';
import { candidatesInHeaders } from '../../src/engine/places/in-headers.js';
import { candidatesInUrl } from '../../src/engine/places/in-url.js';
import { estimateBits, looksRandom } from '../../src/engine/values/ids/entropy.js';
import { formatOf } from '../../src/engine/values/format.js';
import { duplicateMembers } from '../../src/engine/values/json-members.js';
import { findJwts } from '../../src/engine/values/tokens/jwt.js';

const PLACE = { carrier: 'header', locator: 'x', direction: 'sent' } as const;

/** Everything that looks for tokens in a text from outside, by what it reads. */
export const TOKEN_READERS: Readonly<Record<string, (input: string) => unknown>> = {
  findJwts,
  tokensIn,
  formatOf,
  looksRandom,
  estimateBits,
  duplicateMembers,
  'a value': (input) => candidatesIn(PLACE, 'access_token', input),
  'a name': (input) => candidatesIn(PLACE, input, 'f3a9c1b27d5e48609a1b'),
  'a URL': (input) => candidatesInUrl(`https://a.example/${input}?${input}#${input}`, 'sent'),
  'a relative URL': (input) => candidatesInUrl(input, 'received'),
  'an Authorization header': (input) =>
    candidatesInHeaders([{ name: 'authorization', value: input }], 'sent'),
  'a bound session header': (input) =>
    candidatesInHeaders([{ name: 'secure-session-challenge', value: input }], 'received'),
  'cookies in parts': (input) =>
    joinCookieParts([
      { name: 's.0', value: input },
      { name: 's.1', value: input },
      { name: input, value: 'x' },
    ]),
};
