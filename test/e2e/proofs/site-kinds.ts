import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a request of the API came with. */
export interface ApiAsk {
  cookies: ReadonlyMap<string, string>;
  token: string | undefined;
  /** What is kept of who is logged in: each site's own. */
  sessions: Map<string, string>;
  request: IncomingMessage;
  response: ServerResponse;
}

/** How a site knows its users. */
export interface SiteKind {
  /** Set-Cookie lines of the login; a token for the page, where it keeps one itself. */
  login(sessions: Map<string, string>): { cookies?: string[]; token?: string };
  /** The user of a request; undefined: nobody. It may do what servers do to sessions. */
  userOf(ask: ApiAsk): string | undefined;
  /** Answers who is nobody; by default with 401. */
  refuse?(ask: ApiAsk): void;
  /** Of the logout: whether the session is ended. By default it is. */
  endsNothing?: boolean;
  /** Another host of the same server, which is asked instead. */
  api?: string;
  /** How the page asks, beside with its cookies: by a parameter. */
  byParameter?: boolean;
}

const id = () => randomBytes(16).toString('hex');
const USER = 'ada';

/** A session in a cookie, as express-session does it. */
function newSession(sessions: Map<string, string>): string {
  const key = id();
  sessions.set(key, USER);
  return key;
}

const bySession = ({ cookies, sessions }: ApiAsk) => sessions.get(cookies.get('connect.sid') ?? '');

export const SITES: Readonly<Record<string, SiteKind>> = {
  'session.test': {
    login: (sessions) => ({ cookies: [`connect.sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: bySession,
  },
  'worker.test': {
    login: (sessions) => ({ cookies: [`connect.sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: bySession,
  },
  'survives.test': {
    login: (sessions) => ({ cookies: [`connect.sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: bySession,
    endsNothing: true,
  },
  'bearer.test': {
    login: (sessions) => ({ token: newSession(sessions) }),
    userOf: ({ token, sessions }) => sessions.get(token ?? ''),
  },
  'parameter.test': {
    login: (sessions) => ({ token: newSession(sessions) }),
    userOf: ({ token, sessions }) => sessions.get(token ?? ''),
    byParameter: true,
  },
  /** A page that asks another host, which lets it read nothing but what its user may. */
  'www.spa.test': {
    login: (sessions) => ({
      cookies: [`sid=${newSession(sessions)}; Domain=spa.test; Path=/; HttpOnly`],
    }),
    userOf: ({ cookies, sessions }) => sessions.get(cookies.get('sid') ?? ''),
    refuse: ({ response }) => void response.writeHead(401).end(),
    api: 'api.spa.test',
  },
  'both.test': {
    login: (sessions) => ({
      cookies: [`auth_id=${newSession(sessions)}; Path=/`, `auth_key=${id()}; Path=/; HttpOnly`],
    }),
    userOf: ({ cookies, sessions }) =>
      cookies.has('auth_key') ? sessions.get(cookies.get('auth_id') ?? '') : undefined,
  },
  'either.test': {
    login: (sessions) => ({
      cookies: [
        `session=${newSession(sessions)}; Path=/; HttpOnly`,
        `remember_me=${newSession(sessions)}; Path=/; HttpOnly; Max-Age=9999999`,
      ],
    }),
    userOf: ({ cookies, sessions }) =>
      sessions.get(cookies.get('session') ?? '') ?? sessions.get(cookies.get('remember_me') ?? ''),
  },
  /** A new id with every request; the old one is good for nothing. */
  'rotating.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf({ cookies, sessions, response }) {
      const old = cookies.get('sid') ?? '';
      if (!sessions.delete(old)) return undefined;
      response.appendHeader('set-cookie', `sid=${newSession(sessions)}; Path=/; HttpOnly`);
      return USER;
    },
  },
  /** Takes a session without its guard for stolen. */
  'guarded.test': {
    login: (sessions) => ({
      cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`, `csrf_token=${id()}; Path=/`],
    }),
    userOf({ cookies, sessions }) {
      const sid = cookies.get('sid') ?? '';
      if (!cookies.has('csrf_token')) sessions.delete(sid);
      return sessions.get(sid);
    },
  },
  /** Gives whoever is nobody a session of nobody. */
  'anew.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: ({ cookies, sessions }) => sessions.get(cookies.get('sid') ?? ''),
    refuse({ response }) {
      response.appendHeader('set-cookie', [`sid=${id()}; Path=/; HttpOnly`, 'seen=1; Path=/']);
      response.setHeader('clear-site-data', '"cookies", "storage"');
      response.writeHead(401).end();
    },
  },
  /** Tells everybody the same, but for the orders. */
  'open.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: ({ cookies, sessions, request }) =>
      request.url === '/api/me/orders' ? sessions.get(cookies.get('sid') ?? '') : USER,
  },
  /** Ends a session that comes without what it is bound to. */
  'strict.test': {
    login: (sessions) => ({
      cookies: [
        `auth_token=${id()}; Path=/; HttpOnly`,
        `sid=${newSession(sessions)}; Path=/; HttpOnly`,
      ],
    }),
    userOf({ cookies, sessions }) {
      const sid = cookies.get('sid') ?? '';
      if (!cookies.has('auth_token')) sessions.delete(sid);
      return sessions.get(sid);
    },
  },
  'redirects.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: ({ cookies, sessions }) => sessions.get(cookies.get('sid') ?? ''),
    refuse: ({ response }) => void response.writeHead(302, { location: '/login' }).end(),
  },
  /** Answers only so often. */
  'limited.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf({ cookies, sessions, response }) {
      const asked = Number(sessions.get('asked') ?? 0) + 1;
      sessions.set('asked', String(asked));
      if (asked > 3) response.writeHead(429, { 'retry-after': '60' }).end();
      return sessions.get(cookies.get('sid') ?? '');
    },
  },
};
