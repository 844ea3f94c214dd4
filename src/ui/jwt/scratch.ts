import { base64url } from 'jose';
import { jsonFault, type JsonFault, laidOut, packed } from './json-text.js';

// A token that a person takes apart and puts together: pure, so that nothing of it is kept or sent.

export type ScratchPart = 'header' | 'claims';

/** `base64`, `utf8`: a segment that cannot be read; `form`: not built like a token at all. */
export type ScratchFault = JsonFault | { why: 'base64' | 'utf8' | 'form' };

/** A token, encoded and taken apart; what does not agree is at fault. */
export interface Scratch {
  encoded: string;
  /** Laid out where it is JSON, else as it is. */
  header: string;
  claims: string;
  /** Of an encrypted one only the header can be read (RFC 7516 §7.1). */
  isEncrypted: boolean;
  isSigned: boolean;
  /** Its content is another token (RFC 7519 §3); null: it is not. */
  inner: string | null;
  faults: Partial<Record<ScratchPart | 'encoded', ScratchFault>>;
}

const NOTHING: Scratch = {
  encoded: '',
  header: '',
  claims: '',
  isEncrypted: false,
  isSigned: false,
  inner: null,
  faults: {},
};

const TOKEN = /[A-Za-z0-9_-]{4,}={0,2}(?:\.[A-Za-z0-9_-]*={0,2}){1,4}/;
/** A token as a whole, as a payload may be one. */
const WHOLE = new RegExp(`^(?:${TOKEN.source})$`);

/** Takes a token apart. What stands around it (`Bearer`, quotes, a cookie's name) is left out. */
export function decodeScratch(pasted: string): Scratch {
  const plain = pasted.trim();
  if (plain === '') return NOTHING;
  const encoded = tokenIn(plain);
  const segments = encoded.split('.');
  const [head = '', payload = '', signature = ''] = segments;
  const header = read(head);
  if (segments.length === 5) {
    const faults = header.fault ? { header: header.fault } : {};
    return { ...NOTHING, encoded, header: header.text, isEncrypted: true, faults };
  }
  if (segments.length !== 2 && segments.length !== 3)
    return { ...NOTHING, encoded: plain, faults: { encoded: { why: 'form' } } };
  const claims = isUnencoded(header.text) ? readText(payload) : read(payload);
  const inner = WHOLE.test(claims.text) && claims.text.startsWith('ey') ? claims.text : null;
  return {
    encoded,
    header: header.text,
    claims: claims.text,
    isEncrypted: false,
    isSigned: signature !== '',
    inner,
    faults: {
      ...(header.fault && { header: header.fault }),
      ...(claims.fault && !inner && { claims: claims.fault }),
    },
  };
}

/**
 * Puts a changed part in its place. The signature, which was made over another text, is left out.
 */
export function withPart(before: Scratch, part: ScratchPart, text: string): Scratch {
  // What is typed where no token is begins one.
  const isToken = before.encoded !== '' && !before.faults.encoded;
  const scratch = isToken ? before : newScratch();
  const { [part]: _, ...others } = scratch.faults;
  const fault = jsonFault(text);
  if (fault) return { ...scratch, [part]: text, faults: { ...others, [part]: fault } };
  const [head = '', payload = ''] = scratch.encoded.split('.');
  const segment = base64url.encode(packed(text));
  const encoded = part === 'header' ? `${segment}.${payload}.` : `${head}.${segment}.`;
  return { ...scratch, [part]: text, encoded, isSigned: false, inner: null, faults: others };
}

/** Something to begin with: an unsigned token of one claim. */
export function newScratch(): Scratch {
  const segments = ['{"alg":"HS256","typ":"JWT"}', '{"sub":"ada"}', ''];
  return decodeScratch(segments.map((one) => base64url.encode(one)).join('.'));
}

function tokenIn(pasted: string): string {
  if (WHOLE.test(pasted)) return pasted;
  const found = TOKEN.exec(pasted)?.[0];
  // Any two words with a dot between them look like one: a JSON header begins with `{"`.
  return found?.startsWith('ey') ? found : pasted;
}

interface Read {
  text: string;
  fault?: ScratchFault;
}

/** A segment as laid out JSON, or as what it holds instead. */
function read(segment: string): Read {
  const decoded = decodedText(segment);
  if ('why' in decoded) return { text: '', fault: decoded };
  return readText(decoded.text);
}

function readText(text: string): Read {
  const fault = jsonFault(text);
  return fault ? { text, fault } : { text: laidOut(text) };
}

/** RFC 7519 §7.2: base64url, then UTF-8. */
function decodedText(segment: string): { text: string } | { why: 'base64' | 'utf8' } {
  let bytes: Uint8Array;
  try {
    bytes = base64url.decode(segment.replace(/=+$/, ''));
  } catch {
    return { why: 'base64' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { why: 'utf8' };
  }
}

/** RFC 7797 §3: the payload stands there as it is. */
function isUnencoded(header: string): boolean {
  return /"b64"\s*:\s*false/.test(header);
}
