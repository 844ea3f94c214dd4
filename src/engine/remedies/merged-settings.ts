/** A call whose options are an object literal: `session({ cookie: { secure: true } }, app)`. */
const CALL = /^([\w.]+)\((\{.*\})(.*)\)$/;

/** One with arguments of names, as Python has them: `set_cookie('user', value, secure=True)`. */
const NAMED_CALL = /^([\w.]+\([^=]*?)((?:, \w+=(?:'[^']*'|[\w.]+))+)\)$/;

type Options = Map<string, Options | string>;

interface Call {
  name: string;
  options: Options;
  /** What follows the options. */
  rest: string;
}

/**
 * Settings that are options of one call, as that one call: two calls beside each other would be two
 * sessions. What is no such call stands as it is, in front.
 */
export function mergedSettings(lines: readonly string[]): string[] {
  const calls: Call[] = [];
  const others = new Set<string>();
  const named = new Map<string, Set<string>>();
  for (const statement of lines.flatMap((line) => line.split(/; (?=[\w.]+\()/))) {
    const [whole, name = '', literal = '', rest = ''] = CALL.exec(statement) ?? [];
    const options = whole === undefined ? undefined : optionsOf(literal);
    if (!options) {
      const [, start, list = ''] = NAMED_CALL.exec(statement) ?? [];
      if (start === undefined) others.add(statement);
      else named.set(start, new Set([...(named.get(start) ?? []), ...list.slice(2).split(', ')]));
      continue;
    }
    const known = calls.find((call) => call.name === name && call.rest === rest);
    if (known) merge(known.options, options);
    else calls.push({ name, options, rest });
  }
  return [
    ...others,
    ...[...named].map(([start, list]) => `${start}, ${[...list].join(', ')})`),
    ...calls.map(({ name, options, rest }) => `${name}(${written(options)}${rest})`),
  ];
}

function merge(into: Options, more: Options): void {
  for (const [key, value] of more) {
    const known = into.get(key);
    if (known instanceof Map && value instanceof Map) merge(known, value);
    else into.set(key, value);
  }
}

function written(options: Options): string {
  const members = [...options].map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : written(value)}`,
  );
  return `{ ${members.join(', ')} }`;
}

/**
 * Members of a literal as it is written in our own table; undefined where it holds anything else.
 */
function optionsOf(literal: string): Options | undefined {
  const options: Options = new Map();
  for (const member of membersOf(literal.slice(1, -1))) {
    const [whole, key = '', value = ''] = /^(\w+): (.+)$/s.exec(member) ?? [];
    if (whole === undefined) return undefined;
    options.set(key, value.startsWith('{') ? (optionsOf(value) ?? value) : value);
  }
  return options;
}

/** Split at the commas that stand in no braces or brackets. */
function membersOf(inner: string): string[] {
  const members = [''];
  let depth = 0;
  for (const character of inner) {
    if ('{[('.includes(character)) depth++;
    if ('}])'.includes(character)) depth--;
    if (character === ',' && depth === 0) members.push('');
    else members[members.length - 1] += character;
  }
  return members.map((member) => member.trim()).filter(Boolean);
}
