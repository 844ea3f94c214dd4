/** Where a reference can be read, or null where no address is known for its kind. */
export function referenceLink(reference: string): string | null {
  const cwe = /^CWE-(\d+)\b/.exec(reference);
  if (cwe) return `https://cwe.mitre.org/data/definitions/${cwe[1]}.html`;
  const rfc = /^RFC ?(\d+)(?:bis)?(?:\D+?([\d.]+\d|\d))?/i.exec(reference);
  if (rfc && !/^RFC ?\d+bis/i.test(reference)) {
    const section = rfc[2] ? `#section-${rfc[2]}` : '';
    return `https://www.rfc-editor.org/rfc/rfc${rfc[1]}${section}`;
  }
  if (/^RFC ?6265bis/i.test(reference)) {
    return 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis';
  }
  if (/^(OWASP )?ASVS\b/.test(reference)) return 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en';
  return null;
}
