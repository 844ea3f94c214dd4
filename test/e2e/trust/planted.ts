import type { IncomingMessage, ServerResponse } from 'node:http';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { html } from '../capture/lab.js';

const random = new Seeded('planted');

/** Where a site may have secrets, and the one that stands there. No two are alike. */
export const PLANTED = {
  cookie: random.base62(40),
  httpOnlyCookie: random.base62(40),
  header: random.base62(40),
  query: random.base62(40),
  fragment: random.base62(40),
  localStorage: random.base62(40),
  sessionStorage: random.base62(40),
  indexedDB: random.base62(40),
  postedField: random.base62(40),
  answer: random.base62(40),
  subprotocol: random.base62(40),
  claim: random.base62(40),
} as const;

/** What is kept nowhere, whether the tab is open or not. */
export const PASSWORDS = {
  field: random.base62(24),
  inJson: random.base62(24),
  inQuery: random.base62(24),
  basic: random.base62(24),
} as const;

const jwt = jwtOf({ sub: 'ada', private: PLANTED.claim });

const PAGE = `<title>planted</title><script type="module">
  document.cookie = 'session=${PLANTED.cookie}';
  localStorage.setItem('access_token', '${PLANTED.localStorage}');
  sessionStorage.setItem('refresh_token', '${PLANTED.sessionStorage}');
  const database = await new Promise((resolve) => {
    const open = indexedDB.open('auth', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('tokens');
    open.onsuccess = () => resolve(open.result);
  });
  await new Promise((resolve) => {
    const write = database.transaction('tokens', 'readwrite');
    write.objectStore('tokens').put({ token: '${PLANTED.indexedDB}' }, 'mine');
    write.oncomplete = resolve;
  });
  database.close();
  const json = { 'content-type': 'application/json' };
  await fetch('/api?access_token=${PLANTED.query}', {
    headers: { authorization: 'Bearer ${PLANTED.header}', 'x-jwt': '${jwt}' },
  });
  await fetch('/login', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({
      user: 'ada', password: '${PASSWORDS.inJson}', client_secret: '${PLANTED.postedField}',
    }),
  }).then((answer) => answer.text());
  await fetch('/login?user=ada&password=${PASSWORDS.inQuery}');
  await fetch('/api', {
    headers: { authorization: 'Basic ' + btoa('ada:${PASSWORDS.basic}') },
  });
  new WebSocket(location.origin.replace('http', 'ws') + '/socket', ['v1', '${PLANTED.subprotocol}']).onerror = () => {};
  document.title = 'ready';
</script>
<form action="/session" method="post" onsubmit="event.preventDefault()">
  <input name="user" value="ada"><input name="key" type="password" value="${PASSWORDS.field}">
  <button>in</button></form>`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site with all of them. What it is asked under `/held` it answers never. */
export const PLANTED_SITE: Readonly<Record<string, Answer>> = {
  '/planted': (_, response) => {
    response.setHeader('set-cookie', `sid=${PLANTED.httpOnlyCookie}; HttpOnly; Path=/`);
    // The browser's own cache would have the whole page on the disk.
    response.setHeader('cache-control', 'no-store');
    html(response, PAGE);
  },
  '/login': (_, response) => {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: PLANTED.answer }));
  },
  '/held': () => undefined,
};

/** The page's address at a host. */
export function plantedAddress(at: string): string {
  return `${at}/planted#access_token=${PLANTED.fragment}`;
}
