import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { unfitAddress, unfitFor } from '../../../src/engine/proof/unfit.js';
import { SITE, page, data } from '../../support/proof-visit.js';

describe('a request that is never repeated', () => {
  it.each([
    '/logout', '/users/sign_out', '/?logout=1', '/index.php?action=logout', '/exit',
    '/post/7/delete', '/delete.php?id=7', '/items?delete=7', '/deleteUser', '/cart/add/7',
    '/admin/restart', '/order/confirm', '/index.php?action=delete&id=7', '/api/removeItem',
    '/report/download', '/file.pdf', '/export?format=csv', '/data.csv', '/x?download=1',
    '/oauth/authorize?client_id=1', '/oauth/token', '/auth/callback?code=abc&state=x', '/login',
    '/signin', '/saml/acs', '/verify-email?token=0123456789abcdef', '/magic-link/x', '/api/refresh',
    '/invite?key=0123456789abcdef', '/a?nonce=1', '/socket.io/?transport=polling', '/api/stream',
    '/sse', '/track/open', '/unsubscribe', '/subscribe', '/session/destroy', '/impersonate/7',
    '/do?cmd=restart', '/api/keepalive',
  ])('by its address: %s', (path) => {
    expect(unfitAddress(SITE + path)).toBeDefined();
  }); // prettier-ignore

  it.each([
    '/', '/account', '/api/me', '/users/7', '/user/settings', '/orders?page=2&sort=new',
    '/api/v1/session', '/profile/edit', '/wp-admin/', '/index.php?title=Main_Page',
    '/?action=view&id=7', '/inbox/unread', '/graph?start=0&end=9', '/api/items?key=name',
    '/me?access_token=0123456789abcdef0123', '/a?t=1690000000000000', '/files/list',
    '/address-book', '/dashboard', '/whoami', '/api/tokenizer', '/stopwatch', '/api/rooms/42',
  ])('but not this address: %s', (path) => {
    expect(unfitAddress(SITE + path)).toBeUndefined();
  }); // prettier-ignore

  it.each<[string, Exchange]>([
    ['a method that is none for reading', page('/account', { method: 'POST' })],
    ['a method of WebDAV', data('/account', { method: 'PROPFIND' })],
    ['an image', page('/account', { type: 'other' })],
    ['a redirect', page('/account', { status: 302, redirectUrl: SITE })],
    ['a refusal', page('/account', { status: 401 })],
    ['a stream', data('/api/me', { gets: { 'content-type': 'text/event-stream' } })],
    ['a file', page('/account', { gets: { 'content-type': 'application/octet-stream' } })],
    ['what takes long', data('/api/me', { takes: 20_000 })],
    ['what never ended', { ...data('/api/me'), error: 'net::ERR_ABORTED' }],
    [
      'a page that asks for a password',
      page('/account', {
        responseBody: {
          kind: 'html',
          mimeType: 'text/html',
          bytes: 9,
          fields: [],
          passwordField: 'p',
        },
      }),
    ],
  ])('by what it was: %s', (_what, one) => {
    expect(unfitFor(one)).toBeDefined();
  });

  it('but a page or data that was answered well', () => {
    expect(unfitFor(page('/account'))).toBeUndefined();
    expect(unfitFor(data('/api/me'))).toBeUndefined();
    expect(unfitFor(data('/api/me', { method: 'HEAD' }))).toBeUndefined();
  });
});
