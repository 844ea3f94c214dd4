import { describe, expect, it } from 'vitest';
import { preview } from '../../../src/engine/values/mask.js';
import { maskHeader } from '../../../src/engine/values/redact-header.js';
import { Seeded } from '../../support/tokens.js';

const V = new Seeded('redact-header').base62(28);

describe('a header', () => {
  it.each(
    (
      'agent-token|server-token|host-key|accept-token|content-token|date-token' +
      '|expires-secret|connection-id|upgrade-token|origin-key|if-secret|age-key' +
      '|sec-fetch-token|sec-ch-secret|access-control-token|etag-key|via-token' +
      '|sec-websocket-protocol|x-amz-security-token|x-forwarded-access-token|cookie2'
    ).split('|'),
  )('%s is masked, whatever its name begins with', (name) => {
    expect(maskHeader(name, V)).not.toContain(V);
    expect(maskHeader(name.toUpperCase(), `v1 ${V}`)).not.toContain(V);
  });

  it.each([
    ['refresh', `0; url=https://a.example/?token=${V}`],
    ['link', `<https://a.example/?token=${V}>; rel=next`],
    ['content-location', `/x?access_token=${V}`],
    ['location', `/cb#id_token=${V}`],
    ['referer', `https://a.example/reset/${V}`],
    ['origin', `https://user:${V}@a.example`],
    [':path', `/x;sid=${V}`],
    ['sourcemap', `/app.js.map?key=${V}`],
    ['content-security-policy', `script-src 'nonce-${V}'; report-uri /csp?token=${V}`],
    ['content-disposition', `attachment; filename="${V}"`],
    ['www-authenticate', `Bearer token="${V}"`],
    ['www-authenticate', `Digest realm="a", nonce="${V}"`],
    ['proxy-authenticate', `Basic realm="${V}"`],
    ['authorization', V],
    ['authorization', `${V} x`],
    ['x-authorization', `Custom-${V} ${V}`],
    ['proxy-authorization', `Basic ${V}`],
    ['cookie', `a=${V}; ${V}; ${V}=1; tokens.${V}=2`],
    ['set-cookie', `sid="${V};${V}"; Path=/`],
    ['set-cookie', `sid=1; ${V}`],
    ['set-cookie', `sid=1; x-${V}=1`],
    ['set-cookie', `sid=1; Path=/${V}; Domain=${V}; SameSite=${V}; Expires=${V}; Max-Age=${V}`],
    ['set-cookie', `a=1; Path=/\nsid=${V}`],
    ['set-cookie', `sid=1; HttpOnly=${V}`],
  ])('%s: %s keeps its secret', (name, value) => {
    expect(maskHeader(name, value)).not.toContain(V);
  });

  it.each([
    ['Accept', 'text/html,application/xhtml+xml;q=0.9'],
    ['cache-control', 'no-store'],
    ['etag', `"${V}"`],
    ['user-agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36'],
    ['location', '/account?page=2'],
    ['www-authenticate', 'Basic realm="Staff only", charset="UTF-8"'],
    ['link', '</style.css>; rel=preload; as=style'],
    ['x-request-path', '/a/b'],
    ['content-security-policy', "default-src 'self'; img-src https://img.example"],
  ])('%s: %s stays as it is', (name, value) => {
    expect(maskHeader(name, value)).toBe(value);
  });

  it('keeps names and attributes of cookies, and the scheme of credentials', () => {
    const attributes = 'Path=/app; Domain=a.test; Max-Age=60; Secure; HttpOnly; SameSite=Lax';
    const dated = `Expires=Thu, 01 Jan 2026 00:00:00 GMT; ${attributes}; Partitioned; Priority=High`;
    expect(maskHeader('set-cookie', `sid=${V}; ${dated}`)).toBe(`sid=${preview(V)}; ${dated}`);
    expect(maskHeader('authorization', `Bearer ${V}`)).toBe(`Bearer ${preview(V)}`);
    expect(maskHeader('authorization', `DPoP ${V}`)).toBe(`DPoP ${preview(V)}`);
  });
});
