/**
 * How a cookie holds a password: as it was typed, in an encoding that anybody can undo, or as a
 * hash that nothing was added to.
 */
export type HeldAs = 'plain' | 'encoded' | 'hash';

/** A cookie that holds the password which its request had. Nothing of the password is kept. */
export interface PasswordCookie {
  readonly name: string;
  readonly held: HeldAs;
}
