import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import { KEYS } from './flag-clients.js';
import { allowAll } from './parties.js';

/** Flags for a context that stands in the address, and a place for events. */
export function launch(app: Express): void {
  allowAll(app);
  const on = { value: true, version: 7, flagVersion: 3, variation: 0, trackEvents: true };
  app.get(
    `/sdk/evalx/${KEYS.launch}/contexts/:context`,
    (_, response) => void response.json({ 'new-header': on }),
  );
  app.get(`/sdk/goals/${KEYS.launch}`, (_, response) => void response.json([]));
  app.post(/^\/events/, (_, response) => void response.sendStatus(202));
}

/** The others take their key in a header, in the file's name or in the path. */
export function smith(app: Express): void {
  allowAll(app);
  app.use((request, response, next) =>
    request.get('x-environment-key') === KEYS.smith ? next() : void response.sendStatus(403),
  );
  const flags = [
    {
      enabled: true,
      feature_state_value: 'blue',
      feature: { id: 1, name: 'banner', type: 'STANDARD' },
    },
  ];
  app.get('/api/v1/flags/', (_, response) => void response.json(flags));
  app.get(
    '/api/v1/identities/',
    (_, response) => void response.json({ flags, traits: [], identifier: 'guest' }),
  );
  app.post('/api/v1/identities/', (_, response) => void response.json({ flags, traits: [] }));
  app.post('/api/v1/analytics/flags/', (_, response) => void response.sendStatus(200));
}

export function leash(app: Express): void {
  allowAll(app);
  app.use((request, response, next) =>
    request.get('authorization') === KEYS.leash ? next() : void response.sendStatus(401),
  );
  const variant = { name: 'disabled', enabled: false, feature_enabled: true };
  app.get(
    '/api/frontend',
    (_, response) =>
      void response.json({
        toggles: [{ name: 'timer', enabled: true, variant, impressionData: false }],
      }),
  );
  app.post(/^\/api\/frontend\/client/, (_, response) => void response.sendStatus(202));
}

export function optimum(app: Express): void {
  allowAll(app);
  app.use(express.json());
  app.get('/datafiles/:file', (_, response) => {
    response.json({
      version: '4',
      projectId: '21468570738',
      accountId: '21468570738',
      revision: '12',
      sdkKey: KEYS.optimum,
      environmentKey: 'production',
      anonymizeIP: true,
      botFiltering: false,
      sendFlagDecisions: true,
      attributes: [],
      audiences: [],
      typedAudiences: [],
      events: [{ id: '3', key: 'cooked', experimentIds: [] }],
      experiments: [],
      groups: [],
      rollouts: [],
      featureFlags: [{ id: '1', key: 'stars', rolloutId: '', experimentIds: [], variables: [] }],
      variables: [],
    });
  });
  app.post('/v1/events', (_, response) => void response.status(204).end());
}

export function growth(app: Express): void {
  allowAll(app);
  app.get(`/api/features/${KEYS.growth}`, (_, response) => {
    const rules = [{ variations: ['a', 'b'], key: 'order', hashAttribute: 'id' }];
    response.json({
      status: 200,
      features: { order: { defaultValue: 'a', rules } },
      dateUpdated: new Date(),
      requestId: randomUUID(),
    });
  });
  app.post('/events', (_, response) => void response.sendStatus(200));
}
