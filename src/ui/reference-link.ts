/** Editions of drafts that are named like a standard. */
const DRAFTS: ReadonlyMap<string, string> = new Map([
  ['6265bis', 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis'],
]);

const ASVS = 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en';

/** Where a reference can be read, or null where no address is known for its kind. */
export function referenceLink(reference: string): string | null {
  const cwe = /^CWE-(\d+)\b/.exec(reference);
  if (cwe) return `https://cwe.mitre.org/data/definitions/${cwe[1]}.html`;
  const rfc = /^RFC ?(\d+(?:bis)?)(?: §(\d+(?:\.\d+)*))?/.exec(reference);
  if (rfc) return rfcLink(rfc[1] ?? '', rfc[2]);
  return /^(?:OWASP )?ASVS\b/.test(reference) ? ASVS : null;
}

function rfcLink(name: string, section: string | undefined): string | null {
  const fragment = section === undefined ? '' : `#section-${section}`;
  if (/^\d+$/.test(name)) return `https://www.rfc-editor.org/rfc/rfc${name}${fragment}`;
  const draft = DRAFTS.get(name);
  return draft === undefined ? null : draft + fragment;
}
