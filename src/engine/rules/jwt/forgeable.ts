import type { Credential, Severity } from '../../model.js';
import { isRefusedTrial } from './jwt-parts.js';
import { byForgery } from '../by-forgery.js';

/** How bad it is that anybody could write such a token: by what its holder may do with it. */
export function byAuthority(credential: Credential): Severity {
  if (isRefusedTrial(credential)) return 'low';
  return byForgery(credential);
}

/** The same in words, for the documentation. */
export const AUTHORITY_GRADING =
  'Critical where the token logs somebody in or is an API key; high for an ID token; medium ' +
  'where its role is unclear; low for preferences, consent, tracking and load balancing, where ' +
  'little but a name says what it is, and where servers refused a token that none of ' +
  'them had given.';
