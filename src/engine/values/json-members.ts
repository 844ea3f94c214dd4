/** What the scanner is inside of; names are collected from the first one on. */
type Open = 'array' | { names?: Set<string> };

/**
 * Names that stand more than once in one object of a valid JSON text. `JSON.parse` silently keeps
 * the last one and other parsers the first, so two parties may read two different tokens.
 */
export function duplicateMembers(json: string): string[] {
  const duplicates = new Set<string>();
  const open: Open[] = [];
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (char === '{') open.push({});
    else if (char === '[') open.push('array');
    else if (char === '}' || char === ']') open.pop();
    else if (char === '"') {
      const end = stringEnd(json, at);
      const inside = open.at(-1);
      if (inside && inside !== 'array' && isName(json, end))
        addName((inside.names ??= new Set()), json.slice(at, end), duplicates);
      at = end - 1;
    }
  }
  return [...duplicates];
}

/** Index behind the closing quote. */
function stringEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, json.length);
}

function isName(json: string, end: number): boolean {
  let at = end;
  while (json[at] === ' ' || json[at] === '\n' || json[at] === '\r' || json[at] === '\t') at++;
  return json[at] === ':';
}

/** Escapes are resolved first: `"\u0061lg"` is `alg` too. */
function addName(names: Set<string>, literal: string, duplicates: Set<string>): void {
  const name = parseName(literal);
  if (name === undefined) return;
  if (names.has(name)) duplicates.add(name);
  names.add(name);
}

function parseName(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined;
  }
}
