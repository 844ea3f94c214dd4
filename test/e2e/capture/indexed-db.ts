// Scripts for a page with a database `db`, as text: they run in pages.

/** Puts records into a database of two stores: `beside` has its keys beside, `inside` in `id`. */
export const storing = (records: string) => `(async () => {
  const put = (entries) => new Promise((resolve, reject) => {
    const open = indexedDB.open('db', 1);
    open.onupgradeneeded = () => {
      open.result.createObjectStore('beside', { autoIncrement: true });
      const inside = open.result.createObjectStore('inside', { keyPath: 'id' });
      inside.createIndex('mail', 'mail', { unique: true });
    };
    open.onsuccess = () => {
      const write = open.result.transaction(['beside', 'inside'], 'readwrite');
      for (const [store, value, key] of entries) write.objectStore(store).put(value, key);
      write.oncomplete = () => { open.result.close(); resolve(); };
      write.onabort = () => reject(write.error);
    };
  });
  await put(${records});
})()`;

/** All records of a store, each described so that no difference of type is lost. */
export const stored = (store: string) => `new Promise((resolve, reject) => {
  const describe = (value) =>
    value instanceof Date ? { date: value.getTime() }
    : value instanceof Map ? { map: [...value].map(describe) }
    : value instanceof Set ? { set: [...value].map(describe) }
    : value instanceof CryptoKey ? { secret: value.algorithm.name, open: value.extractable }
    : value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? { bytes: [...new Uint8Array(value.buffer ?? value)] }
    : typeof value === 'bigint' ? { big: String(value) }
    : value === undefined ? { nothing: true }
    : Array.isArray(value) ? value.map(describe)
    : typeof value === 'object' && value
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, describe(one)]))
    : value;
  const open = indexedDB.open('db');
  open.onerror = () => reject(open.error);
  open.onsuccess = () => {
    const read = open.result.transaction('${store}').objectStore('${store}');
    const keys = read.getAllKeys();
    const values = read.getAll();
    read.transaction.oncomplete = () => {
      open.result.close();
      resolve(keys.result.map((key, at) => [describe(key), describe(values.result[at])]));
    };
  };
})`;

/** Never stops using the store `beside`, until the page has a `letGo`. */
export const holding = `new Promise((resolve) => {
  const open = indexedDB.open('db');
  open.onsuccess = () => {
    const store = open.result.transaction('beside', 'readwrite').objectStore('beside');
    const hold = () => {
      if (!('letGo' in window)) store.get(1).onsuccess = hold;
    };
    hold();
    resolve();
  };
})`;

/** Deletes the database, when nobody holds it. */
export const deleting = `new Promise((resolve) => {
  indexedDB.deleteDatabase('db').onsuccess = () => resolve('deleted');
})`;
