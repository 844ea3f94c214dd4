import type { Exchange, Header, Millis } from '../model.js';
import { splitPair } from '../normalize/addresses/raw-url.js';
import { originOf } from '../normalize/addresses/site.js';
import { isOwnHeader } from './own-headers.js';

/**
 * The headers of a request as they were when somebody logged out: each cookie and each header of a
 * script with the value that was sent last to that origin until then. What an earlier request
 * carried may have been replaced since, and is not what was logged out with.
 */
export function asOfLogout(
  headers: readonly Header[],
  { url, startedAt }: Exchange,
  exchanges: Iterable<Exchange>,
  until: Millis,
): Header[] {
  const latest = latestOf(originOf(url), startedAt, exchanges, until);
  return headers.map(({ name, value }) => ({
    name,
    value:
      name === 'cookie' ? withLatest(value, latest) : (latest.get(keyOf(name, value)) ?? value),
  }));
}

/** By `cookie NAME` or the header's name. */
function latestOf(
  origin: string,
  from: Millis,
  exchanges: Iterable<Exchange>,
  until: Millis,
): ReadonlyMap<string, string> {
  const later = [...exchanges]
    .filter((one) => one.startedAt > from && one.startedAt <= until && originOf(one.url) === origin)
    .sort((a, b) => a.startedAt - b.startedAt);
  const latest = new Map<string, string>();
  for (const { request } of later)
    for (const { name, value } of request.headers)
      if (name === 'cookie') for (const [key, one] of pairsOf(value)) latest.set(key, one);
      else if (isOwnHeader(name)) latest.set(keyOf(name, value), value);
  return latest;
}

/**
 * A page may send another scheme to another address (RFC 9110 §11.6.2): one is no later form of the
 * other.
 */
function keyOf(name: string, value: string): string {
  return name === 'authorization' ? `${name} ${value.split(' ', 1)[0]!.toLowerCase()}` : name;
}

function pairsOf(line: string): [string, string][] {
  return line.split(';').map((pair) => {
    const { name, value = '' } = splitPair(pair.trim());
    return [`cookie ${name}`, value];
  });
}

function withLatest(line: string, latest: ReadonlyMap<string, string>): string {
  return line
    .split(';')
    .map((pair) => splitPair(pair.trim()))
    .map(({ name, value = '' }) => `${name}=${latest.get(`cookie ${name}`) ?? value}`)
    .join('; ');
}
