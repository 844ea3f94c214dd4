import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import express, { type Express, type Request } from 'express';
import session from 'express-session';
import { themeOf } from '../cookies.js';
import { DEMO_USER, passwordMatches } from '../demo-user.js';
import { accountPage, type Frame, homePage, loginPage, ordersPage } from '../pages.js';
import { insecureApi } from './api.js';
import { forget, isRemembered, remember, setBrokenCookies, setPreferences } from './cookies.js';
import { legacyToken } from './tokens.js';
import '../session-data.js';

/** The shop whose weaknesses `weaknesses.ts` lists. */
export function insecureShop({ url, metricsUrl }: { url: string; metricsUrl: string }): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.static(fileURLToPath(new URL('../public', import.meta.url))));
  app.use(leakySession());
  app.use((req, _res, next) => {
    if (!req.session.user && isRemembered(req)) req.session.user = DEMO_USER.name;
    next();
  });
  addLogin(app);
  addPages(app, metricsUrl, legacyToken(url));
  app.use(insecureApi(url));
  return app;
}

/** Seeded: readable by scripts, not Secure, no SameSite, kept for 30 days. */
function leakySession() {
  return session({
    secret: randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: true,
    cookie: { httpOnly: false, secure: false, maxAge: 30 * 24 * 3600 * 1000 },
  });
}

function addLogin(app: Express): void {
  app.get('/login', (req, res) => void res.send(loginPage(frame(req), false)));

  app.post('/login', express.urlencoded({ extended: false }), (req, res) => {
    if (!passwordMatches(req.body?.username, req.body?.password)) {
      res.status(401).send(loginPage(frame(req), true));
      return;
    }
    // Seeded: the session id stays what it was before the login.
    req.session.user = DEMO_USER.name;
    remember(res);
    res.redirect(303, '/account');
  });

  // Leaves every cookie and every stored token behind.
  app.post('/logout', (req, res) => {
    delete req.session.user;
    forget(req);
    res.redirect(303, '/');
  });
}

function addPages(app: Express, metricsUrl: string, legacy: string): void {
  app.get('/', (req, res) => {
    setPreferences(req, res);
    setBrokenCookies(res);
    res.send(homePage(frame(req)));
  });

  app.get(['/account', '/orders'], (req, res) => {
    if (!req.session.user) return res.redirect(303, '/login');
    res.set('Cache-Control', 'no-store');
    req.session.helpSession ??= randomBytes(16).toString('hex').toUpperCase();
    if (req.path === '/account') {
      return res.send(accountPage(frame(req), { 'help-session': req.session.helpSession }));
    }
    res.send(ordersPage(frame(req), { 'metrics-url': metricsUrl, 'legacy-token': legacy }));
  });
}

function frame(req: Request): Frame {
  return { shop: 'insecure', theme: themeOf(req), user: req.session.user };
}
