import { text, type Text } from '../text.js';

// What has to be known before the line of a cookie is changed.

export function httpsFirst(isLogin: boolean): Text {
  return isLogin
    ? text(
        'remedy_https_first',
        'First serve the site over https: over http browsers refuse a Secure cookie, and ' +
          'nobody could log in.',
      )
    : text(
        'remedy_https_first_plain',
        'First serve the site over https: over http browsers refuse a Secure cookie.',
      );
}

export function byServer(): Text {
  return text(
    'remedy_by_server',
    'No answer was seen that sets this cookie, so a script may have set it: HttpOnly works only ' +
      'where the server sets it.',
  );
}

export function newName(): Text {
  return text(
    'remedy_new_name',
    'The name changes: set and read it by the new name in one step, and delete the old cookie. ' +
      'Everybody logs in once more.',
  );
}

export function oldDomain(): Text {
  return text(
    'remedy_old_domain',
    'Browsers keep the old cookie beside it and send both: delete that one with the ' +
      'Domain that it has.',
  );
}
