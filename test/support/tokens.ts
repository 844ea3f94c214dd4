const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

let seed = 20_260_101;
/** Mulberry32: the same numbers on every run. */
function next(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** Hex digits as a session store would draw them, different at each call, the same in each run. */
export function randomHex(length: number): string {
  return Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
}

/** A compact JWS with a made-up signature; nothing in the tests verifies one. */
export function jwt({ header = {}, claims = {} }: { header?: object; claims?: object } = {}): string {
  return `${encode({ alg: 'HS256', ...header })}.${encode(claims)}.${Buffer.from(randomHex(43)).toString('base64url').slice(0, 43)}`;
}
