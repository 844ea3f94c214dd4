import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/engine/settings.js';
import type { JarSnapshot, StorageSnapshot } from '../../../../src/engine/model.js';
import {
  NotAStorageStateError,
  readStorageState,
} from '../../../../src/engine/normalize/sources/storage-state.js';

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

const ORIGIN = { origin: 'https://shop.test', localStorage: [] };

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
    const [jar, local, session, databases, ...more] = readStorageState(state, AT).snapshots;
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

  it('leaves unknown what it does not say', () => {
    const { name, value, domain } = cookie;
    const [jar] = readStorageState({ cookies: [{ name, value, domain }] }, AT).snapshots;
    expect(jar).toMatchObject({ cookies: [{ name, value, domain: 'shop.test', path: '/' }] });
    const [read] = (jar as JarSnapshot).cookies;
    for (const flag of ['httpOnly', 'secure', 'sameSite', 'persistent', 'expiresAt'])
      expect(read).not.toHaveProperty(flag);
  });

  it('reads an end in milliseconds as such, and says so', () => {
    const cookies = [{ ...cookie, expires: AT + 60_000 }];
    const { snapshots, diagnoses } = readStorageState({ cookies }, AT);
    expect(snapshots).toMatchObject([{ cookies: [{ persistent: true, expiresAt: AT + 60_000 }] }]);
    const state = { cookies: [cookie], origins: [{ ...ORIGIN, sessionStorage: [] }] };
    expect(diagnoses.map(({ code }) => code)).toContain('expires-in-milliseconds');
    expect(readStorageState(state, AT).diagnoses).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['cookies alone', { cookies: [cookie] }, ['cookies-alone']],
    ['a list of cookies', [cookie], ['cookies-alone']],
    ['no origin', { cookies: [cookie], origins: [] }, ['no-session-storage']],
    ['no sessionStorage', { cookies: [], origins: [ORIGIN] }, ['no-session-storage']],
    ['all of it', { cookies: [], origins: [ORIGIN, { ...ORIGIN, sessionStorage: [] }] }, []],
  ])('says what it cannot tell where it has %s', (_, state, codes) => {
    expect(readStorageState(state, AT).diagnoses.map(({ code }) => code)).toEqual(codes);
  });

  it('has no cookie where a sanitizer took its value out, and says how many there were', () => {
    const cookies = [cookie, { ...cookie, name: 'b', value: '[REDACTED]' }];
    const localStorage = [{ name: 'access_token', value: '***' }];
    const { snapshots, diagnoses } = readStorageState(
      { cookies, origins: [{ origin: 'https://shop.test', localStorage, sessionStorage: [] }] },
      AT,
    );
    expect((snapshots[0] as JarSnapshot).cookies.map(({ name }) => name)).toEqual(['sid']);
    expect(diagnoses.map(({ code, detail }) => [code, detail])).toEqual([
      ['sanitized', { count: 2 }],
    ]);
  });

  it('reads large values to their end', () => {
    const read = (value: string) =>
      readStorageState(
        { origins: [{ origin: 'https://shop.test', localStorage: [{ name: 'k', value }] }] },
        AT,
      );
    const large = read('x'.repeat(1_000_000));
    expect((large.snapshots[0] as StorageSnapshot).items[0]!.value).toHaveLength(1_000_000);
    const [larger] = read('x'.repeat(1_100_000)).snapshots as StorageSnapshot[];
    expect(larger!.items[0]!.value).toHaveLength(LIMITS.storageValue);
    expect(larger!.items[0]!.length).toBe(1_100_000);
  });

  it('may hold records as deep as they like under keys of any kind', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(20_000)}1${']'.repeat(20_000)}`);
    const records = [
      { key: { toString: 'x' }, value: deep },
      { key: 7, value: 'v' },
      { keyEncoded: deep, valueEncoded: deep },
    ];
    const origins = [
      { origin: 'https://shop.test', indexedDB: [{ name: 'd', stores: [{ name: 's', records }] }] },
    ];
    const [area] = readStorageState({ origins }, AT).snapshots as StorageSnapshot[];
    expect(area!.items.map(({ key }) => key)).toEqual([
      'd/s/{"toString":"x"}',
      'd/s/7',
      expect.stringContaining('d/s/[[['),
    ]);
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
        for (const snapshot of readStorageState(state, AT).snapshots) expect(snapshot.at).toBe(AT);
      }),
    );
  });
});
