import { isOfWeb } from '../address.js';
import type { AuthFlow, FlowStep } from '../flows/flow.js';
import type { Known } from '../known.js';
import { sitesUsing } from '../known-indexes.js';
import type { About, Credential } from '../model.js';
import { parseUrl, siteOf } from '../normalize/addresses/site.js';
import type { LoggedExchange } from '../trail/exchange-log.js';
import { looksRandom } from '../values/ids/entropy.js';
import { remembered } from '../memo.js';
import type { AppliesTo, SubjectKind, Subjects } from './rule.js';

/** How the judge handles one kind of subject. */
interface SubjectTable<K extends SubjectKind> {
  all(known: Known): readonly Subjects[K][];
  fits(subject: Subjects[K], applies: AppliesTo[K]): boolean;
  /** The same for subjects that every `applies` fits alike: what `fits` looks at. */
  likeness(subject: Subjects[K]): string;
  about(subject: Subjects[K]): About;
  /** Sites whose checks it counts among; `about.site` is one of them. */
  sites(subject: Subjects[K]): readonly string[];
  /** What is stable of it in every run, beside its site. */
  key(subject: Subjects[K]): string[];
}

/** Where it was and what it is called, without what another run would call otherwise. */
const stableName = remembered(({ carrier, name }: Credential) => [carrier, stable(name)]);

/** Every kind of subject: where it is found, when a rule applies to it, and how it is named. */
export const SUBJECTS: { readonly [K in SubjectKind]: SubjectTable<K> } = {
  credential: {
    // Whoever has a signature alone is nobody: what it signs is asked about.
    all: (known) => known.credentials.filter(({ signs }) => signs === undefined),
    fits: fitsCredential,
    likeness: ({ kind, role, format, carrier, carriers }) =>
      `${kind} ${role} ${format} ${carrier} ${carriers.join(' ')}`,
    about: ({ id, site }) => ({ site, credentialId: id }),
    sites: sitesUsing,
    key: stableName,
  },
  exchange: {
    all: (known) => known.exchanges,
    fits: fitsExchange,
    likeness: ({ facts, password, set }) =>
      `${facts?.outcome} ${facts?.stateChanging} ${password !== undefined} ${set.length > 0}`,
    about: ({ ref }) => ({ site: siteOf(ref.url), exchange: ref }),
    sites: ({ ref }) => [siteOf(ref.url)],
    key: ({ ref }) => [ref.method, stablePath(ref.url)],
  },
  flow: {
    all: (known) => known.flows,
    fits: ({ protocol, grant }, { protocols, grants }) =>
      among(protocols, protocol) && among(grants, grant),
    likeness: ({ protocol, grant }) => `${protocol} ${grant}`,
    about: (flow) => ({ site: siteOfFlow(flow), flowId: flow.id }),
    sites: (flow) => [siteOfFlow(flow)],
    key: ({ issuer, clientId = '', grant }) => [issuer, stable(clientId), grant],
  },
  moment: {
    all: (known) => known.moments,
    fits: ({ type }, { types }) => among(types, type),
    likeness: ({ type }) => type,
    about: ({ site, exchange, credentialId }) => ({
      site,
      exchange,
      ...(credentialId === undefined ? {} : { credentialId }),
    }),
    sites: ({ site }) => [site],
    key: ({ type, exchange }) => [type, stablePath(exchange.url)],
  },
  site: {
    all: (known) => known.sites().map((site) => ({ site })),
    fits: () => true,
    likeness: () => '',
    about: ({ site }) => ({ site }),
    sites: ({ site }) => [site],
    key: () => [],
  },
};

/** The same in every run, whatever ids are given: rule, site, and what is stable of the subject. */
export function keyOf<K extends SubjectKind>(
  ruleId: string,
  { about, key }: SubjectTable<K>,
  subject: Subjects[K],
): string {
  return [ruleId, about(subject).site, ...key(subject)].join(' ');
}

function fitsCredential(
  { kind, role, carrier, carriers, format }: Credential,
  applies: AppliesTo['credential'],
): boolean {
  const seen = [carrier, ...carriers];
  return (
    among(applies.kinds, kind) &&
    among(applies.roles, role) &&
    (applies.carriers === undefined || applies.carriers.some((one) => seen.includes(one))) &&
    among(applies.formats, format)
  );
}

function fitsExchange(
  { facts, password, set }: LoggedExchange,
  { outcomes, stateChanging, ...applies }: AppliesTo['exchange'],
): boolean {
  if (applies.password && password === undefined) return false;
  if (applies.gives && set.length === 0) return false;
  if (facts === undefined) return outcomes === undefined && stateChanging === undefined;
  return (
    among(outcomes, facts.outcome) &&
    (stateChanging === undefined || facts.stateChanging === stateChanging)
  );
}

/**
 * The site that asked, where it is known and no app of the device; else the one that was asked.
 * Where a request does not say who asks, the answer goes there (SAML Bindings §3.5.4, WS-Federation
 * §13.1.1).
 */
function siteOfFlow({ redirectUri = '', steps, issuer }: AuthFlow): string {
  if (isOfWeb(redirectUri)) return siteOf(redirectUri);
  const answer = steps.find(({ kind }) => ANSWERS.has(kind));
  return siteOf(answer?.exchange.url ?? issuer);
}

/** A user's browser brings them to the site that asked. */
const ANSWERS: ReadonlySet<FlowStep['kind']> = new Set(['saml-response', 'ws-federation-response']);

function among<T>(allowed: readonly T[] | undefined, one: T): boolean {
  return allowed === undefined || allowed.includes(one);
}

/** An id in a path is another one next time. */
function stablePath(url: string): string {
  return (parseUrl(url)?.pathname.split(';')[0] ?? '').split('/').map(stable).join('/');
}

/** A name without what is random in it: that is another one next time, and may be a secret. */
function stable(name: string): string {
  return name
    .slice(0, 200)
    .replace(/[\w+=~%-]{8,}/g, (part) => (looksRandom(part) || /^\d+$/.test(part) ? '*' : part))
    .replace(/\p{C}|\s/gu, '_');
}
