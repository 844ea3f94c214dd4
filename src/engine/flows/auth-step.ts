import type { ExchangeRef, Millis } from '../model.js';
import { type FlowStep, saysToAskAgain } from './flow.js';
import type { AuthMessage } from './auth-message.js';
import { LIMITS } from '../settings.js';

/**
 * The beginning tells how the login went, the end what goes on now: between them steps are let go.
 */
const KEPT_FIRST = 10;

/** A message as a step of its flow. */
export function stepOf(
  message: AuthMessage,
  at: Millis,
  exchange: ExchangeRef,
  reused = false,
): FlowStep {
  const refresh =
    message.kind === 'token-request' && message.params.get('grant_type') === 'refresh_token';
  return {
    kind: refresh ? 'refresh-request' : message.kind,
    at,
    exchange,
    detail: { ...detailOf(message), ...(reused ? { reused } : {}) },
  };
}

/** True for a request to the token endpoint. */
export function isTokenStep({ kind }: FlowStep): boolean {
  return kind === 'token-request' || kind === 'refresh-request';
}

/**
 * The steps with one more in its place in time, and how many had to go: DevTools may tell of it
 * late.
 */
export function withStep(
  steps: readonly FlowStep[],
  step: FlowStep,
): { steps: FlowStep[]; lost: number } {
  const place = steps.findLastIndex(({ at }) => at <= step.at) + 1;
  const before = steps[place - 1];
  if (before && isRepeated(before, step)) {
    const count = Number(before.detail.count ?? 1) + 1;
    const repeated = { ...before, detail: { ...before.detail, count } };
    return { steps: steps.with(place - 1, repeated), lost: 0 };
  }
  const all = steps.toSpliced(place, 0, step);
  return all.length > LIMITS.flowSteps
    ? { steps: all.toSpliced(KEPT_FIRST, 1), lost: 1 }
    : { steps: all, lost: 0 };
}

/**
 * A device that polls, and a page that asks who the user is each time it is loaded, do the same
 * again.
 */
function isRepeated(before: FlowStep, step: FlowStep): boolean {
  if (before.kind !== step.kind || before.detail.error !== step.detail.error) return false;
  return step.kind === 'userinfo-request' || saysToAskAgain(step.detail.error);
}

function detailOf({ kind, params, answer, mode, byPage }: AuthMessage): FlowStep['detail'] {
  const detail: FlowStep['detail'] = {};
  if (mode) detail.mode = mode;
  for (const name of ['grant_type', 'prompt'] as const) {
    const value = params.get(name);
    if (value !== undefined) detail[name] = value.slice(0, 100);
  }
  const error = params.get('error') ?? answer.get('error');
  if (error !== undefined) detail.error = error.slice(0, 100);
  const gave = given(kind === 'authorization-response' ? params : answer);
  if (gave !== '') detail.gave = gave;
  if (params.has('code_verifier')) detail.verifier = true;
  if (kind === 'end-session-request') detail.hint = params.has('id_token_hint');
  if (kind === 'token-request') {
    if (byPage) detail.byPage = true;
    const type = answer.get('token_type');
    if (type !== undefined) detail.tokenType = type.slice(0, 100);
  }
  return detail;
}

/** Names, never values, of what a response handed out. */
function given(fields: ReadonlyMap<string, string>): string {
  return ['code', 'access_token', 'refresh_token', 'id_token', 'device_code', 'request_uri']
    .filter((name) => fields.has(name))
    .join(' ');
}
