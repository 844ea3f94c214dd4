import { memo } from '../memo.js';
import { parseUrl, pathOf } from '../normalize/addresses/site.js';
import { percentDecode } from '../values/unwrap.js';
import { regex, unbroken } from '../regex.js';
import { unaccented } from '../normalize/words/unaccented.js';

// How addresses are read for words of logging in and out. Paths are read segment by segment, since
// a word in the middle of a title is no request.

/**
 * What servers and frameworks write before and after the act: `userLogout`, `logout-all`,
 * `do_signin`.
 */
const BEFORE = unbroken`
  user|auth|account|session|member|customer|sso|oidc|saml2?|oauth2?|cas|wp|j[-_]spring[-_]security
  |ajax|api|do|perform|confirm|global|single|admin|my|cgi|act(?:ion)?|check|chk|process|proc|handle
  |submit|validate|front|web|mobile|app|id|sms|phone|otp|quick|fast|e?mail|pwd|passwo?r?d|wx|wechat
  |qr|scan|social`;
const AFTER = unbroken`
  user|users|all|session|now|confirm(?:ed|ation)?|action|process|handler|proc|prcs|exec(?:ute)?|ok
  |chk|ajax|json|post|validate|auth|callback|complete|done|success(?:ful)?|everywhere|submit|check
  |form|page|request|servlet|service|controller|view|do|cgi`;
/** No more of an address is read for words. */
const MAX_PARTS = 64;
const MAX_PART = 256;
/** What servers write before a word that is no page of a user's: `~login`, `_login.cgi`. */
const MARKS = /^[-_~!.@$+]+|[-_~!.@$+]+$/g;
/** Wikis keep pages of their own apart: `Special:UserLogout`. */
const NAMESPACE = /^[\p{L}\d_-]{1,30}:(?=\p{L})/u;
/** With what: `signInWithPassword`, `AuthenticateByName`. */
const WAY = String.raw`(?:with|by|using|via)[-_]?[a-z]{2,24}`;
const ENDING = String.raw`\.\w{1,5}`;
/** One word of the application's own, but none with which a title begins. */
const OWN = unbroken`
  (?!(?:how|to|why|when|what|about|after|before|no|not|can|cannot|cant)[-_.])
  [a-z0-9]{1,20}[-_.]`;

/** Asked of a text. */
type Pattern = Pick<RegExp, 'test'>;

/**
 * Words with what may stand around them. Most texts hold none of the words, and of those the whole
 * is never asked: compiled it takes 200 kB.
 */
function around(words: string, whole: string): Pattern {
  const any = new RegExp(words, 'i');
  const all = new RegExp(whole, 'i');
  return { test: (text) => any.test(text) && all.test(text) };
}

/** A segment that is the act itself, with what may stand around it. */
export function act(words: string): Pattern {
  return around(
    words,
    unbroken`
      ^(?:${OWN})?(?:(?:${BEFORE})[-_.]?){0,2}(?:${words})
      (?:[-_.]?(?:${AFTER})){0,2}(?:[-_.]?${WAY})?(?:${ENDING})?$`,
  );
}

/** Ends the path where one script, or none, is for all pages. */
export const FRONT_PAGE = /(?:\/|\.(?:php\d?|cgi|pl|fcgi|exe|dll|aspx?|jspx?|do|cfm))$/i;
/** A name, of a page for instance; no number, and no id. */
const WORD = /^[a-z][a-z_./-]{0,39}$/i;
/** Pages that speak of it. */
const READING = regex('i')`
  ^(?:help|docs?|documentation|blog|articles?|faqs?|support|kb|knowledge-?base|wiki|news|guides?
  |tutorials?|learn|posts?|questions?|manual|search|tags?|categor(?:y|ies)|topics?|threads?
  |reviews?|help-?cent(?:er|re)|hc|archives?|newsletters?|mailings?)$`;
/** Parameters that name what is asked for; one letter of a front controller may be such a name. */
const ASKS = regex('i')`
  ^_{0,2}(?:[a-z]{1,20}[-_.:[])?(?:action|act|intent|op|op[-_]?code|oper(?:ation)?|do|cmd
  |command|param|request|call|rpc|wa|mode|task|page|pg|route|module|mod|method
  |func(?:tion)?|fn|view|screen|show
  |section|controller|login_?type|[a-z]{1,20}(?:action|oper|cmd|task|op)|[acmpr])\]?$`;
export const NO = /^(?:0|false|no|off)$/i;
export const YES = /^(?:|1|true|yes|on)$/i;

export function wordOf(acts: string): Pattern {
  return around(
    acts,
    unbroken`
      ^(?:[\w-]{0,30}[./:])*(?:(?:user|do|perform|admin|member|customer)[-_]?)?_?
      (?:${acts})(?:[-_]?(?:user|request|action|check|${WAY}))?$`,
  );
}

/**
 * A parameter that names the act; `q` and `title` do where they hold a path, or a page of a
 * namespace.
 */
export function asks(name: string, value: string, isAct: (word: string) => boolean): boolean {
  return isAct(value) && (ASKS.test(name) || (/^(?:q|title)$/i.test(name) && /[/:]/.test(value)));
}

/**
 * A session's id that servers write into paths where no cookie holds it (Java Servlet §7.1.3), and
 * ASP.NET's: it names no page.
 */
const SESSION_IN_PATH = /;(?:j?session_?id|phpsessid|sid|zenid)=[^/;]*|\/\(S\([^/)]*\)\)/gi;

/**
 * What an address stands for, of one front controller too: there words in the query name the page,
 * elsewhere parameters that name one.
 */
export const placeOf = memo((url: string): string => {
  const address = parseUrl(url);
  if (!address) return url;
  const { origin } = address;
  const pathname = address.pathname.replace(SESSION_IN_PATH, '');
  const names = parametersOf(url).filter(
    ([name, value]) => WORD.test(value) && (FRONT_PAGE.test(pathname) || ASKS.test(name)),
  );
  return [origin + pathname, ...names.map(([name, value]) => `${name}=${value}`)].join(' ');
});

/** Parameters that name what is asked for by a word: of one script for all pages, which of them. */
export function askedIn(url: string): (readonly [name: string, word: string])[] {
  return parametersOf(url).filter(([name, value]) => WORD.test(value) && ASKS.test(name));
}

/**
 * Below such a folder an act is a title, unless it is in a namespace: `/wiki/Special:UserLogout`.
 */
export function isReading(url: string | undefined, parts: readonly string[]): boolean {
  const last = percentDecode(pathOf(url).split('/').at(-1) ?? '');
  return parts.slice(0, -1).some((part) => READING.test(part)) && !NAMESPACE.test(last);
}

/**
 * Segments as words: without escapes, accents, parameters (RFC 3986 §3.3) and marks around them.
 */
export function partsOf(url: string | undefined): readonly string[] {
  return partsIn(url ?? '');
}

const partsIn = memo((url: string): readonly string[] => {
  return pathOf(url)
    .split('/', MAX_PARTS)
    .map((part) =>
      unaccented(percentDecode(part.slice(0, MAX_PART)).split(';', 1)[0]!)
        .replace(NAMESPACE, '')
        .replace(MARKS, ''),
    )
    .filter(Boolean);
});

/** Some servers part parameters by semicolons (HTML 4.01 §B.2.2). */
export function parametersOf(url: string | undefined): [string, string][] {
  const search = parseUrl(url ?? '')?.search ?? '';
  if (search === '') return [];
  return [...new URLSearchParams(search.replaceAll(';', '&'))].slice(0, MAX_PARTS);
}
