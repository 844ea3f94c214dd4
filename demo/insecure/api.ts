import express, { type Request, type Response, type Router } from 'express';
import { ORDERS } from '../catalogue.js';
import { DEMO_USER } from '../demo-user.js';
import { isOurs, legacySubject, mintTokens } from './tokens.js';

const BASIC = `Basic ${Buffer.from('stock:kettle').toString('base64')}`;
const HELP = /^\/help\/tip;jsessionid=([0-9A-F]{32})$/;

/** What the insecure shop's page scripts call. Nothing of it may be cached. */
export function insecureApi(url: string): Router {
  const api = express.Router();
  api.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });

  api.post('/api/token', async (req, res) => {
    if (!req.session.user) return refuse(res);
    req.session.tokens ??= await mintTokens(url);
    res.json(req.session.tokens);
  });

  // The same tokens again, while they last: nothing is rotated.
  api.post('/api/token/refresh', async (req, res) => {
    const tokens = req.session.tokens;
    if (!tokens || req.get('X-Refresh-Token') !== tokens.refresh_token) return refuse(res);
    const { access_token, token_type, expires_in } = tokens;
    res.json({ access_token, token_type, expires_in });
  });

  api.get('/api/me', async (req, res) => {
    if (!(await isOurs(bearer(req))) || !(await isOurs(req.get('X-Id-Token') ?? ''))) {
      return refuse(res);
    }
    res.json({ name: DEMO_USER.fullName, since: 'spring 2021' });
  });

  api.get('/api/orders', async (req, res) => {
    if (!(await isOurs(bearer(req)))) return refuse(res);
    res.json(ORDERS);
  });

  // Seeded: a link that works for everybody who gets to see it.
  api.get('/invoice', async (req, res) => {
    if (!(await isOurs(String(req.query['access_token'])))) return refuse(res);
    res.type('text').send('Invoice 1077: Tin of Assam, € 9.80, paid.');
  });

  addOldSystems(api);
  return api;
}

/** Parts of older systems that were never switched off. */
function addOldSystems(api: Router): void {
  api.get('/legacy/stock', (req, res) => {
    if (req.get('Authorization') !== BASIC) return refuse(res);
    res.json({ teapots: 3 });
  });

  api.get('/legacy/loyalty', (req, res) => {
    if (legacySubject(req.get('X-Legacy-Token') ?? '') !== DEMO_USER.name) return refuse(res);
    res.json({ points: 120 });
  });

  api.get(HELP, (req, res) => {
    if (HELP.exec(req.path)?.[1] !== req.session.helpSession) return refuse(res);
    res.type('text').send('Warm the pot before you brew.');
  });
}

function bearer(req: Request): string {
  return /^Bearer (.+)$/.exec(req.get('Authorization') ?? '')?.[1] ?? '';
}

function refuse(res: Response): void {
  res.status(401).json({ error: 'unauthorized' });
}
