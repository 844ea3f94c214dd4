import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Express, type Request, type Response } from 'express';
import { serve } from '../../../accuracy/support/serve.js';
import { html, isUser, loginPage } from '../../../accuracy/support/site.js';
import type { Running } from '../../../accuracy/support/stack.js';

/** What one site does; all else it does as it should be done. */
export interface Site {
  /**
   * Set-Cookie lines with which a login is answered; `<value>` is the id of the session,
   * `<other>` something else at random.
   */
  lines: readonly string[];
  /** Lines for whoever comes for the first time; without them a session begins at the login. */
  first?: readonly string[];
  /** The session goes on under the id that it had before the login. */
  keepsId?: true;
  /** The session goes on at the server after the logout. */
  outlivesLogout?: true;
  makeId?: () => string;
  /** Headers with every answer; undefined takes away one that is sent otherwise. */
  headers?: Readonly<Record<string, string | undefined>>;
  logoutBy?: 'get' | undefined;
  /** More headers of the answer to a logout. */
  atLogout?: Readonly<Record<string, string>>;
  /** HTML of the account, below the name. */
  account?: string;
  /** Paths of its own, before the others; `user`: whether the request is somebody's. */
  more?: (app: Express, user: (request: Request) => boolean) => void;
}

const HEADERS = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cache-control': 'no-store',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

/**
 * One server, or two, for the sites of all tests: a site is known by the host that is asked for.
 */
export class Sites {
  readonly #apps = new Map<string, Express>();
  readonly #servers: { https: Running; http: Running };

  private constructor(servers: { https: Running; http: Running }, apps: Map<string, Express>) {
    this.#servers = servers;
    this.#apps = apps;
  }

  static async start(): Promise<Sites> {
    const apps = new Map<string, Express>();
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      const [name = ''] = (request.headers.host ?? '').split(':');
      const app = apps.get(domainOf(name));
      if (app) app(request, response);
      else response.writeHead(404).end();
    };
    const [https, http] = await Promise.all([
      serve('localhost', () => answer, { secure: true }),
      serve('localhost', () => answer),
    ]);
    return new Sites({ https, http }, apps);
  }

  /** Opens a site under a host, all below it included; returns its origin. */
  open(host: string, site: Site, scheme: 'https' | 'http' = 'https'): string {
    this.#apps.set(domainOf(host), appOf(site));
    return this.at(host, scheme);
  }

  at(host: string, scheme: 'https' | 'http' = 'https'): string {
    return `${scheme}://${host}:${new URL(this.#servers[scheme].url).port}`;
  }

  async close(): Promise<void> {
    await Promise.all([this.#servers.https.stop(), this.#servers.http.stop()]);
  }
}

/** `files.a.example` and `www.a.example` are one site. */
function domainOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

function appOf(site: Site): Express {
  const sessions = new Map<string, { user: boolean }>();
  const makeOther = () => randomBytes(24).toString('base64url');
  const makeId = site.makeId ?? makeOther;
  const names = [...(site.first ?? []), ...site.lines].map((line) => line.split('=')[0] ?? '');
  const idOf = (request: Request) => names.flatMap((name) => cookiesOf(request, name)).find(known);
  const known = (id: string) => sessions.has(id);
  const user = (request: Request) => sessions.get(idOf(request) ?? '')?.user === true;
  const begin = (response: Response, lines: readonly string[], id = makeId()) => {
    sessions.set(id, { user: lines === site.lines });
    response.append(
      'Set-Cookie',
      lines.map((line) => line.replace('<value>', () => id).replace('<other>', makeOther)),
    );
  };
  const end = (request: Request, response: Response) => {
    response.set(site.atLogout ?? {});
    if (site.outlivesLogout) return;
    sessions.delete(idOf(request) ?? '');
    response.append('Set-Cookie', site.lines.map(deletionOf));
  };
  const app = express();
  app.disable('x-powered-by').set('etag', false).use(express.urlencoded());
  app.use((request, response, next) => {
    for (const [name, value] of Object.entries({ ...HEADERS, ...site.headers }))
      if (value !== undefined) response.setHeader(name, value);
    if (site.first && idOf(request) === undefined) begin(response, site.first);
    next();
  });
  site.more?.(app, user);
  app.get('/', (_, response) => void response.send(html('Home', '<a href="/login">Log in</a>')));
  app.get('/login', (_, response) => void response.send(loginPage()));
  app.post('/login', (request, response) => {
    const { username, password } = request.body as Record<string, unknown>;
    if (!isUser(username, password)) return void response.status(401).send(loginPage());
    const before = idOf(request);
    begin(response, site.lines, site.keepsId ? before : undefined);
    if (before !== undefined && !site.keepsId) sessions.delete(before);
    response.redirect(303, '/account');
  });
  app.get('/account', (request, response) => {
    if (!user(request)) return void response.redirect(303, '/login');
    response.send(
      html('Account', `<p id="profile">Ada Lovelace</p>${logoutForm(site)}${site.account ?? ''}`),
    );
  });
  const leave = (request: Request, response: Response) => {
    end(request, response);
    response.redirect(303, '/');
  };
  if (site.logoutBy === 'get') app.get('/logout', leave);
  else app.post('/logout', leave);
  return app;
}

function logoutForm({ logoutBy }: Site): string {
  return `<form id="logout" method="${logoutBy ?? 'post'}" action="/logout"><button>Log out</button></form>`;
}

function cookiesOf({ headers }: Request, name: string): string[] {
  const pairs = (headers.cookie ?? '').split('; ').map((pair) => pair.split('='));
  return pairs.filter(([one]) => one === name).map(([, ...value]) => value.join('='));
}

/** The line that deletes what a line sets: the same with no value and an end in the past. */
function deletionOf(line: string): string {
  const [pair = '', ...attributes] = line.split('; ');
  const kept = attributes.filter((one) => !/^(?:max-age|expires)=/i.test(one));
  return [`${pair.split('=')[0]}=`, ...kept, 'Max-Age=0'].join('; ');
}
