import { rewriteCommandLines } from './command-lines.js';
import { rewriteLiterals } from './graphql-literals.js';
import { isSecretName } from '../values/telling/mask.js';
import { regex } from '../regex.js';
import { rewriteSaidCodes } from './said-codes.js';

// Texts that are of no form of their own: what stands in them behind a name, or a word that says
// what it is. Every length is bounded, so that matching is linear.

/** How what is found in a text is written. */
export interface TextWriter {
  header(name: string, value: string): string;
  /** A value behind its name. */
  named(name: string, value: string): string;
  /** The same where words are no secrets, but labels or whatever a program calls something. */
  random(name: string, value: string): string;
  url(address: string): string;
  /** A code that somebody is sent. */
  code(value: string): string;
  isPassword(name: string): boolean;
}

const ADDRESS = /(?<![\w+.-])[a-z][a-z0-9+.-]{1,40}:\/\/[^\s"'<>\\]{3,8192}/gi;
/** `token = "…"`, `"token": "…"`, `login(password: \"…\")`, `data-token='…'`. */
const QUOTED = regex('gu')`
  (?<![\p{L}\p{M}\w.-])([\p{L}\p{M}\w.-]{1,64})(\\{0,3}["']?\s{0,8}(?:=>|[:=])\s{0,8}\\{0,3})
  (?:"([^"\\\r\n]{3,8192})(?=\\{0,3}")|'([^'\\\r\n]{3,8192})(?=\\{0,3}'))`;
/** `define('DB_PASSWORD', '…')`, `setItem("token", "…")`: beside labels, so of several kinds. */
const AFTER_NAME = regex('g')`
  ((["'])([\w.-]{1,64})\2\s{0,4},\s{0,4}(["']))(?=[^"'\\]{0,256}\d)(?=[^"'\\]{0,256}[A-Za-z])
  ([A-Za-z0-9][^"'\\\s]{5,1024})(?=\4)`;
/** A line of its own: `token: …` (YAML, STOMP), `TOKEN=…` (an environment), `token = …` (INI). */
const LINE = regex('gmu')`
  ^([ \t]{0,64}(?:export[ \t]{1,4}|-[ \t]{1,4})?)([\p{L}\p{M}\w.-]{1,64})
  ([ \t]{0,8}[:=][ \t]{0,8})(?!["'{[\s]|\/\/|[|>][-+\d]{0,3}\s*$)([^\r\n]{3,8192})$`;
/** `Server=…;Password=…;`: names and values in a row. */
const IN_ROW = /(?<![\p{L}\p{M}\w.-])([\p{L}\p{M}\w.-]{1,64})=(?=[^"'=])([^;&,\s"'<>\\]{4,8192})/gu;
/** In an address that a style, a script or a feed has: `url(/a.png?token=…)`. */
const PARAMETER = regex('gi')`
  ((?:[?&#]|\\u0026)(?:(?:amp|#0?38|#x26)(?:;|%(?:25)?3b)){0,4})
  ([\w[\].$-]{1,64})=([^\s"'\x60<>&#;()\\]{16,2048})`;
const HEADER =
  /(?<![\w-])((?:proxy-)?authorization|(?:set-)?cookie)(\s{0,4}:\s{0,4})([^\r\n"']{4,8192})/gi;
const SCHEME = regex('gi')`
  (?<![\w-])((?:bearer|basic|token|dpop|negotiate|ntlm|apikey|ssws|oauth)[ +]{1,2})
  ([\w.~+/-]{12,8192}={0,2})`;
const KEY_BLOCK =
  /(-----BEGIN [A-Z ]{0,24}PRIVATE KEY(?: BLOCK)?-----)((?:[^-]|-(?!-)){16,16384})(?=-----END)/g;
/**
 * What a line of a protocol logs in with: `PASS …` (IRC), `AUTH …` (Redis); words are written so
 * nowhere.
 */
const COMMAND = regex('gm')`
  ^((?:PASS|AUTH|LOGIN|IDENTIFY)[ \t]{1,4}(?:[^\s]{1,256}[ \t]{1,4})?:?)([^\s]{3,8192})
  (?=[ \t]{0,4}\r?$)`;
/** Before a host who goes there, and with what; what a program puts in later is none. */
const USER_INFO = regex('gi')`
  (?<![\w+.-])([a-z][a-z0-9+.-]{1,40}:\/\/[^\s\/?#"'<>@:\\]{0,64}:)(?![$%{<\[])
  ([^\s\/?#"'<>@\\]{1,256})(?=@[\w[])`;
/** What somebody writes of a password: `Your temporary password is …`. */
const SAID = regex('gu')`
  (?<![\p{L}\p{M}\w.-])([\p{L}\p{M}_-]{3,32})
  (\s{0,2}(?:[:：]|\b(?:is|ist|lautet|est|es):?|(?<=[은는は]))\s{1,4})
  (?=[^\s"'<>\\]{0,64}\d)(?=[^\s"'<>\\]{0,64}\p{L})([^\s"'<>\\]{6,256}[^\s"'<>\\.,;:!?])`;
/** The same in a row, as programs write it: `logged in user session:940608426`. */
const LABELLED = regex('gu')`
  (?<![\p{L}\p{M}\w.-])([\p{L}\p{M}_-]{3,32})(:)(?=[\w-]{0,64}\d)([\w-]{9,256})(?![\w:|\/.-])`;
/** A word that says of the next one what it is: `password hunter42x`. */
const GIVEN = regex('gi')`
  (?<![\w-])((?:password|passwd|passphrase|secret)\s{1,2})
  (?=[^\s"'<>\\]{0,64}\d)(?=[^\s"'<>\\]{0,64}[a-z])([^\s"'<>\\]{8,256}[^\s"'<>\\.,;:!?])`;
/** Chance of that length stands in no sentence. */
const LONG_RUN = /(?<![\w+/=.-])[A-Za-z0-9_-]{32,512}(?![\w+/=.-])/g;
/** A value of so many signs may be a key by its looks alone. */
const KEY_LENGTH = 16;

/**
 * Rewrites a page, a script, a style: names stand in front of strings, and most strings are words.
 */
export function rewriteWritten(source: string, writer: TextWriter): string {
  const text = rewriteQuoted(source, (name, value) =>
    /\s/.test(value) || !isNamed(name, writer) ? value : writer.random(name, value),
  );
  return rewriteSaid(text, writer).replace(
    PARAMETER,
    (whole: string, mark: string, name: string, value: string) =>
      isNamed(name, writer) ? `${mark}${name}=${writer.random(name, value)}` : whole,
  );
}

/**
 * Rewrites a text: lines and rows of settings, a message of a protocol, whatever somebody wrote
 * down.
 */
export function rewriteText(source: string, writer: TextWriter): string {
  const behind = (name: string, value: string) =>
    isNamed(name, writer) ? writer.named(name, value) : value;
  const text = rewriteQuoted(source, behind);
  const password = (value: string) => writer.named('password', value);
  const called = rewriteLiterals(rewriteCommandLines(text, password), password);
  const said = (_: string, name: string, between: string, value: string) =>
    name + between + behind(name, value);
  return rewriteLines(rewriteSaid(called, writer), writer)
    .replace(IN_ROW, (_, name: string, value: string) => `${name}=${behind(name, value)}`)
    .replace(SAID, said)
    .replace(LABELLED, said)
    .replace(GIVEN, (_, word: string, value: string) => word + password(value))
    .replace(ADDRESS, (address) => writer.url(address))
    .replace(LONG_RUN, (run) => writer.random('', run));
}

/** Rewrites a message of a socket that is a line of a protocol. */
export function rewriteCommands(source: string, writer: TextWriter): string {
  return source.replace(
    COMMAND,
    (_, command: string, secret: string) => command + writer.named('password', secret),
  );
}

function rewriteQuoted(source: string, write: (name: string, value: string) => string): string {
  return source.replace(
    QUOTED,
    (_, name: string, between: string, double?: string, single?: string) => {
      const quote = double === undefined ? "'" : '"';
      return name + between + quote + write(name, double ?? single ?? '');
    },
  );
}

function isNamed(name: string, writer: TextWriter): boolean {
  return isSecretName(name) || writer.isPassword(name);
}

/** What says by itself what it is: a header, the scheme of an authorization, the block of a key. */
function rewriteSaid(source: string, writer: TextWriter): string {
  return rewriteSaidCodes(source, (code) => writer.code(code))
    .replace(AFTER_NAME, (whole, before: string, _quote, name: string, _other, value: string) =>
      isNamed(name, writer) ? before + writer.random(name, value) : whole,
    )
    .replace(
      HEADER,
      (_, name: string, colon: string, value: string) => name + colon + writer.header(name, value),
    )
    .replace(
      USER_INFO,
      (_, before: string, password: string) => before + writer.named('password', password),
    )
    .replace(SCHEME, (_, scheme: string, value: string) => scheme + writer.random('token', value))
    .replace(
      KEY_BLOCK,
      (_, begin: string, key: string) =>
        begin + key.replace(/[\w+/=]{16,}/g, (line) => writer.random('private_key', line)),
    );
}

function rewriteLines(source: string, writer: TextWriter): string {
  return source.replace(
    LINE,
    (whole, before: string, name: string, between: string, value: string) => {
      if (/^(?:proxy-)?authorization$|^(?:set-)?cookie$/i.test(name)) return whole;
      const bare = value.trimEnd();
      return before + name + between + setting(name, bare, writer) + value.slice(bare.length);
    },
  );
}

/** In lists of settings a key is one by its looks, whatever it is called. */
function setting(name: string, value: string, writer: TextWriter): string {
  if (isNamed(name, writer)) return writer.named(name, value);
  const mayBeKey = value.length >= KEY_LENGTH && !/\s|:\/\//.test(value);
  return mayBeKey ? writer.random(name, value) : value;
}
