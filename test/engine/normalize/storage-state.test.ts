import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NotAStorageStateError,
  readStorageState,
} from '../../../src/engine/normalize/storage-state.js';

const AT = Date.UTC(2026, 0, 1);
const cookie = {
  name: 'sid',
  value: 'v',
  domain: '.shop.test',
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: true,
  sameSite: 'Lax',
};

describe('a storageState file', () => {
  it('becomes a jar and the areas of each origin', () => {
    const state = {
      cookies: [
        cookie,
        {
          ...cookie,
          name: 'host',
          domain: 'shop.test',
          expires: 1_800_000_000.5,
          sameSite: 'bogus',
          partitionKey: 'https://top.test',
        },
      ],
      origins: [
        {
          origin: 'https://shop.test',
          localStorage: [{ name: 'k', value: 'v' }],
          sessionStorage: [{ name: 's', value: 'x'.repeat(20_000) }],
          indexedDB: [
            {
              name: 'db',
              stores: [
                {
                  name: 'st',
                  records: [
                    { key: 'r', value: { token: 't' } },
                    { keyEncoded: [1], valueEncoded: 'e' },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    const [jar, local, session, databases, ...more] = readStorageState(state, AT);
    expect(more).toEqual([]);
    expect(jar).toMatchObject({
      kind: 'jar',
      at: AT,
      site: 'https://shop.test',
      cookies: [
        {
          name: 'sid',
          domain: 'shop.test',
          hostOnly: false,
          persistent: false,
          sameSite: 'lax',
          partitioned: false,
        },
        {
          name: 'host',
          hostOnly: true,
          persistent: true,
          expiresAt: 1_800_000_000_500,
          sameSite: 'unset',
          partitioned: true,
          partitionKey: 'https://top.test',
        },
      ],
    });
    expect(local).toMatchObject({
      area: 'localStorage',
      items: [{ key: 'k', value: 'v', length: 1 }],
    });
    expect(session).toMatchObject({
      area: 'sessionStorage',
      items: [{ key: 's', length: 20_000 }],
    });
    expect(databases).toMatchObject({
      area: 'indexedDB',
      items: [
        { key: 'db/st/r', value: '{"token":"t"}' },
        { key: 'db/st/[1]', value: '"e"' },
      ],
    });
  });

  it('is refused where it is none', () => {
    for (const other of [null, 1, 'x', [], {}, { cookies: 1 }])
      expect(() => readStorageState(other, AT)).toThrow(NotAStorageStateError);
  });

  it('may hold anything', () => {
    const any = fc.record({
      cookies: fc.array(fc.jsonValue()),
      origins: fc.array(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            origin: fc.string(),
            localStorage: fc.jsonValue(),
            indexedDB: fc.jsonValue(),
          }),
        ),
      ),
    });
    fc.assert(
      fc.property(any, (state) => {
        for (const snapshot of readStorageState(state, AT)) expect(snapshot.at).toBe(AT);
      }),
    );
  });
});
