import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import express, { type Express, type Request, type Response } from 'express';
import session from 'express-session';
import { cookieOf, themeOf } from '../cookies.js';
import { DEMO_USER, passwordMatches } from '../demo-user.js';
import * as pages from '../pages.js';
import { destroy, regenerate } from '../session-data.js';
import { soundApi } from './api.js';
import { csrfMatches, csrfToken, noStore, securityHeaders } from './protections.js';
import { issueRefresh, REFRESH_COOKIE, REFRESH_OPTIONS } from './refresh-cookie.js';
import { accessTokens } from './tokens.js';

const SESSION_COOKIE = '__Host-sid';
const SESSION_OPTIONS = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
const HALF_A_YEAR = 180 * 24 * 3600 * 1000;

/** The same shop with its login done right: nothing here deserves more than a remark. */
export async function soundShop(url: string): Promise<Express> {
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders);
  app.use(express.static(fileURLToPath(new URL('../public', import.meta.url))));
  app.use(noStore, express.urlencoded({ extended: false }), hostSession());
  addPages(app);
  addLogin(app);
  addLogout(app);
  app.use(soundApi(await accessTokens(url)));
  return app;
}

/** Starts with the login form, not with the first visit, and ends with the browser. */
function hostSession() {
  return session({
    name: SESSION_COOKIE,
    secret: randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
    cookie: SESSION_OPTIONS,
  });
}

function addPages(app: Express): void {
  app.get('/', (req, res) => {
    setPreferences(req, res);
    res.send(pages.homePage(frame(req)));
  });
  app.get(['/account', '/orders'], (req, res) => {
    if (!req.session.user) return res.redirect(303, '/login');
    const page = req.path === '/account' ? pages.accountPage : pages.ordersPage;
    res.send(page(frame(req)));
  });
}

function addLogin(app: Express): void {
  const form = (req: Request) => ({ ...frame(req), csrf: csrfToken(req) });
  app.get('/login', (req, res) => void res.send(pages.loginPage(form(req), false)));

  app.post('/login', async (req, res) => {
    if (!csrfMatches(req)) return res.status(403).send(pages.refusedPage(frame(req)));
    if (!passwordMatches(req.body?.username, req.body?.password)) {
      return res.status(401).send(pages.loginPage(form(req), true));
    }
    // A new id, so that one planted before the login is worth nothing after it.
    await regenerate(req);
    req.session.user = DEMO_USER.name;
    issueRefresh(req, res);
    res.redirect(303, '/account');
  });
}

function addLogout(app: Express): void {
  app.post('/logout', async (req, res) => {
    if (!csrfMatches(req)) return res.status(403).send(pages.refusedPage(frame(req)));
    await destroy(req);
    res.clearCookie(SESSION_COOKIE, SESSION_OPTIONS);
    res.clearCookie(REFRESH_COOKIE, REFRESH_OPTIONS);
    res.set('Clear-Site-Data', '"cookies", "storage"');
    res.redirect(303, '/');
  });
}

function setPreferences(req: Request, res: Response): void {
  const options = { secure: true, sameSite: 'lax', maxAge: HALF_A_YEAR } as const;
  const theme = themeOf(req);
  if (cookieOf(req, 'theme') !== theme) res.cookie('theme', theme, options);
  if (!cookieOf(req, 'cookie_consent')) res.cookie('cookie_consent', 'essential', options);
}

/** Logged-in pages carry the CSRF token; others do not start a session for it. */
function frame(req: Request): pages.Frame {
  const { user } = req.session;
  return { shop: 'sound', theme: themeOf(req), user, csrf: user && csrfToken(req) };
}
