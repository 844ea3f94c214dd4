import type { CredentialStore } from '../credentials/credential-store.js';

/** The store, for who only reads it. */
export type CredentialReader = Pick<CredentialStore, 'byId' | 'all' | 'records'>;
