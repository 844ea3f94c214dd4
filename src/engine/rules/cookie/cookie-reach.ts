import type { Known } from '../../known.js';
import type { Credential, ExchangeRef } from '../../model.js';
import { parseUrl, registrableDomain } from '../../normalize/addresses/site.js';

/** Which hosts a cookie goes to, and which of them seem to need it. */
export interface CookieReach {
  /**
   * The host that sets it, those that gave pages or data with it, and those of which nobody knows.
   */
  readonly users: readonly string[];
  /** Hosts that were sent it and gave nothing but files: images, scripts, styles. */
  readonly bystanders: readonly { host: string; exchange: ExchangeRef | undefined }[];
  /** The narrowest domain that covers all users; undefined where there is one host alone. */
  readonly narrowest: string | undefined;
}

export function reachOf(credential: Credential, known: Known): CookieReach {
  const serving = servingHosts(credential, known);
  const setter = parseUrl(credential.cookie?.setBy?.url ?? '')?.hostname;
  const users = new Set(setter === undefined ? [] : [setter]);
  const bystanders: CookieReach['bystanders'][number][] = [];
  for (const { carrier, direction, origin, lastExchange } of credential.sightings) {
    const host = parseUrl(origin)?.hostname ?? '';
    if (carrier !== 'cookie' || direction !== 'sent' || host === setter) continue;
    if (serving.get(host) === 'files') bystanders.push({ host, exchange: lastExchange });
    else users.add(host);
  }
  const hosts = users.size > 0 ? [...users].toSorted() : [credential.host];
  return { users: hosts, bystanders, narrowest: hosts.length > 1 ? common(hosts) : undefined };
}

/**
 * What each host gave with the cookie; a host whose exchanges were folded into another's is not
 * there.
 */
function servingHosts({ id }: Credential, known: Known): Map<string, 'files' | 'answers'> {
  const hosts = new Map<string, 'files' | 'answers'>();
  for (const { ref, facts } of known.carrying(id)) {
    const host = parseUrl(ref.url)?.hostname ?? '';
    const isFile = facts?.type === 'other' && facts.outcome === 'ok' && !facts.stateChanging;
    if (!isFile) hosts.set(host, 'answers');
    else if (!hosts.has(host)) hosts.set(host, 'files');
  }
  return hosts;
}

/**
 * The longest domain that all of them are, or are below; never shorter than what somebody can
 * register.
 */
function common(hosts: readonly string[]): string {
  const [first = '', ...others] = hosts;
  const labels = first.split('.');
  for (let from = 0; from < labels.length; from++) {
    const domain = labels.slice(from).join('.');
    const covers = (host: string) => host === domain || host.endsWith(`.${domain}`);
    if (others.every(covers)) return domain;
  }
  return registrableDomain(first);
}
