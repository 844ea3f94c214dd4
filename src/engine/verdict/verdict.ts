import type { Credential, Finding, Mechanism } from '../model.js';
import { type Text, text } from '../text.js';
import type { LoggedExchange } from '../trail/exchange-log.js';
import type { Moment } from '../moments/moment.js';
import { comparisonOf, type ComparisonRow } from './comparison/comparison.js';
import { isSelfContained } from './comparison/facts.js';
import { gradeOf } from './grade.js';
import { type FlowPicture, pictureOf } from './picture.js';
import { tellName, tellWord } from '../values/redact.js';

export interface Verdict {
  site: string;
  mechanism: Mechanism;
  confidence: number;
  /** What the mechanism was told by. */
  evidence: Text[];
  sentence: Text;
  comparison: ComparisonRow[];
  picture: FlowPicture;
  grade: string | null;
  score: number | null;
}

/** What a verdict is made from. */
export interface Case {
  credentials: readonly Credential[];
  findings: readonly Finding[];
  exchanges: readonly LoggedExchange[];
  moments: readonly Moment[];
}

/** Of each credential, the weightiest reasons. */
const MAX_EVIDENCE = 3;

/** One verdict for each site that has credentials, the one with the most sightings first. */
export function verdictsOf({ credentials, findings, exchanges, moments }: Case): Verdict[] {
  const uses = (list: readonly Credential[]) =>
    list.reduce((sum, c) => sum + c.sightings.reduce((n, s) => n + s.count, 0), 0);
  const ranked = [...bySite(credentials)].sort(
    ([a, x], [b, y]) => uses(y) - uses(x) || (a < b ? -1 : 1),
  );
  return ranked.map(([site, own]) => {
    const ids = new Set(own.map(({ id }) => id));
    const { mechanism, confidence, evidence, sentence } = mechanismOf(own);
    const graded =
      mechanism === 'none'
        ? { grade: null, score: null }
        : gradeOf(findings.filter((f) => ids.has(f.about.credentialId ?? '')));
    const picture = pictureOf(site, exchanges, credentials, moments);
    return {
      site,
      mechanism,
      confidence,
      evidence,
      sentence,
      comparison: comparisonOf(own),
      picture,
      ...graded,
    };
  });
}

function bySite(credentials: readonly Credential[]): Map<string, Credential[]> {
  const sites = new Map<string, Credential[]>();
  for (const credential of credentials) {
    for (const site of sitesUsing(credential))
      sites.set(site, [...(sites.get(site) ?? []), credential]);
  }
  return sites;
}

/**
 * Sites whose users a credential identifies: for a cookie that of its host; for a token those whose
 * pages keep or send it, whoever issued it.
 */
function sitesUsing({ kind, site, sightings }: Credential): Set<string> {
  if (kind === 'cookie') return new Set([site]);
  const using = sightings
    .filter((s) => s.direction !== 'received')
    .map((s) => (s.direction === 'stored' ? s.site : (s.pageSite ?? s.site)));
  return new Set(using.length > 0 ? using : [site]);
}

/** How a site recognises its users, from the credentials in use there. */
export function mechanismOf(
  all: readonly Credential[],
): Pick<Verdict, 'mechanism' | 'confidence' | 'evidence' | 'sentence'> {
  const live = all.filter((c) => !c.cookie?.rejected && !c.cookie?.expiredOnArrival);
  const inCookie = live.filter((c) => c.carrier === 'cookie');
  const self = inCookie.find(
    (c) => isSelfContained(c) && (c.role === 'session' || c.role === 'access-token'),
  );
  const session = inCookie.find((c) => c.role === 'session' && !isSelfContained(c));
  const bearer =
    live.find((c) => c.role === 'access-token' && c.carriers.includes('header')) ??
    live.find(isSentByScript);
  const inUrl = live.find((c) => c.role === 'session' && c.carrier === 'url');
  const basic = live.find((c) => c.role === 'basic');
  const apiKey = live.find((c) => c.role === 'api-key');
  const told = (mechanism: Mechanism, from: Credential[], sentence: Text) => ({
    mechanism,
    confidence: Math.round(Math.min(...from.map((c) => c.confidence)) * 100) / 100,
    evidence: from.flatMap((c) => c.evidence.slice(0, MAX_EVIDENCE)),
    sentence,
  });
  if (session && bearer && bearer !== session)
    return told('hybrid', [session, bearer], hybrid(session, bearer));
  if (self && bearer && bearer !== self)
    return told('hybrid', [self, bearer], hybrid(self, bearer));
  if (self) return told('token-cookie', [self], tokenCookie(self));
  if (session) return told('session-cookie', [session], sessionCookie(session));
  if (bearer) return told('bearer-token', [bearer], bearerToken(bearer));
  if (inUrl)
    return told(
      'session-url',
      [inUrl],
      text(
        'verdict_session_url',
        'The session id travels in the URL ({name}): whoever sees the address is signed in.',
        { name: tellName(inUrl.name) },
      ),
    );
  if (basic)
    return told(
      'basic',
      [basic],
      text(
        'verdict_basic',
        'The browser sends name and password with every request (HTTP Basic); there is no session that could end.',
      ),
    );
  if (apiKey)
    return told(
      'api-key',
      [apiKey],
      text(
        'verdict_api_key',
        'Requests identify themselves with an API key ({name}); nothing seen here identifies a person.',
        { name: tellName(apiKey.name) },
      ),
    );
  return {
    mechanism: 'none',
    confidence: 0.6,
    evidence: [],
    sentence: text(
      'verdict_none',
      'Nothing seen here identifies a user yet. Log in to see what the site gives you.',
    ),
  };
}

/** A token in a header or body of the application's own making: as good as a bearer token. */
function isSentByScript({ kind, role, sightings }: Credential): boolean {
  const ours = kind === 'token' && (role === 'access-token' || role === 'session');
  return (
    ours &&
    sightings.some(
      ({ direction, carrier }) =>
        direction === 'sent' &&
        (carrier === 'header' || carrier === 'body' || carrier === 'websocket'),
    )
  );
}

const sessionCookie = ({ name }: Credential) =>
  text(
    'verdict_session_cookie',
    'A server-side session: the cookie {name} holds only an id, and what the site knows of you stays on its server.',
    { name: tellName(name) },
  );

const tokenCookie = ({ name, format }: Credential) =>
  text(
    'verdict_token_cookie',
    'A token in a cookie: {name} itself carries who you are ({format}), so the server needs no memory of the session and cannot simply end it.',
    { name: tellName(name), format: tellWord(format.toUpperCase()) },
  );

const bearerToken = ({ name, carriers, format }: Credential) =>
  carriers.includes('localStorage') || carriers.includes('sessionStorage')
    ? text(
        'verdict_bearer_storage',
        'A bearer token ({format}) kept by script in web storage under {name} and sent in the Authorization header: whoever holds it is you.',
        { name: tellName(name), format: tellWord(format.toUpperCase()) },
      )
    : text(
        'verdict_bearer_memory',
        'A bearer token ({format}) that script keeps in memory and sends in the Authorization header: whoever holds it is you.',
        { name: tellName(name), format: tellWord(format.toUpperCase()) },
      );

const hybrid = (cookie: Credential, bearer: Credential) =>
  text(
    'verdict_hybrid',
    'A hybrid: the cookie {cookie} keeps a session, and a bearer token ({format}) in the Authorization header opens the API.',
    {
      cookie: tellName(cookie.name),
      format: tellWord(bearer.format.toUpperCase()),
    },
  );
