import { describe, expect, it } from 'vitest';
import { preview } from '../../../../src/engine/values/telling/mask.js';
import { maskHeader } from '../../../../src/engine/values/telling/redact-header.js';
import { Seeded } from '../../../support/seeded.js';

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
    ['set-cookie', 'a=b; Path=/x?token=hunter22'],
    ['refresh', "0; URL='/x?token=hunter22'"],
    ['x-json', '{"password":"hunter22"}'],
    ['x-json', 'of {"password": "hunter22 and more"} it'],
    ['x-note', 'token="hunter22"'],
    ['x-note', "said token = 'hunter22', twice"],
    ['www-authenticate', 'Bearer realm="a", token="hunter22"'],
    ['pragma', 'token=hunter22'],
    ['content-type', 'text/html; token=hunter22'],
    ['server', 'nginx token="hunter22"'],
    ['via', '1.1 https://ada:hunter22@a.test'],
    [':authority', 'u:hunter22@a.test'],
    ['Host', 'u:hunter22@a.test:80'],
    ['server', 'abcdEFGH1234ijklMNOP5678hunter22'],
  ])('%s: %s hides what is named', (name, value) => {
    expect(maskHeader(name, value)).not.toContain('hunter22');
  });

  it.each([
    ['content-type', 'text/html; charset=utf-8'],
    ['content-type', 'multipart/form-data'],
    ['strict-transport-security', 'max-age=31536000; includeSubDomains; preload'],
    ['server', 'nginx/1.25.3'],
    ['server', 'Apache/2.4.58 (Ubuntu) OpenSSL/3.0.13'],
    ['via', '1.1 varnish, 1.1 varnish'],
    ['x-powered-by', 'PHP/8.3.6'],
    ['host', 'shop.test:8080'],
    [':authority', 'xn--bcher-kva.example'],
    ['alt-svc', 'h3=":443"; ma=86400, h3-29=":443"; ma=86400'],
    ['cache-control', 'public, max-age=31536000, s-maxage=60, stale-while-revalidate=30'],
    ['clear-site-data', '"cache", "cookies"'],
    ['vary', 'Accept-Encoding, Authorization, Cookie, X-CSRF-Token'],
    ['access-control-allow-headers', 'authorization,content-type,x-csrf-token,x-api-key'],
    ['access-control-allow-origin', 'https://app.shop.test'],
    [
      'permissions-policy',
      'otp-credentials=(self), camera=(), geolocation=(self "https://a.test")',
    ],
    ['server-timing', 'cdn-cache; desc=HIT, edge; dur=1, origin;dur=12.5'],
    ['sec-ch-ua', '"Chromium";v="126", "Not/A)Brand";v="8", "Google Chrome";v="126"'],
    ['sec-ch-ua-full-version-list', '"Chromium";v="126.0.6478.127"'],
    [
      'user-agent',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) ' +
        'Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.68',
    ],
    [
      'user-agent',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, ' +
        'like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    ],
    ['date', 'Thu, 01 Jan 2026 00:00:00 GMT'],
    ['sunset', 'Thu, 01 Jan 2026 00:00:00 GMT'],
    ['retry-after', '120'],
    ['content-range', 'bytes 0-499/1234567'],
    ['keep-alive', 'timeout=5, max=100'],
    ['accept-language', 'en-US,en;q=0.9,ko;q=0.8'],
    ['x-when', '2026-01-01T00:00:00.000Z'],
    ['content-security-policy', "img-src data: blob: 'self'; script-src 'unsafe-inline'"],
    ['report-to', '{"group":"csp","max_age":10886400,"endpoints":[{"url":"https://a.test/csp"}]}'],
    ['www-authenticate', 'Bearer error="invalid_token", error_description="The token expired"'],
    [
      'www-authenticate',
      'Bearer authorization_uri="https://login.example/common/oauth2/authorize"',
    ],
    ['www-authenticate', 'Bearer realm="https://auth.example/token", service="registry"'],
    ['content-disposition', 'form-data; name="password"; filename="report-2024.pdf"'],
    ['if-none-match', '"abcdEFGH1234ijklMNOP5678qrst"'],
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
