import { describe, expect, it } from 'vitest';
import type { FlowStep } from '../../../src/engine/flows/flow.js';
import { withStep } from '../../../src/engine/flows/auth-step.js';

const step = (kind: FlowStep['kind'], at: number, detail: FlowStep['detail'] = {}): FlowStep => ({
  kind,
  at,
  detail,
  exchange: { id: `x${at}`, method: 'POST', url: 'https://idp.test/token' },
});
const all = (...steps: FlowStep[]) =>
  steps.reduce((before: FlowStep[], next) => withStep(before, next).steps, []);
const told = (steps: FlowStep[]) => steps.map(({ kind, at, detail }) => [kind, at, detail.count]);

describe('the steps of a flow', () => {
  it('are in order of time, and of arrival where they are of one moment', () => {
    const steps = all(
      step('authorization-request', 1),
      step('authorization-response', 1),
      step('end-session-request', 9),
      step('refresh-request', 5),
    );
    expect(steps.map(({ kind }) => kind)).toEqual([
      'authorization-request',
      'authorization-response',
      'refresh-request',
      'end-session-request',
    ]);
  });

  it('count what only repeats: polls and questions who the user is', () => {
    const pending = { error: 'authorization_pending' };
    expect(
      told(
        all(
          step('token-request', 1, pending),
          step('token-request', 2, pending),
          step('token-request', 3, pending),
        ),
      ),
    ).toEqual([['token-request', 1, 3]]);
    expect(told(all(step('userinfo-request', 1), step('userinfo-request', 2)))).toEqual([
      ['userinfo-request', 1, 2],
    ]);
    expect(told(all(step('refresh-request', 1), step('refresh-request', 2)))).toHaveLength(2);
    expect(
      told(
        all(
          step('token-request', 1, { error: 'invalid_grant' }),
          step('token-request', 2, { error: 'invalid_grant' }),
        ),
      ),
    ).toHaveLength(2);
  });

  it('are bounded; the beginning and the end stay', () => {
    const refreshes = Array.from({ length: 200 }, (_, index) => step('refresh-request', index + 2));
    const steps = all(
      step('authorization-request', 0),
      step('token-request', 1),
      ...refreshes,
      step('end-session-request', 500),
    );
    expect(steps).toHaveLength(40);
    expect(told(steps).slice(0, 2)).toEqual([
      ['authorization-request', 0, undefined],
      ['token-request', 1, undefined],
    ]);
    expect(told(steps).slice(-2)).toEqual([
      ['refresh-request', 201, undefined],
      ['end-session-request', 500, undefined],
    ]);
  });
});
