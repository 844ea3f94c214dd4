import type { Exchange } from '../model.js';

/** Which pages may show a response in a frame, the strictest first: `listed` names some. */
const FRAMINGS = ['nobody', 'own-site', 'listed', 'anybody'] as const;
export type Framing = (typeof FRAMINGS)[number];

/**
 * Reads CSP frame-ancestors (CSP3 §6.4.2), of which all count, else X-Frame-Options (RFC 7034);
 * `unknown`: no header was seen.
 */
export function framingOf({ response }: Exchange): Framing | 'unknown' {
  if (!response || response.headers.length === 0) return 'unknown';
  const said = (wanted: string) =>
    response.headers.filter(({ name }) => name === wanted).map(({ value }) => value);
  const lists = said('content-security-policy').flatMap(frameAncestorsOf);
  if (lists.length > 0) {
    const words = new Set(lists.map(wordOf));
    return FRAMINGS.find((word) => words.has(word)) ?? 'anybody';
  }
  const [option = ''] = said('x-frame-options').map((value) => value.trim().toLowerCase());
  return option === 'deny' ? 'nobody' : option === 'sameorigin' ? 'own-site' : 'anybody';
}

/** The lists of sources that the policies of one header give for frame-ancestors. */
export function frameAncestorsOf(policies: string): string[] {
  return policies.split(/[;,]/).flatMap((directive) => {
    const [, list] = /^\s*frame-ancestors(?=\s|$)(.*)$/is.exec(directive) ?? [];
    return list === undefined ? [] : [list.trim().toLowerCase()];
  });
}

function wordOf(list: string): Framing {
  if (list === '' || list === "'none'") return 'nobody';
  if (list === "'self'") return 'own-site';
  return list.split(/\s+/).some((source) => /^(?:\*|https?:(?:\/\/\*)?)$/.test(source))
    ? 'anybody'
    : 'listed';
}
