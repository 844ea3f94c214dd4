import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { useOwnExtension } from '../../support/extension.js';
import { THOROUGH } from '../../support/thorough.js';
import { HOST_RULES, listOf, until } from '../capture/lab.js';
import { askMe, proving } from './proving.js';
import { type Sites, startSites } from './sites.js';

describe('a proof in a browser', () => {
  let sites: Sites;
  let page: Page;
  const extension = useOwnExtension(async () => {
    sites = await startSites();
    const secure = `--unsafely-treat-insecure-origin-as-secure=${sites.at('worker.test')}`;
    return { hostRules: HOST_RULES, args: [secure] };
  });
  afterAll(() => sites.close());
  afterEach(() => page.close());

  /** Logs in at a site, and has its page ask who is there. */
  const logIn = async (host: string): Promise<number> => {
    page = await extension().browser.newPage();
    await page.goto(`${sites.at(host)}/login`);
    await page.type('[name=username]', 'ada');
    await page.type('[name=password]', 'correct horse');
    await page.click('button');
    await page.waitForSelector('body[data-ready]');
    return extension().tabIdOf(page);
  };
  const { proofsOf, reportOf, offered, start, prove, verdicts, jar, rules } = proving(extension);

  const IN = 'tells what logs in at %s, and leaves all as it was';
  const toldAt = async (host: string) => {
    const tabId = await logIn(host);
    await offered(tabId, 'authenticates');
    const state = async () => ({
      jar: await jar(host),
      stored: await page.evaluate(() => JSON.stringify(localStorage)),
      sessions: [...sites.sessions(host)],
    });
    const before = await state();
    const proof = await prove(tabId);
    const told = await verdicts(tabId, proof);
    expect(await state()).toEqual(before);
    expect(await askMe(page)).toContain('ada');
    expect(await rules()).toEqual([]);
    return told;
  };

  it.each([
    ['session.test', { 'connect.sid': 'needed', theme: 'not-needed' }],
    ['bearer.test', { access_token: 'needed', theme: 'not-needed' }],
    ['both.test', { auth_id: 'needed-together', auth_key: 'needed-together' }],
    ['either.test', { session: 'either', remember_me: 'either' }],
  ])(IN, async (host, wanted) => expect(await toldAt(host)).toMatchObject(wanted));

  it.each([
    ['parameter.test', { access_token: 'needed', theme: 'not-needed' }],
    ['www.spa.test', { sid: 'needed' }],
    ['redirects.test', { sid: 'needed' }],
    ['guarded.test', { sid: 'needed' }],
    ['anew.test', { sid: 'needed' }],
  ])(IN, THOROUGH, async (host, wanted) => expect(await toldAt(host)).toMatchObject(wanted));

  it.each([
    ['open.test', /needs no login/],
    ['limited.test', /limits how often/],
  ])('says why nothing can be told at %s', async (host, why) => {
    const tabId = await logIn(host);
    const { sentence, outcomes } = await prove(tabId);
    expect(sentence).toMatch(why);
    expect(outcomes.every(({ verdict }) => verdict === 'cannot-tell')).toBe(true);
    expect(sites.asked(host).length).toBeLessThan(6);
  });

  it('leaves nobody logged out where the id changes with every request', async () => {
    const tabId = await logIn('rotating.test');
    const proof = await prove(tabId);
    expect(await verdicts(tabId, proof)).toMatchObject({ sid: 'needed', theme: 'not-needed' });
    expect(sites.sessions('rotating.test').size).toBe(1);
    expect(await askMe(page)).toContain('ada');
  });

  it('names the part without which a server ended the login, and says to log in again', async () => {
    const tabId = await logIn('strict.test');
    const proof = await prove(tabId);
    expect(await verdicts(tabId, proof)).toMatchObject({
      sid: 'needed-together',
      auth_token: 'needed-together',
      theme: 'not-needed',
    });
    expect(proof.sentence).toContain('log in again');
    expect(proof.answers.filter(({ step }) => step === 'again')).toHaveLength(2);
    expect(sites.sessions('strict.test').size).toBe(0);
  });

  const ANOTHER = 'repeats another request of the visit where the first one needs no login';
  it(ANOTHER, THOROUGH, async () => {
    const tabId = await logIn('open.test');
    // Of HEAD the head alone can be compared: it promises less.
    await page.evaluate("fetch('/api/me/orders', { method: 'HEAD' }).then(() => 0)");
    await until(
      () => proofsOf(tabId),
      ({ offers: [offer] }) => offer?.request?.others.length === 2,
    );
    const proof = await prove(tabId);
    expect(await verdicts(tabId, proof)).toMatchObject({ sid: 'needed' });
    const { proofs } = await reportOf(tabId);
    const paths = proofs.map(({ request }) => new URL(request.url).pathname);
    expect([paths[0], paths.at(-1)]).toEqual(['/api/me', '/api/me/orders']);
  });

  it.each([
    ['session.test', 'ended'],
    ['survives.test', 'survived'],
  ])('tells whether the logout of %s ended the session: %s', async (host, verdict) => {
    const tabId = await logIn(host);
    await offered(tabId, 'authenticates');
    await Promise.all([page.waitForNavigation(), page.click('#log-out')]);
    const proof = await prove(tabId, 'survives-logout');
    expect(await verdicts(tabId, proof)).toMatchObject({ 'connect.sid': verdict });
  });

  it('shows its requests with a mark, and concludes nothing else from them', async () => {
    const tabId = await logIn('session.test');
    await offered(tabId, 'authenticates');
    const before = await reportOf(tabId);
    const { sent } = await prove(tabId);
    const after = await reportOf(tabId);
    const { rows } = await listOf(extension(), tabId);
    const ours = rows.filter(({ probe }) => probe);
    expect(ours).toHaveLength(sent);
    expect(ours.every(({ url }) => url === `${sites.at('session.test')}/api/me`)).toBe(true);
    expect(after.source.requests).toBe(before.source.requests);
    expect(after.events).toEqual(before.events);
    expect(after.credentials.map(({ sightings }) => sightings)).toEqual(
      before.credentials.map(({ sightings }) => sightings),
    );
  });

  it('leaves requests of the page’s own to the same address as they are', async () => {
    const tabId = await logIn('session.test');
    await offered(tabId, 'authenticates');
    const own = page.evaluate(async () => {
      const answers: string[] = [];
      while (answers.length < 200)
        answers.push(await (window as never as { askMe(): Promise<string> }).askMe());
      return answers;
    });
    await prove(tabId);
    expect(new Set(await own)).toEqual(new Set(['{"user":{"name":"ada"}}']));
  });

  it('takes its rule down where the worker ends in its middle', async () => {
    const tabId = await logIn('session.test');
    await offered(tabId, 'authenticates');
    await start(tabId, 'authenticates');
    await extension().killWorker();
    await proofsOf(tabId);
    expect(await until(rules, ({ length }) => length === 0)).toEqual([]);
    expect(await askMe(page)).toContain('ada');
    const { proofs, credentials } = await reportOf(tabId);
    expect(proofs).toEqual([]);
    expect(credentials.find(({ name }) => name === 'connect.sid')?.state).toBe('live');
  });

  it('is not shown to the page: neither to its service worker nor among its loads', async () => {
    const tabId = await logIn('worker.test');
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller) await new Promise((on) => setTimeout(on, 10));
    });
    await askMe(page);
    const seen = () =>
      page.evaluate(async () => {
        const told = new Promise((resolve) =>
          navigator.serviceWorker.addEventListener('message', ({ data }) => resolve(data)),
        );
        navigator.serviceWorker.controller!.postMessage('how many?', []);
        return [await told, performance.getEntriesByType('resource').length];
      });
    const before = await seen();
    await prove(tabId);
    expect(await seen()).toEqual(before);
  });

  it('stops where somebody says so', THOROUGH, async () => {
    const tabId = await logIn('either.test');
    await offered(tabId, 'authenticates');
    const before = sites.asked('either.test').length;
    await start(tabId, 'authenticates');
    await extension().ask<'stopProof'>({ type: 'stopProof', tabId });
    await until(
      () => proofsOf(tabId),
      ({ running }) => running === undefined,
    );
    expect(sites.asked('either.test').length - before).toBeLessThan(4);
  });
});
