/** Editions of drafts that are named like a standard. */
const DRAFTS: ReadonlyMap<string, string> = new Map([
  ['6265bis', 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis'],
]);

/** Documents of which the whole is linked, or a section by its number. */
const OTHERS: readonly (readonly [RegExp, string, string?])[] = [
  [/^(?:OWASP )?ASVS\b/, 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en'],
  [
    /^OWASP WSTG-SESS\b/,
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/06-Session_Management_Testing/',
  ],
  [/^OpenID Connect Core\b/, 'https://openid.net/specs/openid-connect-core-1_0.html'],
  [
    /^OAuth for Browser-Based Apps\b/,
    'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-browser-based-apps',
    '#section-',
  ],
  [/^NIST SP 800-63B-4\b/, 'https://pages.nist.gov/800-63-4/sp800-63b.html'],
  [/^W3C Clear Site Data\b/, 'https://www.w3.org/TR/clear-site-data/'],
  [/^W3C Referrer Policy\b/, 'https://www.w3.org/TR/referrer-policy/'],
  [/^WHATWG Fetch\b/, 'https://fetch.spec.whatwg.org/'],
  [/^CHIPS\b/, 'https://datatracker.ietf.org/doc/html/draft-cutler-httpbis-partitioned-cookies'],
];

/** Where a reference can be read, or null where no address is known for its kind. */
export function referenceLink(reference: string): string | null {
  const cwe = /^CWE-(\d+)\b/.exec(reference);
  if (cwe) return `https://cwe.mitre.org/data/definitions/${cwe[1]}.html`;
  const rfc = /^RFC ?(\d+(?:bis)?)(?: §(\d+(?:\.\d+)*))?/.exec(reference);
  if (rfc) return rfcLink(rfc[1] ?? '', rfc[2]);
  const other = OTHERS.find(([name]) => name.test(reference));
  if (!other) return null;
  const [, address, anchor] = other;
  const section = / §(\d+(?:\.\d+)*)$/.exec(reference)?.[1];
  return anchor && section ? address + anchor + section : address;
}

function rfcLink(name: string, section: string | undefined): string | null {
  const fragment = section === undefined ? '' : `#section-${section}`;
  if (/^\d+$/.test(name)) return `https://www.rfc-editor.org/rfc/rfc${name}${fragment}`;
  const draft = DRAFTS.get(name);
  return draft === undefined ? null : draft + fragment;
}
