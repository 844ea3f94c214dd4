import { beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import {
  answersTo,
  first,
  go,
  login,
  page,
  second,
  sets,
  sid,
  startAgain,
  toLogin,
  visited,
} from '../../../support/answers-of-shop.js';
import { form, html } from '../../../support/bodies.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { options } from '../../../support/told-analysis.js';

beforeEach(startAgain);

const LOGIN_FORM = '<form method="post"><input name="user"><input type="password" name="p"></form>';
const asksFor = (more: Partial<ExchangeSpec> = {}) => ({ responseBody: html(LOGIN_FORM), ...more });
const shows = (more: Partial<ExchangeSpec> = {}) => ({
  responseBody: html('<p>Orders of Ada</p>'),
  ...more,
});
const AN_HOUR = { wait: 3_600_000 };

/** One address for everything, which shows its form to whoever is nobody. */
const front = (value: string, more: Partial<ExchangeSpec> & { wait?: number }) =>
  go('/', { sends: sid(value), ...more });
const enters = (before: string) =>
  front(before, {
    method: 'POST',
    requestBody: form('user=ada&password=correct'),
    ...shows({ gets: sets(first) }),
  });

describe('why was I logged out after a while?', () => {
  const began = () => [go('/account', toLogin), login(sets(first)), page(first), page(first)];
  const inFront = () => [front(second, asksFor()), enters(second), front(first, shows())];
  const IDLE = 'ended unknown answer_ended_idle_minutes';

  it.each<[string, () => Exchange[], string | null]>([
    ['sent to the login', () => [...began(), page(first, { ...AN_HOUR, ...toLogin })], IDLE],
    [
      'a day later',
      () => [...began(), page(first, { wait: 86_400_000, ...toLogin })],
      'ended unknown answer_ended_idle_hours',
    ],
    ['refused', () => [...began(), page(first, { ...AN_HOUR, status: 401 })], IDLE],
    [
      'the login timed out (IIS)',
      () => [...began(), page(first, { ...AN_HOUR, status: 440 })],
      IDLE,
    ],
    [
      'sent to the login from another page, with another id',
      () => [
        ...began(),
        go('/orders', {
          ...AN_HOUR,
          ...toLogin,
          sends: sid(first),
          gets: { ...toLogin.gets, ...sets(second) },
        }),
      ],
      IDLE,
    ],
    [
      'the form in the place of the page, with another id',
      () => [
        ...began(),
        page(first, shows()),
        page(first, { ...AN_HOUR, ...asksFor({ gets: sets(second) }) }),
      ],
      IDLE,
    ],
    [
      'the form at an address that had it',
      () => [...inFront(), front(first, { ...AN_HOUR, ...asksFor() })],
      IDLE,
    ],
    [
      'the form at an address that had it, at once',
      () => [...inFront(), front(first, asksFor())],
      'ended bad answer_ended_lost',
    ],
    [
      'asked for the password once more, and known by the same id',
      () => [...began(), page(first, shows()), page(first, { ...AN_HOUR, ...asksFor() })],
      null,
    ],
    ['still known', () => [...inFront(), front(first, { ...AN_HOUR, ...shows() })], null],
    [
      'logged in again since',
      () => [
        ...inFront(),
        front(first, { ...AN_HOUR, ...asksFor({ gets: sets(second) }) }),
        enters(second),
      ],
      null,
    ],
    [
      'a visitor who was nobody comes back',
      () => [...visited(first), go('/account', { ...AN_HOUR, ...toLogin, sends: sid(first) })],
      null,
    ],
  ])('%s', (_, steps, answer) => {
    const ended = answersTo(steps()).find((one) => one.startsWith('ended')) ?? null;
    expect(ended).toBe(answer);
  });

  it('is no finding: servers end such sessions on purpose', () => {
    const analysis = new Analysis();
    for (const step of [...began(), page(first, { ...AN_HOUR, ...toLogin })])
      analysis.addExchange(step);
    const report = analysis.report(options);
    expect(report.events.map(({ type }) => type)).toContain('session-lost');
    expect(report.findings.map(({ ruleId }) => ruleId)).not.toContain('session-lost');
  });
});
