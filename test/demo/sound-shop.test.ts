import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../demo/start.js';
import { Client } from './client.js';

let demo: Demo;
let client: Client;

beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.stop());
beforeEach(() => {
  client = new Client(demo, demo.soundUrl);
});

const lineOf = (lines: string[], name: string) => lines.find((line) => line.startsWith(`${name}=`));

async function accessToken(path = '/api/token'): Promise<string> {
  const answer = await client.post(path, { headers: await client.csrfHeader() });
  return JSON.parse(answer.body).access_token;
}

test('a first visit sets preferences only', async () => {
  const { setCookies, headers } = await client.get('/');
  expect([...client.cookies.keys()]).toEqual(['theme', 'cookie_consent']);
  for (const line of setCookies) expect(line).toMatch(/; Secure; SameSite=Lax$/);
  expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  expect(headers['content-security-policy']).not.toContain('unsafe');
});

test.each(['wrong', ''])('password “%s” is refused', async (password) => {
  expect((await client.logIn(password)).status).toBe(401);
  expect((await client.get('/account')).status).toBe(303);
});

test('a login without the form’s token is refused', async () => {
  await client.get('/login');
  const form = { username: 'ada', password: 'correct horse' };
  expect((await client.post('/login', { form })).status).toBe(403);
  const forged = { ...form, csrf_token: 'x'.repeat(43) };
  expect((await client.post('/login', { form: forged })).status).toBe(403);
  expect((await client.get('/account')).status).toBe(303);
});

test('a login replaces the session id and ends the old one', async () => {
  await client.get('/login');
  const before = client.cookies.get('__Host-sid');
  const { status, setCookies } = await client.logIn();
  expect(status).toBe(303);
  expect(before).toMatch(/^s%3A/);
  expect(client.cookies.get('__Host-sid')).not.toBe(before);
  expect(lineOf(setCookies, '__Host-sid')).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(lineOf(setCookies, '__Host-refresh')).toMatch(
    /; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  expect((await client.get('/account')).headers['cache-control']).toBe('no-store');
  client.cookies.set('__Host-sid', before ?? '');
  expect((await client.get('/account')).status).toBe(303);
});

test('access tokens are short and say whom and what they are for', async () => {
  await client.logIn();
  const token = await accessToken();
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', typ: 'at+jwt' });
  const { iat = 0, exp = 0, ...claims } = decodeJwt(token);
  expect(exp - iat).toBe(300);
  expect(claims).toMatchObject({ iss: demo.soundUrl, aud: `${demo.soundUrl}/api`, sub: 'ada' });
  expect(claims).toMatchObject({ scope: 'profile orders', jti: expect.any(String) });
  const me = await client.get('/api/me', { Authorization: `Bearer ${token}` });
  expect(JSON.parse(me.body)).toEqual({ name: 'Ada Lovelace', since: 'spring 2021' });
  expect(me.headers['cache-control']).toBe('no-store');
});

test('the API takes neither the cookie alone nor a token that was changed', async () => {
  await client.logIn();
  expect((await client.get('/api/me')).status).toBe(401);
  const [header, , signature] = (await accessToken()).split('.');
  const claims = Buffer.from(JSON.stringify({ sub: 'ada' })).toString('base64url');
  const forged = { Authorization: `Bearer ${header}.${claims}.${signature}` };
  expect((await client.get('/api/me', forged)).status).toBe(401);
});

test('a fetch without the CSRF token gets no access token', async () => {
  await client.logIn();
  expect((await client.post('/api/token')).status).toBe(403);
  expect((await client.post('/api/token/refresh')).status).toBe(403);
});

test('each refresh rotates the cookie, and an old one ends the session', async () => {
  await client.logIn();
  const first = client.cookies.get('__Host-refresh') ?? '';
  await accessToken('/api/token/refresh');
  expect(client.cookies.get('__Host-refresh')).toMatch(/^[\w-]{43}$/);
  expect(client.cookies.get('__Host-refresh')).not.toBe(first);
  client.cookies.set('__Host-refresh', first);
  const headers = await client.csrfHeader();
  expect((await client.post('/api/token/refresh', { headers })).status).toBe(401);
  expect((await client.get('/account')).status).toBe(303);
});

test('a logout ends the session on the server and clears the browser', async () => {
  await client.logIn();
  const sid = client.cookies.get('__Host-sid') ?? '';
  const { 'X-CSRF-Token': csrf_token = '' } = await client.csrfHeader();
  expect((await client.post('/logout')).status).toBe(403);
  const answer = await client.post('/logout', { form: { csrf_token } });
  expect(answer.headers['clear-site-data']).toBe('"cookies", "storage"');
  expect([...client.cookies.keys()].filter((name) => name.startsWith('__Host-'))).toEqual([]);
  client.cookies.set('__Host-sid', sid);
  expect((await client.get('/account')).status).toBe(303);
});
