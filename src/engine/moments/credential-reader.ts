import type { CredentialLookup } from '../credentials/credential-lookup.js';

/** The store, for who only reads it. */
export type CredentialReader = Pick<CredentialLookup, 'byId' | 'all' | 'records'>;
