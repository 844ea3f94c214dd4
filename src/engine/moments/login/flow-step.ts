import { pageAddress, parseUrl } from '../../normalize/addresses/site.js';

// Spring Web Flow keeps all steps of a flow at one address, and says by a key which it is: the flow
// of the visit, and what is shown of it (`e1s2`). Shibboleth's and CAS' logins are such flows.

const KEY = /^e(\d{1,6})s(\d{1,6})$/;
const NAMES = ['execution', '_flowExecutionKey'];

/** True for the next step of the same flow: the form again is one, too, where nothing was given. */
export function isNextFlowStep(url: string, next: string): boolean {
  const [from, to] = [stepOf(url), stepOf(next)];
  if (!from || !to || pageAddress(url) !== pageAddress(next)) return false;
  return from.flow === to.flow && to.step > from.step;
}

function stepOf(url: string): { flow: number; step: number } | undefined {
  const parameters = [...new URLSearchParams(parseUrl(url)?.search)];
  const value = parameters.find(([name]) => NAMES.includes(name))?.[1] ?? '';
  const key = KEY.exec(value);
  return key ? { flow: Number(key[1]), step: Number(key[2]) } : undefined;
}
