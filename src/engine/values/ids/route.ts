import { looksRandom } from './entropy.js';

/** What a load balancer reads behind an id: `.node1` (Servlet containers' jvmRoute). */
const ROUTED = /^([^.]{16,})\.([A-Za-z][\w.-]{0,63})$/;

/** The id, and the name of the server behind it; undefined where none stands there. */
export function routeOf(value: string): { id: string; route: string } | undefined {
  const [, id, route] = ROUTED.exec(value) ?? [];
  if (id === undefined || route === undefined) return undefined;
  // A signature stands behind a dot as well; it looks random, and a name does not.
  return looksRandom(route) || /^[\w-]{27,}$/.test(route) ? undefined : { id, route };
}
