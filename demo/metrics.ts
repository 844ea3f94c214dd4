import express, { type Express } from 'express';

/** A third party that counts visits and gladly takes whatever the shop sends along. */
export function metricsService(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use('/collect', (_req, res, next) => {
    res.set('Access-Control-Allow-Origin', '*');
    res.set('Access-Control-Allow-Headers', 'authorization');
    next();
  });
  app.options('/collect', (_req, res) => void res.sendStatus(204));
  app.post('/collect', (_req, res) => void res.sendStatus(204));
  return app;
}
