import type { StorageArea } from '../engine/model.js';
import {
  LOGIN_FIELDS,
  STORAGE_AREA,
  STORAGE_ITEMS,
  STORAGE_KEYS,
  STORAGE_VALUE,
} from '../engine/settings.js';
import type { ContentMessage, ReadStorage } from '../messaging/content-message.js';

// Runs in the uppermost frame of what is recorded, and in other frames once somebody enters one or
// asks what they store: in forty frames it would cost more than all else. It must stay tiny, must
// not change the page, and must never throw into it. It runs in its own world: the page cannot see
// it.

interface Item {
  key: string;
  value: string;
  length: number;
}
type Found = [items: Item[], dropped: number];

/** Replies whether there is any storage here: a sandboxed frame has none. */
type Listen = (message: ReadStorage, sender: unknown, reply: (isHere: boolean) => void) => true;

interface Runtime {
  id?: string;
  sendMessage(message: ContentMessage): Promise<unknown>;
  onMessage: { addListener(listen: Listen): void; removeListener(listen: Listen): void };
}

(() => {
  const world = globalThis as unknown as Record<string, { runtime: Runtime }> & { isHere?: true };
  const runtime = (world['browser'] ?? world['chrome'])?.runtime;
  // The world of an extension that was updated is another one.
  if (!runtime || world.isHere) return;
  world.isHere = true;

  const AREAS = ['localStorage', 'sessionStorage'] as const;
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
    removeEventListener('load', loaded, true);
    removeEventListener('blur', left);
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

  /** At most so many items and characters; undefined where a frame may not look. */
  const read = (area: 'localStorage' | 'sessionStorage'): Found | undefined => {
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
      return undefined;
    }
  };

  const tell = async (area: (typeof AREAS)[number], whole: boolean) => {
    const found = read(area);
    if (found) await report(area, whole, found);
  };

  const report = async (area: StorageArea, whole: boolean, [items, dropped]: Found) => {
    const before = whole ? undefined : told[area];
    const now = new Map(items.map(({ key, value, length }) => [key, length + value]));
    // That an area has nothing is told as well: it was looked at.
    if (!whole && !told[area] && items.length === 0) return;
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

  /** Somebody is in a frame, or it shows another page under their hands: forms are there, too. */
  const entered = () => {
    if (/^i?frame$/.test(document.activeElement?.localName ?? ''))
      void send({ type: 'frame-entered' });
  };

  /** Which element is in front is known when the event is over. */
  const left = () => void setTimeout(entered);

  /** Of the page itself, and of all that it loads. */
  const loaded = ({ target }: Event) => {
    if (target === document.activeElement) entered();
    else if (target === document && window === top) void tellAll();
  };

  const listen: Listen = (message, _sender, reply) => {
    void tellAll().then(() => {
      watch(message.watch);
      reply(origin !== 'null');
    });
    return true;
  };

  addEventListener('submit', submitted, true);
  addEventListener('load', loaded, true);
  addEventListener('blur', left);
  addEventListener('pagehide', tellChanges);
  runtime.onMessage.addListener(listen);
  if (document.readyState === 'complete' && window === top) void tellAll();
})();
