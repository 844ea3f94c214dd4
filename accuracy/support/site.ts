/** The one account of every stack. */
export const USER = {
  id: '42',
  name: 'ada',
  email: 'ada@example.test',
  password: 'correct-Horse-7-battery',
};

export interface Field {
  name: string;
  value: string;
}

export interface SiteOptions {
  /** Hidden field of every form. */
  csrf?: Field | undefined;
  /** More HTML in the head: scripts, meta tags. */
  head?: string;
}

export function isUser(name: unknown, password: unknown): boolean {
  return (name === USER.name || name === USER.email) && password === USER.password;
}

export function html(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}</head><body><h1>${title}</h1>${body}</body></html>`;
}

export function homePage({ head }: SiteOptions = {}): string {
  return html('Home', '<p><a href="/login">Log in</a> <a href="/account">Account</a></p>', head);
}

export function loginPage({ csrf, head }: SiteOptions = {}, more = ''): string {
  return html(
    'Log in',
    `<form method="post" action="/login">${hidden(csrf)}<label>Name <input name="username" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>${more}<button type="submit">Log in</button></form>`,
    head,
  );
}

/** Asks `/api/profile` by script; saves by POST `/account`; logs out by POST `/logout`. */
export function accountPage({ csrf, head }: SiteOptions = {}): string {
  return html(
    'Account',
    `<p id="profile">…</p>
<form id="save" method="post" action="/account">${hidden(csrf)}<input name="city" value="London"><button>Save</button></form>
<form id="logout" method="post" action="/logout">${hidden(csrf)}<button>Log out</button></form>
<script>fetch('/api/profile').then((r) => r.json()).then((p) => { document.querySelector('#profile').textContent = p.name; });</script>`,
    head,
  );
}

export const PROFILE = { id: USER.id, name: 'Ada Lovelace', city: 'London' };

function hidden(field: Field | undefined): string {
  return field ? `<input type="hidden" name="${field.name}" value="${field.value}">` : '';
}
