import type { CookieAttributes, Header } from '../../model.js';
import { asText, type Json } from '../bodies/json-value.js';

type Attribute = keyof CookieAttributes;

/**
 * A HAR 1.2 cookie object as the Set-Cookie line it came from, as far as it says what stood there.
 * All its members but name and value are optional: an absent one is unknown, and so is an end that
 * is left empty, as producers leave it for what they did not see.
 */
export function setCookieOf(cookie: Json): Header {
  const unknown: Attribute[] = [];
  const parts = ATTRIBUTES.flatMap(({ tells, read }) => {
    const part = read(cookie);
    if (part === undefined) unknown.push(...tells);
    return part ? [part] : [];
  });
  const pair = `${asText(cookie.name)}=${asText(cookie.value)}`;
  const value = [pair, ...parts, ...demandedOf(cookie, unknown)].join('; ');
  return { name: 'set-cookie', value, ...(unknown.length > 0 && { unknown }) };
}

/** Names by which a browser asks for attributes (RFC 6265bis §4.1.3). */
const PREFIXED = /^__(?:Host|Secure|Http|Host-Http)-/i;

/**
 * What is unknown, and without which a browser would have refused it: it is listed as a cookie. It
 * stays unknown for whoever asks for its flags.
 */
function demandedOf(
  { name, sameSite, partitioned }: Json,
  unknown: readonly Attribute[],
): readonly string[] {
  const isPrefixed = PREFIXED.test(asText(name));
  const needsSecure = isPrefixed || /^none$/i.test(asText(sameSite)) || partitioned === true;
  const lines: [Attribute, string, boolean][] = [
    ['secure', 'Secure', needsSecure],
    ['path', 'Path=/', isPrefixed],
    ['httpOnly', 'HttpOnly', isPrefixed],
  ];
  return lines.flatMap(([attribute, line, isAsked]) =>
    isAsked && unknown.includes(attribute) ? [line] : [],
  );
}

/** What of a cookie is told by which member, and how the line says it; undefined: not at all. */
const ATTRIBUTES: readonly {
  tells: readonly Attribute[];
  read(cookie: Json): string | undefined;
}[] = [
  { tells: ['path'], read: ({ path }) => (asText(path) ? `Path=${asText(path)}` : undefined) },
  {
    tells: ['domain', 'hostOnly'],
    read({ domain }) {
      if (!asText(domain)) return undefined;
      return asText(domain).startsWith('.') ? `Domain=${asText(domain)}` : '';
    },
  },
  {
    tells: ['persistent'],
    read({ expires }) {
      const at = Date.parse(asText(expires));
      return at > 0 ? `Expires=${new Date(at).toUTCString()}` : undefined;
    },
  },
  { tells: ['secure'], read: ({ secure }) => flag(secure, 'Secure') },
  { tells: ['httpOnly'], read: ({ httpOnly }) => flag(httpOnly, 'HttpOnly') },
  {
    tells: ['sameSite'],
    read: ({ sameSite }) => (asText(sameSite) ? `SameSite=${asText(sameSite)}` : undefined),
  },
  { tells: ['partitioned'], read: ({ partitioned }) => flag(partitioned, 'Partitioned') },
];

function flag(said: unknown, name: string): string | undefined {
  return typeof said === 'boolean' ? (said ? name : '') : undefined;
}
