import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'sinatra-session.test';

/** Sinatra with Rack’s session in a signed cookie and rack-protection’s tokens. */
export const application: Application = {
  name: 'sinatra-session',
  kind: 'application',
  language: 'Ruby',
  packages: ['ruby-sinatra', 'ruby-rack-protection', 'puma'],
  docs: [
    // "session data is stored in a cookie": marshalled, base64, with an HMAC.
    'https://sinatrarb.com/intro.html#using-sessions',
    // The field authenticity_token: masked anew each time.
    'https://sinatrarb.com/protection/authenticity_token',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      // Everything that is known of the visitor stands in it, with the value against forgery.
      { carrier: 'cookie', name: 'shelf.session', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'order', role: 'preference' },
      { carrier: 'body', name: /^(authenticity_token|input\[authenticity_token\])$/, role: 'csrf' },
    ],
  },
  proof: { url: /\/books$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, 'ruby', [programFile('sinatra-session.rb')]),
  visit: programVisit({
    login: '/login',
    guarded: '/books',
    more: ['/loans'],
  }),
};
