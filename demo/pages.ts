import { PRODUCTS } from './catalogue.js';
import type { Theme } from './cookies.js';

/** What every page of a shop is drawn with. */
export interface Frame {
  shop: 'insecure' | 'sound';
  theme: Theme;
  /** Absent: nobody is logged in. */
  user?: string | undefined;
  /** Repeated by forms and, through a meta tag, by fetches. */
  csrf?: string | undefined;
}

interface Content {
  id: 'home' | 'login' | 'account' | 'orders' | 'refused';
  title: string;
  main: string;
  /** File in `public/<shop>/`. */
  script?: string;
  /** `data-` attributes of the body, which the page's script reads. */
  data?: Readonly<Record<string, string>>;
}

const SHOPS = {
  insecure: { name: 'Leaky Kettle', line: 'A tea shop that gets its login wrong, on purpose.' },
  sound: { name: 'Sound Kettle', line: 'The same tea shop with its login done right.' },
} as const;

/** The shop window. */
export function homePage(frame: Frame): string {
  const cards = PRODUCTS.map(
    ({ name, price, drawing }) => `<li class="card product">
      <svg viewBox="0 0 48 48" aria-hidden="true"><path d="${drawing}"/></svg>
      <h2>${name}</h2><p>${price}</p></li>`,
  );
  const main = `<h1>Everything for tea</h1><p class="lead">${SHOPS[frame.shop].line}</p>
    <ul class="products">${cards.join('')}</ul>`;
  // Only the insecure shop measures its visitors.
  const script = frame.shop === 'insecure' ? { script: 'home.js' } : {};
  return page(frame, { id: 'home', title: 'Home', main, ...script });
}

/** The login form; `failed` after a wrong name or password. */
export function loginPage(frame: Frame, failed: boolean): string {
  const main = `<form class="card login" method="post" action="/login">
    <h1>Log in</h1>
    ${failed ? '<p class="error" role="alert">That name and password do not fit.</p>' : ''}
    ${csrfField(frame)}
    <label>Name <input name="username" autocomplete="username" required></label>
    <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
    <button type="submit">Log in</button>
    <p class="hint">This demo knows one account: <code>ada</code>, <code>correct horse</code>.</p>
  </form>`;
  return page(frame, { id: 'login', title: 'Log in', main });
}

/** The account page, filled in by its script from the API. */
export function accountPage(frame: Frame, data: Content['data'] = {}): string {
  const main = `<h1>Your account</h1>
    <section class="card"><h2 id="full-name">…</h2><p id="member"></p></section>${CALLS}`;
  return page(frame, { id: 'account', title: 'Your account', main, script: 'account.js', data });
}

/** The orders page, filled in by its script from the API. */
export function ordersPage(frame: Frame, data: Content['data'] = {}): string {
  const main = `<h1>Your orders</h1>
    <section class="card"><ul class="orders" id="orders"></ul><p id="note"></p></section>${CALLS}`;
  return page(frame, { id: 'orders', title: 'Your orders', main, script: 'orders.js', data });
}

/** Says that a form came without what proves it to be the shop's own. */
export function refusedPage(frame: Frame): string {
  const main = `<section class="card"><h1>Not accepted</h1>
    <p>This form was too old or did not come from this shop. <a href="/login">Try again</a>.</p></section>`;
  return page(frame, { id: 'refused', title: 'Not accepted', main });
}

const CALLS = `<section class="card calls"><h2>What this page just did</h2><ol id="calls"></ol>
  <p class="error" id="failure" role="alert"></p></section>`;

function csrfField({ csrf }: Frame): string {
  return csrf ? `<input type="hidden" name="csrf_token" value="${csrf}">` : '';
}

function page(frame: Frame, { id, title, main, script, data = {} }: Content): string {
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${value}"`);
  return `<!doctype html>
<html lang="en" data-theme="${frame.theme}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  ${frame.csrf ? `<meta name="csrf-token" content="${frame.csrf}">` : ''}
  <title>${title} · ${SHOPS[frame.shop].name}</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/style.css">
  ${script ? `<script type="module" src="/${frame.shop}/${script}"></script>` : ''}
</head>
<body data-page="${id}" data-shop="${frame.shop}"${attributes.join('')}>
  <header><a class="brand" href="/">${SHOPS[frame.shop].name}</a><nav>${links(frame)}</nav></header>
  <main>${main}</main>
  <footer>Theme: <a href="/?theme=auto">auto</a> <a href="/?theme=light">light</a>
    <a href="/?theme=dark">dark</a></footer>
</body>
</html>
`;
}

function links(frame: Frame): string {
  if (!frame.user) return '<a id="to-login" href="/login">Log in</a>';
  return `<a id="to-account" href="/account">Account</a> <a id="to-orders" href="/orders">Orders</a>
    <form method="post" action="/logout">${csrfField(frame)}<button id="log-out">Log out</button></form>`;
}
