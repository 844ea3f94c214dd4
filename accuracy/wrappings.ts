const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));

/** The ways in which pages, headers and stores wrap a token. */
export const WRAPPINGS: readonly (readonly [string, (token: string) => string])[] = [
  ['nothing', (token) => token],
  ['quotes', (token) => `"${token}"`],
  ['single quotes', (token) => `'${token}'`],
  ['JSON', (token) => JSON.stringify({ user: { id: 1 }, token, expires: 3600 })],
  [
    'JSON in JSON',
    (token) => JSON.stringify({ state: JSON.stringify({ auth: { token } }), version: 0 }),
  ],
  [
    'JSON in JSON in JSON',
    (token) => JSON.stringify({ root: JSON.stringify({ state: JSON.stringify({ token }) }) }),
  ],
  ['percent-encoded JSON', (token) => encodeURIComponent(JSON.stringify({ token }))],
  ['percent-encoded JSON, twice', (token) => twice(JSON.stringify({ token }))],
  ['Bearer', (token) => `Bearer ${token}`],
  ['Bearer, percent-encoded', (token) => encodeURIComponent(`Bearer ${token}`)],
  ['base64', (token) => Buffer.from(token).toString('base64')],
  ['base64 of JSON', (token) => Buffer.from(JSON.stringify({ token })).toString('base64')],
  ['base64url of JSON', (token) => Buffer.from(JSON.stringify({ token })).toString('base64url')],
  ['query', (token) => `https://app.test/callback?state=1&id_token=${token}&x=2`],
  ['fragment', (token) => `https://app.test/#access_token=${token}&token_type=bearer`],
  ['HTML attribute', (token) => `<input type="hidden" name="t" value="${token}">`],
  [
    'HTML attribute, escaped JSON',
    (token) => `<div data-user="${JSON.stringify({ token }).replaceAll('"', '&quot;')}">`,
  ],
  ['script', (token) => `<script>window.__STATE__ = {"token":"${token}"};</script>`],
  ['signed cookie', (token) => `s:${token}.${'a'.repeat(43)}`],
  ['several', (token) => `a=1; jwt=${token}; b=2`],
];
