import type { Credential } from '../model.js';
import { isSigningKey } from '../values/signatures/signed-request.js';

/** False for what stands for something that was not kept, or not sent: no text has it. */
export function stoodThere(credential: Credential): boolean {
  return credential.scheme !== 'password' && !isSigningKey(credential);
}
