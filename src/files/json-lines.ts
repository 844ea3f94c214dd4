/** JSON of a line each (https://jsonlines.org). */
export interface JsonLines {
  values: unknown[];
  /** Lines that are no JSON. */
  broken: number;
  /** The last line is one of them: it was cut. */
  cut: boolean;
}

/** Reads JSON of a line each; undefined where the first line is no JSON object or list. */
export function readJsonLines(source: string): JsonLines | undefined {
  const values: unknown[] = [];
  let broken = 0;
  let cut = false;
  for (let at = 0; at < source.length;) {
    const end = source.indexOf('\n', at);
    const line = source.slice(at, end < 0 ? source.length : end).trim();
    at = end < 0 ? source.length : end + 1;
    if (line === '') continue;
    const value = objectOf(line);
    if (value) values.push(value);
    else if (values.length === 0) return undefined;
    else broken++;
    cut = !value;
  }
  return values.length > 0 ? { values, broken, cut } : undefined;
}

function objectOf(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
