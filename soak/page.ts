import { HOSTS, type TabName } from './plan.js';

/** A page that does what it is told to do; every address is asked for once. */
export function pageOf(tab: TabName, port: number): string {
  const other = tab === 'b' ? HOSTS.a : HOSTS.b;
  return `<!doctype html><link rel="icon" href="data:,"><title>${tab}</title><body><script>
const away = 'http://${other}:${port}';
const path = (deed, id) => '/' + deed + '/${tab}/' + id;
const done = (request) => request.then((response) => response.text()).catch(() => {});
const ask = (deed, id, more = {}) => done(fetch(path(deed, id), { ...more, headers: { 'x-uid': id } }));
const dedicated = new Worker(URL.createObjectURL(new Blob(['onmessage = ({ data }) => fetch(data).then((r) => r.text()).catch(() => {})'])));
const frame = (address, removeAfter) => {
  const one = document.createElement('iframe');
  one.src = address;
  document.body.append(one);
  setTimeout(() => one.remove(), removeAfter);
};
const deeds = {
  fetch: (id) => ask('fetch', id),
  post: (id) => ask('post', id, { method: 'POST', body: 'a=1&b=2' }),
  xhr: (id) => { const one = new XMLHttpRequest(); one.open('GET', path('xhr', id)); one.send(); },
  cross: (id) => done(fetch(away + path('cross', id))),
  redirect: (id, chance) => ask('redirect', id + '.' + (1 + Math.floor(chance * 3))),
  abort: (id, chance) => { const cut = new AbortController(); setTimeout(() => cut.abort(), chance * 60); return ask('abort', id, { signal: cut.signal }); },
  slow: (id) => ask('slow', id),
  broken: (id) => ask('broken', id, { method: 'POST', body: '1' }),
  refused: (id) => ask('refused', id),
  worker: (id) => dedicated.postMessage(location.origin + path('worker', id)),
  frame: (id, chance) => frame((chance < 0.5 ? '' : away) + path('frame', id), 2000),
  removed: (id, chance) => frame((chance < 0.5 ? '' : away) + path('frame', id), chance * 60),
  socket: (id) => { const one = new WebSocket('ws://' + location.host + path('socket', id)); one.onopen = () => { one.send('hi'); setTimeout(() => one.close(), 20); }; },
  message: async (id) => (await navigator.serviceWorker.ready).active.postMessage(path('message', id)),
  through: (id) => ask('through', id),
};
globalThis.perform = (deed, id, chance) => void Promise.resolve(deeds[deed](id, chance)).catch(() => {});
let leaving;
addEventListener('pagehide', () => { if (leaving) fetch(path('keepalive', leaving), { keepalive: true }).catch(() => {}); });
globalThis.leave = (id) => { leaving = id; };
${tab === 'c' ? `navigator.serviceWorker.register('/sw.js');` : ''}
</script>`;
}

/** Fetches what it is told, and answers some of the page's requests by fetching them itself. */
export const SERVICE_WORKER = `
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => event.waitUntil(fetch(event.data).then((r) => r.text()).catch(() => {})));
addEventListener('fetch', (event) => { if (new URL(event.request.url).pathname.startsWith('/through/')) event.respondWith(fetch(event.request)); });
`;
