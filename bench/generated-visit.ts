import type { SeededRandom } from './seeded-random.js';
import * as text from './generated-bodies.js';

// What somebody does in a shop after a login, and what a browser asks for meanwhile.

export const SHOP = 'https://www.shop.test';
export const START = Date.UTC(2026, 0, 1);
export interface Answer {
  mimeType: string;
  body: string;
  encoding?: 'base64';
  set?: readonly string[];
}

export interface Visit {
  random: SeededRandom;
  at: number;
  page: string;
  cookies: string;
  bearer: string;
}

export interface Asked {
  url: string;
  type: string;
  method?: string;
  posted?: { mimeType: string; text: string };
  headers?: [string, string][];
}

export type Add = (asked: Asked, answer: Answer) => void;

export function logIn({ random, bearer }: Visit, add: Add): void {
  const user = JSON.stringify({ email: 'ada@shop.test', password: 'correct horse battery' });
  add(
    {
      url: `${SHOP}/api/login`,
      type: 'fetch',
      method: 'POST',
      posted: { mimeType: 'application/json', text: user },
    },
    {
      mimeType: 'application/json',
      body: JSON.stringify({ access_token: bearer, token_type: 'Bearer', expires_in: 900 }),
      set: [`sid=${random.hex(64)}; Path=/; Secure; HttpOnly; SameSite=Lax`],
    },
  );
}

/** One page: itself, what it is made of, what its scripts ask for, and who counts its visitors. */
export function browse(visit: Visit, number: number, add: Add): void {
  const { random } = visit;
  visit.page = `${SHOP}/${random.pick(text.WORDS)}/${number}`;
  add(
    { url: visit.page, type: 'document' },
    {
      mimeType: 'text/html; charset=utf-8',
      body: text.html(random, random.between(15_000, 90_000)),
    },
  );
  load(visit, number, add);
  ask(visit, add);
  count(visit, add);
  visit.at += 20_000;
}

/** What the page is made of: style sheets, scripts and pictures. */
function load({ random }: Visit, number: number, add: Add): void {
  const asset = (path: string) => `https://static.shop.test/assets/${path}`;
  for (let n = 0; n < 2; n++)
    add(
      { url: asset(`site-${n}-${number}.css`), type: 'stylesheet' },
      { mimeType: 'text/css', body: text.css(random, random.between(5_000, 60_000)) },
    );
  for (let n = 0; n < 6; n++)
    add(
      { url: asset(`${random.hex(8)}.${number}.js`), type: 'script' },
      {
        mimeType: 'application/javascript',
        body: text.script(random, random.between(8_000, 200_000)),
      },
    );
  for (let n = 0; n < 14; n++)
    add(
      { url: asset(`${random.pick(text.WORDS)}-${random.hex(12)}.webp?w=640&q=75`), type: 'image' },
      {
        mimeType: 'image/webp',
        body: random.base64(random.between(1_500, 30_000)),
        encoding: 'base64',
      },
    );
}

/** What its scripts ask for. */
function ask({ random, bearer }: Visit, add: Add): void {
  for (let n = 0; n < 6; n++)
    add(
      {
        url: `${SHOP}/api/${random.pick(text.WORDS)}?page=${n}&limit=50&sort=price`,
        type: 'fetch',
        headers: [['authorization', `Bearer ${bearer}`]],
      },
      {
        mimeType: 'application/json; charset=utf-8',
        body: text.json(random, random.between(5_000, 100_000)),
      },
    );
}

/** Who counts its visitors. */
function count({ random, page }: Visit, add: Add): void {
  for (let n = 0; n < 3; n++)
    add(
      {
        url:
          'https://stats.counter.test/collect?v=2&tid=G-8XK2M4&cid=1234567890.1767225600&dl=' +
          `${encodeURIComponent(page)}&ep=${random.hex(8)}&_s=${n}`,
        type: 'ping',
        method: 'POST',
      },
      { mimeType: 'text/plain', body: '' },
    );
}
