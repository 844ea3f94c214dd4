import { addressOf } from '../../engine/address.js';
import type { ReportEvent } from '../../engine/report/report-event.js';
import { audiencesOf } from '../../engine/values/tokens/audiences.js';

type Happened = Pick<ReportEvent, 'type' | 'detail'>;

/**
 * What is known of a place to which a token was sent: `audience`: the token names it; `issuer`: it
 * is the issuer's own; `elsewhere`: the token names other places; `unnamed`: it names nobody;
 * `incomparable`: it names something that is no address.
 */
export type Fit = 'audience' | 'issuer' | 'elsewhere' | 'unnamed' | 'incomparable';

export interface Destination {
  origin: string;
  fit: Fit;
}

/** `same`: it came from its issuer; `other`: from elsewhere; `incomparable`: that is no address. */
export interface Source {
  origin: string;
  fit: 'same' | 'other' | 'incomparable';
}

/** Where a token went and where it came from, beside what it says itself. */
export interface WhereItGoes {
  audience: string[];
  issuer: string | null;
  sentTo: Destination[];
  cameFrom: Source[];
}

/** Compares `aud` and `iss` (RFC 7519 §4.1) with what was seen. */
export function whereItGoes(
  claims: Readonly<Record<string, unknown>>,
  trail: readonly Happened[],
): WhereItGoes {
  const audience = audiencesOf({ claims });
  const issuer = typeof claims['iss'] === 'string' ? claims['iss'] : null;
  const sentTo = originsOf(trail, ['sent', 'exposed']);
  return {
    audience,
    issuer,
    sentTo: sentTo.map((origin) => ({ origin, fit: fitOf(origin, audience, issuer) })),
    cameFrom:
      issuer === null
        ? []
        : originsOf(trail, ['issued']).map((origin) => ({
            origin,
            fit: sourceFit(origin, issuer),
          })),
  };
}

function originsOf(trail: readonly Happened[], types: readonly string[]): string[] {
  const origins = trail
    .filter(({ type }) => types.includes(type))
    .map(({ detail }) => detail['origin'])
    .filter((origin) => typeof origin === 'string');
  return [...new Set(origins)];
}

function fitOf(origin: string, audience: readonly string[], issuer: string | null): Fit {
  if (audience.some((name) => isAt(origin, name))) return 'audience';
  if (issuer !== null && isAt(origin, issuer)) return 'issuer';
  if (audience.length === 0) return 'unnamed';
  // A name may stand for any address: only who gave it knows.
  return audience.every((name) => addressIn(name)) ? 'elsewhere' : 'incomparable';
}

function sourceFit(origin: string, issuer: string): Source['fit'] {
  if (!addressIn(issuer)) return 'incomparable';
  return isAt(origin, issuer) ? 'same' : 'other';
}

/** A path says which part of a server is meant, which no request shows. */
function isAt(origin: string, name: string): boolean {
  const address = addressIn(name);
  if (!address) return false;
  const [there, here] = [addressOf(origin), address.url];
  if (!there) return false;
  return address.hasScheme
    ? httpOf(there) === httpOf(here) && there.host === here.host
    : there.hostname === here.hostname;
}

/** A socket is opened as a request (RFC 6455 §1.3). */
const httpOf = ({ protocol }: URL): string => protocol.replace(/^ws/, 'http');

/** An address with its scheme, or the bare name of a host; `account` and `api://…` are names. */
function addressIn(name: string): { url: URL; hasScheme: boolean } | undefined {
  const hasScheme = /^https?:\/\//i.test(name);
  if (!hasScheme && !/^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(name)) return undefined;
  const url = addressOf(hasScheme ? name : `https://${name}`);
  return url && { url, hasScheme };
}
