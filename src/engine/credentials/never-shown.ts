import type { Credential } from '../model.js';
import { passwordIn } from '../roles/password-cookie.js';
import { isNeverKept } from './kept-pairs.js';

type Shown = Pick<Credential, 'format' | 'kind' | 'name' | 'value' | 'behaviour'>;

/**
 * True for what is a password, or may be one by its name: nobody is shown any of it, nor what it is
 * made of, however it is asked for.
 */
export function isNeverShown(credential: Shown): boolean {
  return isNeverKept(credential) || passwordIn(credential) !== undefined;
}
