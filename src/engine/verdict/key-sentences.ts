import type { Credential } from '../model.js';
import { isPasswordInHeader } from '../roles/password-header.js';
import { type Text, text } from '../text.js';
import { isSigningKey } from '../values/signatures/signed-request.js';
import { tellWord } from '../values/telling/redact.js';
import { nameOf } from './names.js';
import { wasSent } from './standing.js';

/** What goes with requests in place of a person's session, and what of it was seen. */
export function apiKey(credential: Credential): Text {
  const name = nameOf(credential);
  if (isPasswordInHeader(credential))
    return text(
      'verdict_password_header',
      'A password itself goes with requests, as {name} (header); there is no session that could ' +
        'end.',
      { name },
    );
  if (isSigningKey(credential))
    return text(
      'verdict_signed',
      'Requests are signed with a key that is not sent ({scheme}); whose key it is, nothing seen ' +
        'here tells.',
      { scheme: tellWord(credential.scheme ?? '') },
    );
  return wasSent(credential)
    ? text(
        'verdict_api_key',
        'Requests identify themselves with an API key ({name}); nothing seen here ' +
          'identifies a person.',
        { name },
      )
    : text(
        'verdict_api_key_unsent',
        'An API key ({name}) was seen, and no request with it; nothing seen here ' +
          'identifies a person.',
        { name },
      );
}
