import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'meteor-ddp.test';

/**
 * Meteor's accounts over DDP: a login token in localStorage that a method of the socket gives and
 * takes.
 */
export const application: Application = {
  name: 'meteor-ddp',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "Meteor.loginToken, Meteor.loginTokenExpires, Meteor.userId" in localStorage.
    'https://github.com/meteor/meteor/blob/devel/packages/accounts-base/accounts_client.js',
    // "login" with `{ resume: token }`; "session: string" of `connected`.
    'https://github.com/meteor/meteor/blob/devel/packages/ddp/DDP.md',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      {
        carrier: 'localStorage',
        name: 'Meteor.loginToken',
        role: ['access-token', 'session'],
        format: 'opaque',
      },
      { carrier: 'localStorage', name: /^Meteor\./, role: 'other' },
      {
        carrier: 'websocket',
        name: /(token|resume)$/,
        role: ['access-token', 'session'],
        format: 'opaque',
      },
      { carrier: 'websocket', name: /session$/, role: 'other' },
      { carrier: 'websocket', name: /./, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  start: (scratch) => tokenProgram(scratch, HOST, 'meteor-ddp'),
  visit: tokenVisit(),
};
