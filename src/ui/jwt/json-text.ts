import { faultyLine } from './json-position.js';

// JSON laid out and packed as text, token by token: parsing it and writing it again would round its
// numbers and lose members of one name.

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
/** Deeper levels stand as deep as this one: nobody reads them, and blanks would outweigh them. */
const DEEPEST = 20;

/** Valid JSON without blanks. */
export function packed(json: string): string {
  return (json.match(TOKENS) ?? []).join('');
}

/** Valid JSON, one member a line. */
export function laidOut(json: string): string {
  const tokens = json.match(TOKENS) ?? [];
  let depth = 0;
  const line = () => `\n${'  '.repeat(Math.min(depth, DEEPEST))}`;
  return tokens
    .map((token, at) => {
      if (token === '{' || token === '[') {
        depth += 1;
        return isClosing(tokens[at + 1]) ? token : token + line();
      }
      if (isClosing(token)) {
        depth -= 1;
        return isOpening(tokens[at - 1]) ? token : line() + token;
      }
      if (token === ',') return token + line();
      return token === ':' ? ': ' : token;
    })
    .join('');
}

const isOpening = (token: string | undefined): boolean => token === '{' || token === '[';
const isClosing = (token: string | undefined): boolean => token === '}' || token === ']';

/** Why a text is no JSON object; `line` counts from 1. */
export type JsonFault = { why: 'json'; line: number } | { why: 'object' };

/** Undefined for a JSON object, which headers and claims are (RFC 7515 §4, RFC 7519 §7.2). */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    return isObject ? undefined : { why: 'object' };
  } catch {
    return { why: 'json', line: faultyLine(text) };
  }
}
