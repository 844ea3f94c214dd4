import { type RequestDraft, valueIn } from '../rules/request-draft.js';
import { text, type Text } from '../text.js';

/** A parameter of which something else has to know, and what that is. */
const NOTES: readonly (readonly [string, () => Text])[] = [
  [
    'response_type',
    () =>
      text(
        'remedy_redeem_code',
        'The answer then brings a code: redeem it at the token endpoint, best on your server, ' +
          'and allow the code grant for this client at the authorization server first.',
      ),
  ],
  [
    'code_challenge',
    () =>
      text(
        'remedy_code_verifier',
        'Keep the random code_verifier until the answer comes, and send it with the token ' +
          'request. Libraries do both by one setting (pkce, usePKCE).',
      ),
  ],
  [
    'state',
    () =>
      text(
        'remedy_state',
        'Keep the state in the session of this browser, compare it when the answer comes, ' +
          'and use it once.',
      ),
  ],
  [
    'nonce',
    () =>
      text(
        'remedy_nonce',
        'Keep the nonce in the session of this browser, and compare it with the claim nonce ' +
          'of the ID token.',
      ),
  ],
  [
    'redirect_uri',
    () =>
      text(
        'remedy_redirect',
        'Register the redirect address at the authorization server before it is used, and serve ' +
          'it over https.',
      ),
  ],
];

/** What has to change beside the request itself. */
export function notesOf(
  before: RequestDraft,
  better: RequestDraft,
  rules: ReadonlySet<string>,
): Text[] {
  const changed = NOTES.filter(([name]) => valueIn(better, name) !== valueIn(before, name));
  const notes = changed.map(([, note]) => note());
  return rules.has('oauth-client-secret-in-browser') ? [...notes, noSecret()] : notes;
}

function noSecret(): Text {
  return text(
    'remedy_no_secret',
    'Take the client secret out of the page, and replace it: either your server redeems the ' +
      'code, or the page is registered as a public client.',
  );
}
