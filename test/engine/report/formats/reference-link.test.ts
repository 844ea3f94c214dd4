import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceLink } from '../../../../src/engine/report/formats/reference-link.js';

describe('referenceLink', () => {
  it.each([
    ['CWE-1004', 'https://cwe.mitre.org/data/definitions/1004.html'],
    ['RFC 7519', 'https://www.rfc-editor.org/rfc/rfc7519'],
    ['RFC 7519 §4.1.4', 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4'],
    [
      'RFC 6265bis §4.1.2.5',
      'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.2.5',
    ],
    ['OWASP ASVS 5.0 V3.3.4', 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en'],
    ['ASVS-3.3.4', 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en'],
    [
      'OAuth for Browser-Based Apps §6.3.4',
      'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-browser-based-apps#section-6.3.4',
    ],
    ['OpenID Connect Core §3.1.2.1', 'https://openid.net/specs/openid-connect-core-1_0.html'],
    ['W3C Clear Site Data', 'https://www.w3.org/TR/clear-site-data/'],
    ['RFC 1bis', null],
    ['some book', null],
    ['javascript:alert(1)', null],
  ])('%s', (reference, expected) => {
    expect(referenceLink(reference)).toBe(expected);
  });

  it('leads nowhere but to the standards', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '',
          'CWE-1',
          'RFC 1',
          'RFC 6265bis',
          'ASVS ',
          'OAuth for Browser-Based Apps ',
        ),
        fc.string(),
        (start, rest) => {
          const link = referenceLink(start + rest);
          const hosts = [
            'cwe.mitre.org',
            'www.rfc-editor.org',
            'datatracker.ietf.org',
            'github.com',
            'owasp.org',
            'openid.net',
            'pages.nist.gov',
            'www.w3.org',
            'fetch.spec.whatwg.org',
          ];
          expect(link === null || hosts.includes(new URL(link).host)).toBe(true);
        },
      ),
    );
  });
});
