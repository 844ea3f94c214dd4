import { jwsOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

/** What each page does before its own record, and what it puts: expressions for the page. */
interface Stored {
  record: string;
  key?: string;
  /** Whether the bad record's own token can be read. */
  isRead?: false;
}

const DEEP = (levels: number) =>
  `(() => { let deep = { access_token }; for (let n = 0; n < ${levels}; n++) deep = [deep]; ` +
  'return deep; })()';

export const RECORDS: Readonly<Record<string, Stored>> = {
  'in circles': { record: '(() => { const a = { access_token }; a.self = a; return a; })()' },
  'a BigInt': { record: '({ access_token, many: 10n ** 40n })' },
  'a Map in a Set': { record: '(new Set([new Map([["access_token", access_token]])]))' },
  '60 levels deep': { record: DEEP(60) },
  '1,000 levels deep': { record: `({ access_token, deep: ${DEEP(1_000)} })` },
  'a list of 4 billion holes': {
    record: '(() => { const list = []; list[4294967293] = 1; return { access_token, list }; })()',
  },
  'half a million members': {
    record: '({ access_token, many: Array.from({ length: 500_000 }, (_, n) => ({ n })) })',
  },
  '10 MB of bytes': { record: '({ access_token, bytes: new Uint8Array(10_000_000) })' },
  'no date': { record: '({ access_token, at: new Date(NaN) })' },
  'named like what objects inherit': {
    record:
      'JSON.parse(`{"access_token":"${access_token}","__proto__":{"x":1},"toJSON":1,"constructor":1}`)',
  },
  'under a key in 1,000 brackets': {
    record: '({ access_token })',
    key: '(() => { let key = ["k"]; for (let n = 0; n < 1_000; n++) key = [key]; return key; })()',
  },
  nothing: { record: 'undefined', isRead: false },
};

const random = new Seeded('hostile');
export const WITHIN = random.base62(40);
export const BESIDE = random.base62(40);
export const ELSEWHERE = random.base62(40);

/** Three databases, of which the first holds the odd record and an ordinary one beside it. */
export const storing = ({ record, key = '"odd"' }: Stored) => `(async () => {
  const access_token = '${WITHIN}';
  const put = (database, entries) => new Promise((resolve, reject) => {
    const open = indexedDB.open(database, 1);
    open.onupgradeneeded = () => {
      open.result.createObjectStore('a');
      open.result.createObjectStore('b');
    };
    open.onsuccess = () => {
      const write = open.result.transaction(['a', 'b'], 'readwrite');
      for (const [store, key, value] of entries) write.objectStore(store).put(value, key);
      write.oncomplete = () => { open.result.close(); resolve(); };
      write.onabort = () => reject(write.error);
    };
  });
  await put('1', [['a', ${key}, ${record}], ['b', 'beside', { refresh_token: '${BESIDE}' }]]);
  await put('2', [['a', 'elsewhere', { id_token: '${ELSEWHERE}' }]]);
})()`;

/** A token whose claims nest so deep that most readers fall. */
export const deepToken = (levels: number) =>
  jwsOf('{"alg":"HS256"}', `{"sub":${'['.repeat(levels)}${']'.repeat(levels)}}`);
