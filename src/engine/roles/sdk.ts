import { regex } from '../regex.js';

/** Stores by which client libraries are known, and where their documentation or source says so. */
const STORES: readonly { sdk: string; key: RegExp; source: string }[] = [
  {
    sdk: 'MSAL',
    key: regex('i')`
      ^msal\.|-login\.(?:windows\.net|microsoftonline\.com)-(?:accesstoken|refreshtoken|idtoken)`,
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js',
  },
  {
    sdk: 'Firebase Authentication',
    key: /^firebase:authUser:|^firebaseLocalStorageDb\//,
    source: 'https://firebase.google.com/docs/auth/web/auth-state-persistence',
  },
  {
    sdk: 'AWS Amplify',
    key: /^CognitoIdentityServiceProvider\.|^com\.amplify\./,
    source: 'https://docs.amplify.aws/',
  },
  {
    sdk: 'Auth0 SPA SDK',
    key: /^@@auth0spajs@@::/,
    source: 'https://github.com/auth0/auth0-spa-js',
  },
  {
    sdk: 'Supabase',
    key: /^sb-.+-auth-token|^supabase\.auth\.token/,
    source: 'https://supabase.com/docs/reference/javascript',
  },
  {
    sdk: 'oidc-client-ts',
    key: /^oidc\.user:/,
    source: 'https://authts.github.io/oidc-client-ts/',
  },
  {
    sdk: 'Okta Auth JS',
    key: /^okta-(?:token|cache|shared|original)-/,
    source: 'https://github.com/okta/okta-auth-js',
  },
  { sdk: 'Clerk', key: /^__clerk_|^__session$|^__client_uat/, source: 'https://clerk.com/docs' },
  {
    sdk: 'Keycloak JS',
    key: /^kc-callback-/,
    source: 'https://www.keycloak.org/securing-apps/javascript-adapter',
  },
  { sdk: 'PocketBase', key: /^pocketbase_auth/, source: 'https://github.com/pocketbase/js-sdk' },
  {
    sdk: 'Feathers',
    key: /^feathers-jwt/,
    source: 'https://feathersjs.com/api/authentication/client',
  },
  {
    sdk: 'Parse',
    key: /^Parse\/.+\/currentUser/,
    source: 'https://docs.parseplatform.org/js/guide/',
  },
  { sdk: 'Appwrite', key: /^cookieFallback$|^a_session_/, source: 'https://appwrite.io/docs' },
];

/**
 * Name of the client library that keeps its tokens under such a storage key, or in such a cookie.
 */
export function sdkOf(key: string): string | undefined {
  return STORES.find((store) => store.key.test(key.slice(0, 256)))?.sdk;
}
