import type { Body } from '../model.js';

/** Reads a body's text into what the engine keeps of it: candidate values, never a password. */
export declare function readBody(mimeType: string, bodyText: string): Body;
