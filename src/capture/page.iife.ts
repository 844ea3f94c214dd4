import type { StorageArea } from '../engine/model.js';
import {
  DATABASES,
  DATABASE_RECORDS,
  LOGIN_FIELDS,
  STORAGE_AREA,
  STORAGE_ITEMS,
  STORAGE_KEYS,
  STORAGE_VALUE,
} from '../engine/settings.js';
import type { ContentMessage, ReadStorage } from '../messaging/protocol.js';

// Runs in every frame before the page's own scripts. It must stay tiny, must not change the page,
// and must never throw into it. It runs in its own world: the page cannot see or call it.

interface Item {
  key: string;
  value: string;
  length: number;
}

type Listen = (message: ReadStorage, sender: unknown, reply: (done: true) => void) => true;

interface Runtime {
  id?: string;
  sendMessage(message: ContentMessage): Promise<unknown>;
  onMessage: { addListener(listen: Listen): void; removeListener(listen: Listen): void };
}

(() => {
  const { browser, chrome } = globalThis as unknown as Record<string, { runtime: Runtime }>;
  const runtime = (browser ?? chrome)?.runtime;
  if (!runtime) return;

  const AREAS = ['localStorage', 'sessionStorage'] as const;
  /** How often databases are read. */
  const DATABASES_EVERY = 5_000;
  let databasesRead = 0;
  /** How long one is waited for. */
  const PATIENCE = 100;
  /** Levels and values of one stored record that are told: more than a reader follows. */
  const LEVELS = 80;
  const VALUES = 20_000;
  /** What was told last of each area, to tell only the difference. */
  const told: Partial<Record<StorageArea, Map<string, string>>> = {};
  let timer: ReturnType<typeof setInterval> | undefined;

  const watch = (on: boolean) => {
    clearInterval(timer);
    timer = on ? setInterval(tellChanges, 1000) : undefined;
  };

  /** The extension was removed or updated under the page. */
  const stop = () => {
    watch(false);
    removeEventListener('submit', submitted, true);
    removeEventListener('load', tellAll);
    removeEventListener('pagehide', tellChanges);
    try {
      runtime.onMessage.removeListener(listen);
    } catch {}
  };

  const send = async (message: ContentMessage) => {
    try {
      // The answer says whether anybody still watches.
      if ((await runtime.sendMessage(message)) !== true) watch(false);
    } catch {
      if (!runtime.id) stop();
    }
  };

  /** Where not all fit, those first whose name speaks of credentials. */
  const likelyFirst = (storage: Storage): string[] => {
    const keys: string[] = [];
    for (let index = 0; index < storage.length && index < STORAGE_KEYS; index++) {
      keys.push(storage.key(index) ?? '');
    }
    if (keys.length <= STORAGE_ITEMS) return keys;
    const likely = keys.map((key) => /tok|auth|sess|jwt|sid|user|cred|oidc|msal/i.test(key));
    return [...keys.filter((_, at) => likely[at]), ...keys.filter((_, at) => !likely[at])];
  };

  /** At most so many items and characters; frames without storage have none. */
  const read = (area: 'localStorage' | 'sessionStorage'): [items: Item[], dropped: number] => {
    const items: Item[] = [];
    try {
      const storage = window[area];
      const { length } = storage;
      let room = STORAGE_AREA;
      for (const key of likelyFirst(storage)) {
        if (items.length === STORAGE_ITEMS) break;
        const whole = storage.getItem(key) ?? '';
        const value = whole.slice(0, STORAGE_VALUE);
        if (key.length + value.length > room) continue;
        room -= key.length + value.length;
        items.push({ key, value, length: whole.length });
      }
      return [items, length - items.length];
    } catch {
      return [[], 0];
    }
  };

  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', reject);
      // Gone between listing and opening: opening must not make it anew.
      if (request instanceof IDBOpenDBRequest)
        request.onupgradeneeded = () => request.transaction?.abort();
    });

  /** A stored value as JSON can say it: circles, great depth and great numbers come to an end. */
  const plainOf = (record: unknown): unknown => {
    const seen = new Set<object>();
    let left = VALUES;
    const plain = (value: unknown, depth: number): unknown => {
      if (typeof value === 'bigint') return String(value);
      if (typeof value !== 'object' || value === null || value instanceof Date) return value;
      const isBytes = ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
      if (isBytes || depth > LEVELS || seen.has(value)) return null;
      seen.add(value);
      const list =
        value instanceof Set ? [...value] : Array.isArray(value) && value.slice(0, VALUES);
      if (list) return list.map((child: unknown) => (left-- > 0 ? plain(child, depth + 1) : null));
      const members = value instanceof Map ? [...value] : Object.entries(value);
      return Object.fromEntries(
        members
          .slice(0, Math.max(0, left))
          .map(([name, child], at) => [
            typeof name === 'string' ? name : at,
            left-- > 0 ? plain(child, depth + 1) : null,
          ]),
      );
    };
    return plain(record, 0);
  };

  /** Under what a record is told; some keys are no text, and of some none can be made. */
  const nameOf = (key: unknown, at: number): string => {
    try {
      return String(key);
    } catch {
      return `#${at}`;
    }
  };

  /** Null where a page holds a database back. */
  const opened = async (name: string): Promise<IDBDatabase | null> => {
    const opening = settled(indexedDB.open(name));
    const database = await Promise.race([
      opening,
      new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null)),
    ]);
    if (!database) void opening.then((late) => late.close());
    return database;
  };

  /** The first records of each object store as JSON, under `database/store/key`. */
  const readDatabases = async (): Promise<[items: Item[], dropped: number]> => {
    const items: Item[] = [];
    const databases = await indexedDB.databases();
    let dropped = Math.max(0, databases.length - DATABASES);
    let room: number = STORAGE_AREA;
    const take = (key: string, record: unknown) => {
      const whole = JSON.stringify(plainOf(record)) ?? '';
      const value = whole.slice(0, STORAGE_VALUE);
      if (!value || items.length === STORAGE_ITEMS || value.length > room) return dropped++;
      room -= value.length;
      return items.push({ key, value, length: whole.length });
    };
    const readStore = async (database: IDBDatabase, storeName: string) => {
      const store = database.transaction(storeName).objectStore(storeName);
      const [count, keys, values] = await Promise.all([
        settled(store.count()),
        settled(store.getAllKeys(null, DATABASE_RECORDS)),
        settled(store.getAll(null, DATABASE_RECORDS)),
      ]);
      dropped += count - values.length;
      values.forEach((record, at) =>
        take(`${database.name}/${storeName}/${nameOf(keys[at], at)}`, record),
      );
    };
    const readDatabase = async (name: string) => {
      const database = await opened(name);
      if (!database) return dropped++;
      database.onversionchange = () => database.close();
      const names = [...database.objectStoreNames];
      dropped += Math.max(0, names.length - DATABASES);
      // One that cannot be read must not hide the others.
      for (const storeName of names.slice(0, DATABASES))
        await readStore(database, storeName).catch(() => dropped++);
      return database.close();
    };
    for (const { name = '' } of databases.slice(0, DATABASES))
      await readDatabase(name).catch(() => dropped++);
    return [items, dropped];
  };

  const tell = async (area: (typeof AREAS)[number], whole: boolean) =>
    report(area, whole, read(area));

  /** Only when somebody asks, and not each time: databases may be large. */
  const tellDatabases = async () => {
    // A sandboxed frame has an opaque origin and no databases; asking alone is an error there.
    if (origin === 'null' || Date.now() - databasesRead < DATABASES_EVERY) return;
    databasesRead = Date.now();
    try {
      await report('indexedDB', true, await readDatabases());
    } catch {}
  };

  const report = async (area: StorageArea, whole: boolean, [items, dropped]: [Item[], number]) => {
    const before = whole ? undefined : told[area];
    const now = new Map(items.map(({ key, value, length }) => [key, length + value]));
    if (!told[area] && items.length === 0) return;
    told[area] = now;
    const set = items.filter(({ key }) => before?.get(key) !== now.get(key));
    const removed = [...(before?.keys() ?? [])].filter((key) => !now.has(key));
    if (before && set.length + removed.length === 0) return;
    await send({ type: 'storage', area, whole: !before, set, removed, dropped });
  };

  const tellAll = () => Promise.all(AREAS.map((area) => tell(area, true)));
  const tellChanges = () => AREAS.forEach((area) => void tell(area, false));

  const attribute = (element: Element, name: string): string =>
    Element.prototype.getAttribute.call(element, name) ?? '';

  /** Also one that is shown as text for the moment. */
  const isPassword = (element: Element): boolean =>
    attribute(element, 'type').toLowerCase() === 'password' ||
    attribute(element, 'autocomplete').includes('-password');

  const submitted = ({ target }: Event) => {
    try {
      if (!(target instanceof HTMLFormElement)) return;
      // From the prototypes: a field may be named "elements" or "getAttribute".
      const elements: Iterable<Element> = Reflect.get(
        HTMLFormElement.prototype,
        'elements',
        target,
      );
      const fields = [...elements].slice(0, LOGIN_FIELDS).map((element) => ({
        name: attribute(element, 'name').slice(0, 200),
        type: isPassword(element) ? 'password' : attribute(element, 'type').slice(0, 20),
      }));
      if (!fields.some(({ type }) => type === 'password')) return;
      const pageUrl = location.href;
      const actionUrl = new URL(attribute(target, 'action'), pageUrl).href;
      const method = (attribute(target, 'method') || 'get').toUpperCase();
      void send({ type: 'login-form', form: { pageUrl, actionUrl, method, fields } });
    } catch {}
  };

  const listen: Listen = (message, _sender, reply) => {
    void Promise.all([tellAll(), tellDatabases()]).then(() => {
      watch(message.watch);
      reply(true);
    });
    return true;
  };

  addEventListener('submit', submitted, true);
  addEventListener('load', tellAll);
  addEventListener('pagehide', tellChanges);
  runtime.onMessage.addListener(listen);
})();
