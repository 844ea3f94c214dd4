import type { Request } from 'express';
import 'express-session';
import type { TokenSet } from './insecure/tokens.js';

declare module 'express-session' {
  interface SessionData {
    user: string;
    /** Insecure shop: minted once for each session and handed out again and again. */
    tokens: TokenSet;
    /** Insecure shop: the session id of its old help pages. */
    helpSession: string;
    /** Sound shop: what a form or a fetch has to repeat. */
    csrf: string;
    /** Sound shop: the one refresh token that is good for this session. */
    refresh: { token: string; until: number };
  }
}

/** Replaces the session by an empty one with a new id. */
export function regenerate(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((error: unknown) => (error ? reject(error) : resolve()));
  });
}

/** Ends the session on the server. */
export function destroy(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((error: unknown) => (error ? reject(error) : resolve()));
  });
}
