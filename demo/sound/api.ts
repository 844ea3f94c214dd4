import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { ORDERS } from '../catalogue.js';
import { DEMO_USER } from '../demo-user.js';
import { destroy } from '../session-data.js';
import { csrfMatches } from './protections.js';
import { issueRefresh, refreshMatches } from './refresh-cookie.js';
import { ACCESS_SECONDS, type AccessTokens } from './tokens.js';

/** What the sound shop's page scripts call. */
export function soundApi(tokens: AccessTokens): Router {
  const api = express.Router();
  const answerToken = async (res: Response, user: string): Promise<void> => {
    const access_token = await tokens.mint(user);
    res.json({ access_token, token_type: 'Bearer', expires_in: ACCESS_SECONDS });
  };

  api.post('/api/token', async (req, res) => {
    if (!csrfMatches(req)) return refuse(res, 403);
    if (!req.session.user) return refuse(res, 401);
    await answerToken(res, req.session.user);
  });

  api.post('/api/token/refresh', async (req, res) => {
    if (!csrfMatches(req)) return refuse(res, 403);
    if (!req.session.user) return refuse(res, 401);
    if (!refreshMatches(req)) {
      // An old refresh token came back: somebody has a copy, so everything ends (RFC 9700 §4.14.2).
      await destroy(req);
      return refuse(res, 401);
    }
    issueRefresh(req, res);
    await answerToken(res, req.session.user);
  });

  api.get(['/api/me', '/api/orders', '/api/invoice'], bearerOnly(tokens));
  api.get('/api/me', (_req, res) => {
    res.json({ name: DEMO_USER.fullName, since: 'spring 2021' });
  });
  api.get('/api/orders', (_req, res) => void res.json(ORDERS));
  api.get('/api/invoice', (_req, res) => {
    res.type('text').send('Invoice 1077: Tin of Assam, € 9.80, paid.');
  });
  return api;
}

/** Lets nobody in by cookie alone, so that a forged request gets nothing. */
function bearerOnly(tokens: AccessTokens) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const token = /^Bearer (.+)$/.exec(req.get('Authorization') ?? '')?.[1];
    if (token && (await tokens.subjectOf(token)) === DEMO_USER.name) return next();
    res.set('WWW-Authenticate', 'Bearer');
    refuse(res, 401);
  };
}

function refuse(res: Response, status: 401 | 403): void {
  res.status(status).json({ error: status === 401 ? 'unauthorized' : 'forbidden' });
}
