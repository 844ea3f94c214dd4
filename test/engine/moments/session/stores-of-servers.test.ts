import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { START } from '../../../support/exchange.js';
import { HttpVisit } from '../../../support/http-visit.js';
import { startFarm } from '../../../support/session-farm.js';

const LOGIN = { method: 'POST', form: { user: 'ada', password: 'correct horse' } };

/** Logs in and uses the shop for a while; returns the moments that the engine saw. */
async function momentsOf(
  farm: { shared: boolean; greets: boolean },
  steps: (visit: HttpVisit, url: string) => Promise<void>,
) {
  const { url, close } = await startFarm(farm);
  const visit = new HttpVisit(START);
  try {
    await steps(visit, url);
  } finally {
    await close();
  }
  const analysis = new Analysis();
  for (const seen of visit.exchanges) analysis.addExchange(seen);
  const report = analysis.report({ source: { kind: 'har', url, dropped: 0 }, version: '0' });
  return report.events.filter(({ type }) => ['login', 'logout', 'session-lost'].includes(type));
}

const useIt = async (visit: HttpVisit, url: string) => {
  await visit.go(`${url}/login`);
  await visit.go(`${url}/login`, LOGIN);
  for (let n = 0; n < 4; n++) await visit.go(`${url}/${n % 2 ? 'orders' : 'account'}`);
};

describe.each([true, false])(
  'two servers behind a round-robin proxy (session before login: %s)',
  (greets) => {
    it('lose the session where each has a store of its own', async () => {
      const moments = await momentsOf({ shared: false, greets }, useIt);
      expect(moments.map(({ type }) => type)).toContain('session-lost');
      const lost = moments.find(({ type }) => type === 'session-lost')!;
      expect(lost.credentialId).toMatch(/^c\d+$/);
      expect(lost.detail.newId === true || !greets).toBe(true);
    });

    it('keep it where they share one store', async () => {
      const moments = await momentsOf({ shared: true, greets }, useIt);
      expect(moments.map(({ type }) => type)).toEqual(['login']);
    });

    it('lose nothing at a logout, nor by coming back late', async () => {
      const moments = await momentsOf({ shared: true, greets }, async (visit, url) => {
        await useIt(visit, url);
        await visit.go(`${url}/logout`, { method: 'POST' });
        await visit.go(`${url}/account`);
        await visit.go(`${url}/login`, LOGIN);
        visit.wait(3_600_000);
        await visit.go(`${url}/account`);
      });
      expect(moments.map(({ type }) => type)).toEqual(['login', 'logout', 'login']);
    });
  },
);
