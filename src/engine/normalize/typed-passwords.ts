import { decodeEntities } from './html-entities.js';

// Passwords that stand in a text where the text's own form says so, and no name in front of them.

/** What becomes of a password. */
type Write = (password: string) => string;

const INPUT = /<input\b[^<>]{0,2000}\btype\s{0,4}=\s{0,4}["']?password\b[^<>]{0,2000}>/gi;
const VALUE = /(\svalue\s{0,4}=\s{0,4})(?:(["'])([^"'<>]{1,1024})\2|([^\s"'<>]{1,1024}))/gi;
/** A string that a procedure is called with (XML-RPC). */
const PARAMETER =
  /(<param>\s{0,64}<value>\s{0,64}(?:<string>)?)([^<>]{3,1024})(?=(?:<\/string>)?\s{0,64}<\/value>)/g;
/** What a line of a protocol logs in with: `PASS …` (IRC, FTP), `AUTH …` (Redis), `LOGIN … …` (IMAP). */
const COMMAND =
  /^((?:PASS|AUTH|LOGIN|IDENTIFY|AUTHENTICATE)[ \t]{1,4}(?:[^\s]{1,256}[ \t]{1,4})?:?)([^\s]{3,8192})(?=\s{0,4}$)/i;

/** A text with these passwords written anew: those in fields, commands and calls without names. */
export function rewriteTyped(source: string, write: Write): string {
  const text = source.replace(
    COMMAND,
    (_, command: string, secret: string) => command + write(secret),
  );
  if (!text.includes('<')) return text;
  const isCall = text.includes('<methodCall>');
  return isCall ? rewriteParameters(text, write) : rewriteInputs(text, write);
}

/** What stands in a field for a password already. */
function rewriteInputs(source: string, write: Write): string {
  return source.replace(INPUT, (tag: string) =>
    tag.replace(VALUE, (_, start: string, quote = '', quoted?: string, bare?: string) => {
      const text = quoted ?? bare ?? '';
      const plain = decodeEntities(text);
      const other = write(plain);
      return `${start}${quote}${other === plain ? text : other}${quote}`;
    }),
  );
}

/** A call has no names: who calls, and with which password. */
function rewriteParameters(source: string, write: Write): string {
  return source.replace(PARAMETER, (_, start: string, text: string) => start + write(text));
}
