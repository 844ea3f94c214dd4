import { type Asked, FakeBrowser, type Server } from './proof.js';

/** What a server answers a user that it knows. */
export const WELL = {
  status: 200,
  contentType: 'application/json',
  text: '{"user":{"name":"alice"}}',
};

/** What it answers everybody else. */
export const REFUSED = {
  status: 401,
  contentType: 'application/json',
  text: '{"error":"who are you?"}',
};

/** A server that knows its user where these cookies are there. */
export function server(isKnown: (has: (name: string) => boolean) => boolean): Server {
  return ({ cookies }: Asked) => (isKnown((name) => cookies.has(name)) ? WELL : REFUSED);
}

/** A browser that has these cookies. */
export function browserWith(...names: string[]): FakeBrowser {
  return new FakeBrowser(Object.fromEntries(names.map((name) => [name, `value of ${name}`])));
}

/** What may be said of a credential where these are the smallest sets that log in. */
export function rightOnes(name: string, sets: readonly (readonly string[])[]): string[] {
  const having = sets.filter((set) => set.includes(name)).length;
  if (having === sets.length) return ['needed', 'needed-together'];
  return having > 0 ? ['either', 'not-needed'] : ['not-needed'];
}
