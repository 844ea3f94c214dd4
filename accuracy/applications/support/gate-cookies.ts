import { randomBytes, randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Role } from '../../../src/engine/model.js';

const b64 = (bytes: number) => randomBytes(bytes).toString('base64');
const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** What a waiting room or a guard against bots sets, as its maker describes it. */
interface GateCookie {
  name: string;
  role: readonly Role[];
  hours: number;
  httpOnly?: boolean;
  make(): string;
}

const GUARD: readonly Role[] = ['device', 'other'];
const WAITED: readonly Role[] = ['other', 'device', 'load-balancer'];

export const GATE: readonly GateCookie[] = [
  {
    name: 'QueueITAccepted-SDFrts345E-V3_spring26',
    role: WAITED,
    hours: 24,
    httpOnly: true,
    make: () =>
      `EventId=spring26&QueueId=${randomUUID()}&RedirectType=queue&IssueTime=` +
      `${Math.floor(Date.now() / 1000)}&Hash=${hex(32)}`,
  },
  {
    name: '__cfwaitingroom',
    role: WAITED,
    hours: 1,
    httpOnly: true,
    make: () => `Chh${b64(60)}`,
  },
  {
    name: 'aws-waf-token',
    role: GUARD,
    hours: 96,
    make: () => `${randomUUID()}:BgoA${b64(9)}:${b64(96)}`,
  },
  { name: 'reese84', role: GUARD, hours: 720, make: () => `3:${b64(16)}:${b64(300)}:${b64(32)}` },
  { name: 'KP_UIDz', role: GUARD, hours: 24, httpOnly: true, make: () => `0${b64(90)}` },
  { name: 'KP_UIDz-ssn', role: GUARD, hours: 24, make: () => `0${b64(90)}` },
];

/** Sets what the browser does not hold yet. */
export function gate(request: Request, response: Response): void {
  const held = request.get('cookie') ?? '';
  for (const { name, hours, httpOnly = false, make } of GATE)
    if (!held.includes(`${name}=`))
      response.cookie(name, make(), {
        maxAge: hours * 3_600_000,
        secure: true,
        sameSite: 'lax',
        httpOnly,
        encode: String,
      });
}
