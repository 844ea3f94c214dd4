import { standard } from './requirement.js';

export const SESSIONS = [
  standard('OWASP WSTG, Session Management Testing', 'OWASP WSTG-', [
    ['SESS-01', 'The schema: what carries the session, and how guessable it is.'],
    ['SESS-02', 'Attributes of cookies.'],
    ['SESS-03', 'Session fixation.'],
    ['SESS-04', 'Exposed session variables: addresses, caches, plain http.'],
    ['SESS-05', 'Cross-site request forgery.'],
    ['SESS-06', 'Logout.'],
    ['SESS-07', 'Session timeout.'],
    ['SESS-08', 'Session puzzling.', 'act'],
    ['SESS-09', 'Session hijacking.'],
    ['SESS-10', 'JSON Web Tokens.'],
    ['SESS-11', 'Concurrent sessions.', 'act'],
  ]),
  standard('RFC 6265bis, Cookies', 'RFC 6265bis ', [
    ['§4.1.1', 'The syntax of Set-Cookie.'],
    ['§4.1.2.1', 'Expires.'],
    ['§4.1.2.2', 'Max-Age.'],
    ['§4.1.2.3', 'Domain.'],
    ['§4.1.2.4', 'Path.'],
    ['§4.1.2.5', 'Secure.'],
    ['§4.1.2.6', 'HttpOnly.'],
    ['§4.1.2.7', 'SameSite.'],
    ['§4.1.3', 'Name prefixes.'],
    ['§5.5', 'Lifetimes of at most 400 days.'],
    ['§5.7', 'What a browser stores, and what it refuses.'],
    ['§6.1', 'Limits of size and number.'],
    ['§8.3', 'Clear text.'],
    ['§8.4', 'Session identifiers.'],
    ['§8.5', 'Weak confidentiality: ports, paths and schemes share cookies.'],
    ['§8.6', 'Weak integrity: sibling hosts can set cookies.'],
  ]),
  standard('NIST SP 800-63B-4', 'NIST SP 800-63B-4 ', [
    ['§5.2', 'Sessions are authenticated again in time.'],
  ]),
] as const;
