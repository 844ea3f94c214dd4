import { audienceDomains } from '../credentials/audience.js';
import type { Credential, Leak, Sighting } from '../model.js';
import { parseUrl, registrableDomain, siteOf } from '../normalize/addresses/site.js';
import type { Exposure, TrailStep } from './trail-step.js';

// Sendings that let a value out further than it need go.

/** The ways in which this sending let the value out further than it need go. */
export function exposuresOf(credential: Credential, { carrier, origin }: Sighting): Exposure[] {
  const target = parseUrl(origin);
  const found: Exposure[] = [];
  if (carrier !== 'cookie' && isAbroad(credential, origin)) found.push('cross-site');
  if (carrier === 'url') found.push('url');
  if (carrier === 'websocket') found.push('websocket');
  if (target?.protocol === 'http:' && !credential.local) found.push('plain-http');
  return found;
}

/** What another site's script sends to the credential's own is no leak. */
export function leakOf(
  credential: Credential,
  { through, firstAt, lastAt, count, carrier, locator, origin, script, exchange }: Leak,
): TrailStep[] {
  if (through !== 'referer' && !isAbroad(credential, origin)) return [];
  return [
    {
      type: 'exposed',
      exposure: through,
      at: firstAt,
      lastAt,
      count,
      credentialId: credential.id,
      site: siteOf(origin),
      carrier,
      locator,
      origin,
      ...(script ? { script } : {}),
      ...(exchange ? { exchange } : {}),
    },
  ];
}

/** True for an origin of another site than the credential's own. */
function isAbroad(credential: Credential, origin: string): boolean {
  const [home, target] = [parseUrl(credential.origin), parseUrl(origin)];
  return (
    target !== undefined &&
    // What a token names as its audience is where it is meant to go (RFC 7519 §4.1.3).
    !audienceDomains(credential).has(registrableDomain(target.hostname)) &&
    registrableDomain(target.hostname) !== registrableDomain(home?.hostname ?? '')
  );
}
