import { decodeJwt } from 'jose';
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
  client = new Client(demo, demo.insecureUrl);
});

test('the account is for those who are logged in', async () => {
  const answer = await client.get('/account');
  expect(answer).toMatchObject({ status: 303, headers: { location: '/login' } });
});

test.each([
  ['wrong', 'ada'],
  ['', 'ada'],
  ['correct horse', 'bob'],
])('password “%s” of “%s” is refused', async (password, name) => {
  expect((await client.logIn(password, name)).status).toBe(401);
  expect((await client.get('/account')).status).toBe(303);
});

test('a login opens the account and keeps the session id of before', async () => {
  await client.get('/');
  const before = client.cookies.get('connect.sid');
  const answer = await client.logIn();
  expect(answer).toMatchObject({ status: 303, headers: { location: '/account' } });
  expect(before).toMatch(/^s%3A/);
  expect(client.cookies.get('connect.sid')).toBe(before);
  expect((await client.get('/account')).status).toBe(200);
});

test('one session gets the same tokens again and again', async () => {
  await client.logIn();
  const first = JSON.parse((await client.post('/api/token')).body);
  const again = JSON.parse((await client.post('/api/token')).body);
  const headers = { 'X-Refresh-Token': first.refresh_token };
  const refreshed = JSON.parse((await client.post('/api/token/refresh', { headers })).body);
  expect(again).toEqual(first);
  expect(refreshed.access_token).toBe(first.access_token);
  const { exp = 0, iat = 0 } = decodeJwt(first.access_token);
  expect(exp - iat).toBe(365 * 24 * 3600);
});

test('the API wants its tokens', async () => {
  await client.logIn();
  for (const path of [
    '/api/me',
    '/api/orders',
    '/invoice?access_token=x',
    '/legacy/stock',
    '/legacy/loyalty',
  ]) {
    expect((await client.get(path)).status, path).toBe(401);
  }
  const help = '/help/tip;jsessionid=0123456789ABCDEF0123456789ABCDEF';
  expect((await client.get(help)).status).toBe(401);
});

test('remember_me logs in by itself until the logout, which leaves it in the browser', async () => {
  await client.logIn();
  client.cookies.delete('connect.sid');
  expect((await client.get('/account')).status).toBe(200);
  await client.post('/logout');
  expect([...client.cookies.keys()]).toEqual(
    expect.arrayContaining(['remember_me', 'connect.sid']),
  );
  expect((await client.get('/account')).status).toBe(303);
});

test('only a known theme is taken over', async () => {
  const { body, setCookies } = await client.get('/?theme=dark');
  expect(body).toContain('<html lang="en" data-theme="dark">');
  expect(setCookies.find((line) => line.startsWith('theme='))).toMatch(
    /^theme=dark;.*SameSite=Lax/,
  );
  expect((await client.get('/?theme="><script>')).body).toContain('data-theme="auto"');
});
