import { describe, expect, it } from 'vitest';
import { resolveDomain } from '../../../src/engine/cookies/cookie-domain.js';
import {
  defaultPath,
  domainMatches,
  isPublicSuffix,
  pathMatches,
} from '../../../src/engine/cookies/cookie-match.js';

/** The domain as stored, with a leading dot where the hosts below it get the cookie; or why not. */
function stored(
  attribute: string | undefined,
  host: string,
  mode: 'browser' | 'rfc6265' = 'browser',
): string {
  const { domain, hostOnly, rejection } = resolveDomain(attribute, host, mode);
  return rejection?.reason ?? (hostOnly ? domain : `.${domain}`);
}

// Each of these lines was sent to Chromium 156, which stored or refused it so.
describe('the domain of a cookie', () => {
  it.each([
    [undefined, 'www.example.org', 'www.example.org'],
    ['', 'www.example.org', 'www.example.org'],
    ['example.org', 'www.example.org', '.example.org'],
    ['.EXAMPLE.org', 'www.example.org', '.example.org'],
    ['www.example.org', 'www.example.org', '.www.example.org'],
    ['.', 'www.example.org', 'domain-mismatch'],
    ['..example.org', 'www.example.org', 'domain-mismatch'],
    ['example.org.', 'www.example.org', 'domain-mismatch'],
    ['"example.org"', 'www.example.org', 'domain-mismatch'],
    ['example.org:443', 'www.example.org', 'domain-mismatch'],
    ['ex ample.org', 'www.example.org', 'domain-mismatch'],
    ['example%2eorg', 'www.example.org', 'domain-mismatch'],
    ['user@example.org', 'www.example.org', 'domain-mismatch'],
    ['example.org/', 'www.example.org', 'domain-mismatch'],
    ['ample.org', 'www.example.org', 'domain-mismatch'],
    ['org', 'www.example.org', 'public-suffix'],
    ['co.uk', 'www.example.co.uk', 'public-suffix'],
    ['github.io', 'me.github.io', 'public-suffix'],
    ['github.io', 'github.io', 'github.io'],
    ['.github.io', 'github.io', 'github.io'],
    ['localhost', 'localhost', 'localhost'],
    ['.localhost', 'localhost', 'localhost'],
    ['localhost', 'app.localhost', 'public-suffix'],
    ['app.localhost', 'app.localhost', '.app.localhost'],
    ['intranet', 'intranet', 'intranet'],
    ['127.0.0.1', '127.0.0.1', '127.0.0.1'],
    ['.127.0.0.1', '127.0.0.1', '127.0.0.1'],
    ['0.0.1', '127.0.0.1', 'domain-mismatch'],
    ['127.1', '127.0.0.1', 'domain-mismatch'],
    ['[::1]', 'www.example.org', 'domain-mismatch'],
    ['bücher.example', 'xn--bcher-kva.example', '.xn--bcher-kva.example'],
    ['XN--bcher-kva.example', 'www.xn--bcher-kva.example', '.xn--bcher-kva.example'],
    ['www.bücher.example', 'www.example.org', 'domain-mismatch'],
  ])('Domain=%s at %s: %s', (attribute, host, expected) => {
    expect(stored(attribute, host)).toBe(expected);
  });

  it('is the host alone for a lone dot in plain RFC 6265', () => {
    expect(stored('.', 'www.example.org', 'rfc6265')).toBe('www.example.org');
  });

  it('is said to be the host alone where it is a public suffix, and in ASCII where it is not', () => {
    expect(resolveDomain('github.io', 'github.io', 'browser').diagnosis?.key).toBe(
      'diagnosis_domain_suffix',
    );
    expect(
      resolveDomain('bücher.example', 'xn--bcher-kva.example', 'browser').diagnosis,
    ).toMatchObject({
      key: 'diagnosis_domain_not_ascii',
      values: { domain: 'xn--bcher-kva.example' },
    });
  });
});

describe('matching', () => {
  it.each([
    ['example.org', 'example.org', true],
    ['www.example.org', 'example.org', true],
    ['badexample.org', 'example.org', false],
    ['example.org', 'www.example.org', false],
    ['10.0.0.1', '0.0.1', false],
    ['[::1]', '1]', false],
    ['1.2.3.4.example.org', 'example.org', true],
  ])('host %s, domain %s: %s', (host, domain, matches) => {
    expect(domainMatches(host, domain)).toBe(matches);
  });

  it.each([
    ['/', '/', true],
    ['/a', '/', true],
    ['/a/b', '/a', true],
    ['/a/b', '/a/', true],
    ['/ab', '/a', false],
    ['/a', '/a/', false],
    ['/A', '/a', false],
  ])('request %s, path %s: %s', (request, path, matches) => {
    expect(pathMatches(request, path)).toBe(matches);
  });

  it.each([
    ['/', '/'],
    ['/a', '/'],
    ['/a/', '/a'],
    ['/a/b', '/a'],
    ['', '/'],
    ['a/b', 'a'],
  ])('default path of %j', (request, path) => {
    expect(defaultPath(request)).toBe(path);
  });

  it.each([
    ['org', true],
    ['org.', true],
    ['co.uk', true],
    ['localhost', true],
    ['example.org', false],
    ['127.0.0.1', false],
    ['', false],
  ])('public suffix %j: %s', (domain, suffix) => {
    expect(isPublicSuffix(domain)).toBe(suffix);
  });
});
