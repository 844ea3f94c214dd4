import { freePort } from '../../support/serve.js';
import { USER } from '../../support/site.js';
import { waitUntilUp } from '../../support/wait-until-up.js';
import type { Scratch } from './scratch.js';

/**
 * Dovecot (package `dovecot-imapd`) for webmail: IMAP without TLS, one password, one first message.
 */
export async function dovecot(scratch: Scratch): Promise<{ port: number }> {
  const port = await freePort();
  scratch.write(
    'mail/.keep/new/1.first',
    `From: Grace <grace@example.test>
To: ${USER.email}
Subject: Welcome
Date: Thu, 1 Oct 2026 10:00:00 +0000
Message-ID: <first@example.test>

Good morning.
`,
  );
  for (const name of [USER.name, USER.email])
    scratch.run('cp', ['-a', scratch.path('mail/.keep'), scratch.path('mail', name)]);
  scratch.run('chown', ['-R', 'www-data:www-data', scratch.path('mail')]);
  const file = scratch.write('dovecot.conf', configuration(scratch, port));
  scratch.serve('/usr/sbin/dovecot', ['-F', '-c', file]);
  await waitUntilUp(port);
  return { port };
}

function configuration(scratch: Scratch, port: number): string {
  return `base_dir = ${scratch.path('dovecot')}
state_dir = ${scratch.path('dovecot')}
log_path = ${scratch.path('dovecot.errors.log')}
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${scratch.path('mail')}/%u
passdb {
  driver = static
  args = password=${USER.password}
}
userdb {
  driver = static
  args = uid=www-data gid=www-data home=${scratch.path('mail')}/%u
}
namespace inbox {
  inbox = yes
  mailbox Drafts {
    auto = subscribe
  }
  mailbox Sent {
    auto = subscribe
  }
  mailbox Trash {
    auto = subscribe
  }
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}
