import type { HarEntry } from '../evaluate/inventory.js';
import { regex } from '../../src/engine/regex.js';

/** Longest body that is kept whole. */
const WHOLE = 3_000;
/** What a page's text can say of who is logged in: forms, fields, meta tags. */
const TELLING = /<(?:form|input|button|meta|select)\b[^>]*>|<\/form>|<title>[^<]*<\/title>/gi;
/** Headers that say nothing of any credential. */
const IDLE = regex('i')`
  ^(?:accept.*|user-agent|sec-ch.*|sec-gpc|upgrade-insecure-requests|priority|date|server|etag
  |last-modified|vary|keep-alive|age|x-powered-by|content-security-policy.*|permissions-policy
  |alt-svc|via|content-length|transfer-encoding|connection)$`;

type Kept = HarEntry & { _resourceType?: string };

/** The exchanges that matter to what is judged, without what no reader of credentials looks at. */
export function trimmed(entries: readonly Kept[]): HarEntry[] {
  return entries.filter(matters).map((entry) => ({
    ...entry,
    request: { ...entry.request, headers: entry.request.headers.filter(tells) },
    response: {
      ...entry.response,
      headers: entry.response.headers.filter(tells),
      content: { ...entry.response.content, ...shortened(entry.response.content) },
    },
  }));
}

/** Pictures, scripts and styles are left out unless they set a cookie. */
function matters({ _resourceType, response }: Kept): boolean {
  const setsCookie = response.headers.some(({ name }) => name.toLowerCase() === 'set-cookie');
  return setsCookie || !/^(?:image|script|stylesheet|font|media|other)$/.test(_resourceType ?? '');
}

function tells({ name }: { name: string }): boolean {
  return !IDLE.test(name);
}

function shortened({ mimeType, text }: { mimeType: string; text?: string }): { text?: string } {
  if (text === undefined || text.length <= WHOLE) return {};
  if (/html/.test(mimeType)) return { text: (text.match(TELLING) ?? []).join('\n') };
  return /json/.test(mimeType) ? { text: shortJson(text) } : { text: '' };
}

/** Lists are cut after two members, as often as they come. */
function shortJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      Array.isArray(value) ? value.slice(0, 2) : value,
    );
  } catch {
    return text.slice(0, WHOLE);
  }
}
