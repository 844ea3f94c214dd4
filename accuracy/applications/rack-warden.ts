import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'rack-warden.test';

/** Rack’s session in memory for a month, with Warden and Rack::Protection. */
export const application: Application = {
  name: 'rack-warden',
  kind: 'application',
  language: 'Ruby',
  packages: ['ruby-rack', 'ruby-warden', 'ruby-rack-protection', 'ruby-webrick'],
  docs: [
    // key "rack.session", 64 hexadecimal digits; "expire_after: 2592000" of its own example.
    'https://github.com/rack/rack/blob/2-2-stable/lib/rack/session/pool.rb',
    // set_user renews the session’s id (:renew); logout resets the session.
    'https://github.com/wardencommunity/warden/wiki',
    // "authenticity_token", masked anew each time.
    'https://github.com/sinatra/sinatra/blob/v3.0.5/rack-protection/lib/rack/protection/authenticity_token.rb',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'rack.session', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'beam', role: 'preference' },
      { carrier: 'body', name: /^(authenticity_token|input\[authenticity_token\])$/, role: 'csrf' },
      { carrier: 'url', name: 'beam', role: 'other' },
    ],
  },
  proof: { url: /\/log$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, 'rackup', [
      '--server',
      'webrick',
      '--env',
      'production',
      '--host',
      '127.0.0.1',
      '--port',
      'PORT',
      programFile('rack-warden.ru'),
    ]),
  visit: programVisit({
    login: '/watch/login',
    guarded: '/log',
    more: ['/log/old'],
    userField: 'keeper',
  }),
};
