import type { Exchange } from '../model.js';
import { readSetCookie } from '../cookies/set-cookie.js';
import { render } from '../render.js';
import { type Diagnosis, diagnosis } from '../text.js';
import { tokensIn } from './candidate.js';
import { diagnoseJwt } from '../values/tokens/jwt-diagnosis.js';
import { LIMITS } from '../settings.js';

/**
 * Everything malformed in an exchange: what capture cut, bodies, Set-Cookie lines, JWTs. Each once.
 */
export function diagnosesOf({
  url,
  startedAt,
  diagnoses = [],
  request,
  response,
}: Exchange): Diagnosis[] {
  const headers = [...request.headers, ...(response?.headers ?? [])];
  const ofCookies = headers
    .filter(({ name }) => name === 'set-cookie')
    .map(({ value }) => readSetCookie(value, url, startedAt))
    .flatMap((cookie) => [
      ...cookie.diagnoses,
      ...cookie.rejections.map(({ text }) => diagnosis(text)),
    ]);
  const ofTokens = headers.flatMap(({ value }) => tokensIn(value)).flatMap(diagnoseJwt);
  const ofBodies = [request.body?.diagnosis, response?.body?.diagnosis].filter(
    (said) => said !== undefined,
  );
  const all = [...diagnoses, ...ofBodies, ...ofCookies, ...ofTokens];
  return [...new Map(all.map((said) => [render(said.text), said])).values()].slice(
    0,
    LIMITS.exchangeDiagnoses,
  );
}
