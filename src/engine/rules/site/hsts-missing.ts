import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { isLocal, parseUrl } from '../../normalize/addresses/site.js';
import { livedAttributes } from '../../credentials/lived-attributes.js';
import { logsIn } from '../../role-table.js';
import { text } from '../../text.js';
import type { Hsts } from '../../trail/response-facts.js';
import { tellHost } from '../../values/telling/redact.js';
import { SECOND } from '../../time-units.js';
import { spansApart } from '../../values/telling/span.js';
import { restsOnItsName } from '../confidence.js';
import type { Evidence, SiteRule } from '../rule.js';
import { requestsTo } from './users-request.js';
import { regex } from '../../regex.js';

/**
 * Browsers open all names below these by https alone: their registries had them preloaded as a
 * whole.
 */
const PRELOADED = regex()`
  \.(?:app|bank|boo|channel|dad|day|dev|eat|esq|fly|foo|gle|gmail|google|hangout|ing|insurance
  |meet|meme|mov|new|nexus|page|phd|play|prof|rsvp|search|youtube|zip)$`;
const NO_NAME = /^[\d.]+$|^\[|^[^.]+$|\.(?:local|internal|lan|home\.arpa|test|onion)$/;

export const hstsMissing: SiteRule = {
  id: 'hsts-missing',
  subject: 'site',
  severity: ({ site }, known): Severity =>
    hostsOf(site, known).some(({ hsts }) => hsts === 'none' || hsts.maxAge === 0) &&
    isExposed(site, known)
      ? 'medium'
      : 'low',
  grading:
    'Medium where nothing keeps the browser on https and a cookie of the login lacks ' +
    'Secure; else low.',
  title: 'Browsers are not told to use https alone',
  why:
    'Who types the name of the site, or follows an old link, may still begin with http. There ' +
    'somebody on the way, such as in an open network, can keep the user from ever reaching ' +
    'https, and read the password.',
  fix:
    'Send with every answer over https. Begin with a short time, and lengthen it when ' +
    'nothing breaks:\n\n' +
    '    Strict-Transport-Security: max-age=31536000; includeSubDomains\n\n' +
    'Leave includeSubDomains away as long as any subdomain needs http.',
  breaks:
    'Whatever of this host is reached over http only, and with includeSubDomains of all below ' +
    'it: browsers do not again until max-age is over, and let nobody pass a warning about ' +
    'a certificate.',
  references: ['CWE-319', 'OWASP ASVS 5.0 V3.4.1', 'OWASP WSTG-CONF-07', 'RFC 6797 §6.1'],
  strength: 'Browsers that have been here once use https alone (HSTS).',
  check({ site }, known) {
    if (!isAsked(site) || !hasLogin(site, known)) return 'does-not-apply';
    const hosts = hostsOf(site, known);
    if (hosts.length === 0) return 'unknown';
    return hosts.flatMap(({ host, hsts, exchange }): Evidence[] => {
      const said = saidOf(host, hsts, known);
      return said ? [{ text: said, exchange }] : [];
    });
  },
};

function isAsked(site: string): boolean {
  const host = parseUrl(site)?.hostname ?? '';
  return (
    site.startsWith('https:') && !isLocal(host) && !NO_NAME.test(host) && !PRELOADED.test(host)
  );
}

function hasLogin(site: string, known: Known): boolean {
  return known.ofSite(site).some((one) => logsIn(one) && !restsOnItsName(one));
}

/**
 * The last word of each host to which a login went; a word for all below a host counts for them
 * too.
 */
function hostsOf(site: string, known: Known) {
  const seen = requestsTo(site, known).filter(({ facts }) => facts && facts.hsts !== 'unknown');
  const last = new Map(seen.map((one) => [parseUrl(one.ref.url)?.hostname ?? '', one]));
  const words = [...last].map(([host, { facts, ref }]) => ({
    host,
    hsts: facts!.hsts as Exclude<Hsts, 'unknown'>,
    exchange: ref,
    isUsers: known.exchanges.some((one) => isLoginAt(one, host, known)),
  }));
  return words
    .filter(({ isUsers }) => isUsers)
    .map((word) => {
      const above = words.find(
        ({ host, hsts }) =>
          typeof hsts === 'object' && hsts.includeSubDomains && word.host.endsWith(`.${host}`),
      );
      return word.hsts === 'none' && above ? { ...word, hsts: above.hsts } : word;
    });
}

function isLoginAt(
  { ref, carried, set }: Known['exchanges'][number],
  host: string,
  known: Known,
): boolean {
  if (parseUrl(ref.url)?.hostname !== host) return false;
  return [...carried, ...set].some((id) => {
    const one = known.byId(id);
    return one !== undefined && logsIn(one) && !restsOnItsName(one);
  });
}

function saidOf(host: string, hsts: Exclude<Hsts, 'unknown'>, known: Known) {
  if (hsts === 'none')
    return text(
      'evidence_hsts_missing',
      '{host} answered over https without a valid Strict-Transport-Security.',
      { host: tellHost(host) },
    );
  const wanted = known.threshold('hstsMaxAge');
  if (hsts.maxAge >= wanted) return undefined;
  const [told, least] = spansApart(hsts.maxAge * SECOND, wanted * SECOND);
  return text(
    'evidence_hsts_short',
    '{host} asks for https for {span} after each visit; it should be at least {wanted}.',
    { host: tellHost(host), span: told, wanted: least },
  );
}

function isExposed(site: string, known: Known): boolean {
  return known
    .ofSite(site)
    .some(
      (one) =>
        one.kind === 'cookie' &&
        logsIn(one) &&
        !restsOnItsName(one) &&
        livedAttributes(one).secure === false,
    );
}
