import type { Credential } from '../model.js';
import { text } from '../text.js';
import { formatOf } from '../values/format.js';
import type { Cue } from './cue.js';

/**
 * Issuers of values that hold the state itself; what others sign may be an id of what the server
 * keeps.
 */
const STATES: ReadonlySet<string> = new Set([
  'Fastify secure session',
  'Fernet',
  'Flask',
  'Mojolicious',
  'Phoenix',
  'Play',
  'Pyramid',
  'Rails',
  'hapi iron',
  'iron-session',
]);

export const LEFT_ALONE: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_left_by_logout',
    'it holds its state itself, and the logout cleared something else and left it as it was',
  ),
};

/**
 * Who is logged in does not stand in it: a server that keeps nothing would have had to take that
 * out.
 */
export function isStateOfNobody({ kind, value, behaviour }: Credential): boolean {
  if (kind !== 'cookie' || !behaviour.leftByLogout || behaviour.clearedAtLogout) return false;
  return STATES.has(formatOf(value).issuer ?? '');
}
