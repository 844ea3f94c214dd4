import { describe, expect, it } from 'vitest';
import { unnamedInHeaders } from '../../../src/engine/places/unnamed.js';
import { Seeded } from '../../support/seeded.js';

const value = new Seeded('unnamed').base62(40);
const found = (name: string) => unnamedInHeaders([{ name, value }], 'sent');

describe('a long random value in a header', () => {
  it.each(['authentication', 'authorisation', 'authkey', 'auth', 'x-passport', 'hotel-key'])(
    'may be one that an answer gave, whatever the header is called: %s',
    (name) => expect(found(name)).toMatchObject([{ locator: name, value }]),
  );

  it.each(['authorization', 'proxy-authorization', 'authentication-info', 'etag', 'cookie'])(
    'is read elsewhere, or none, in a header of HTTP: %s',
    (name) => expect(found(name)).toEqual([]),
  );
});
