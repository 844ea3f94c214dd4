import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'rails-devise.test';

/**
 * Ruby on Rails with Devise: the session encrypted in its cookie, a signed cookie that remembers.
 */
export const application: Application = {
  name: 'rails-devise',
  kind: 'application',
  language: 'Ruby',
  packages: [
    'ruby-railties',
    'ruby-activerecord',
    'ruby-actionpack',
    'ruby-actionmailer',
    'ruby-devise',
    'ruby-sqlite3',
    'puma',
  ],
  docs: [
    // CookieStore: "encrypted … cannot be altered nor read"; AES-GCM: data--iv--tag, base64.
    'https://guides.rubyonrails.org/v6.1/security.html#session-storage',
    // "authenticity_token", "csrf_meta_tags"; masked anew each time.
    'https://guides.rubyonrails.org/v6.1/security.html#cross-site-request-forgery-csrf',
    // Rememberable: "remember_user_token", a signed cookie (base64 of JSON, --, an HMAC).
    'https://github.com/heartcombo/devise/blob/v4.8.1/lib/devise/models/rememberable.rb',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: '_garden_session', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'remember_user_token', role: 'remember-me', format: 'signed' },
      { carrier: 'cookie', name: 'season', role: 'preference' },
      {
        carrier: 'body',
        name: /^(authenticity_token|input\[authenticity_token\]|meta\[csrf-token\])$/,
        role: 'csrf',
      },
    ],
  },
  proof: { url: /\/plants$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, 'ruby', [programFile('rails-devise.rb')]),
  visit: programVisit({
    login: '/users/sign_in',
    guarded: '/plants',
    more: ['/beds'],
    user: USER.email,
    userField: 'user[email]',
    remember: 'user[remember_me]',
  }),
};
