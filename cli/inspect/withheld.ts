import type { JarCookie } from '../../src/engine/model.js';
import type { Probe } from '../../src/engine/proof/probe-messages.js';

/**
 * The cookies of a jar with which a probe is sent: those that it names, or all where it names none.
 */
export function cookiesFor(
  { headers, url }: Pick<Probe, 'headers' | 'url'>,
  jar: readonly JarCookie[],
): JarCookie[] {
  const header = headers.find(({ name }) => name.toLowerCase() === 'cookie');
  if (!header) return [...jar];
  return pairsOf(header.value ?? '').map(({ name, value }) => {
    const named = jar.filter((one) => one.name === name);
    const known = named.find((one) => one.value === value) ?? named[0];
    return known ? { ...known, value } : ofHost(name, value, url);
  });
}

/** True where two Cookie headers say the same, in whatever order. */
export function saysTheSame(one = '', other = ''): boolean {
  const sorted = (header: string) =>
    pairsOf(header)
      .map(({ name, value }) => `${name}=${value}`)
      .sort()
      .join('; ');
  return sorted(one) === sorted(other);
}

function pairsOf(header: string): { name: string; value: string }[] {
  return header
    .split(/;\s*/)
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, Math.max(at, 0)), value: pair.slice(at + 1) };
    });
}

/** One that the jar has no more: as the server of this address would set it. */
function ofHost(name: string, value: string, url: string): JarCookie {
  const { hostname, protocol } = new URL(url);
  return {
    name,
    value,
    domain: hostname,
    path: '/',
    hostOnly: true,
    secure: protocol === 'https:',
    httpOnly: true,
    sameSite: 'unset',
    partitioned: false,
    persistent: false,
  };
}
