import type { Known } from '../../known.js';
import type { Moment } from '../../moments/moment.js';
import type { ResponseFacts } from '../../trail/response-facts.js';
import { text } from '../../text.js';
import { tellRequest } from '../../values/telling/redact.js';
import type { MomentRule } from '../rule.js';

export const oauthCredentialsForwarded: MomentRule = {
  id: 'oauth-credentials-forwarded',
  subject: 'moment',
  applies: { types: ['login'] },
  severity: (moment, known) => (resentTo(moment, known) === 'cross-site' ? 'high' : 'medium'),
  grading: 'High where another site gets them; medium where another host of the same site does.',
  title: 'The login form is sent on to somebody else (307)',
  why:
    'The answer to the login is a redirect with status 307 or 308, and with these the browser ' +
    'sends the same form once more to the new address: name and password go to whoever is there, ' +
    'such as the client of the login.',
  fix:
    'Answer the login with a status after which the browser only asks for the next page:\n\n' +
    '    HTTP/1.1 303 See Other\n\n' +
    'Frameworks have a setting for it: status_code=303 in Starlette and FastAPI, ' +
    'NextResponse.redirect(url, 303) in Next.js, res.redirect(303, url) in Express.',
  breaks:
    'Nothing where the next page is fetched by GET. What did read the form there must get it ' +
    'in another way.',
  references: ['RFC 9700 §4.12', 'RFC 9110 §15.4.8', 'CWE-522'],
  check(moment, known) {
    const { status } = moment.exchange;
    if (status === undefined) return 'unknown';
    if (status < 300 || status > 399) return 'does-not-apply';
    const { facts } = exchangeOf(moment, known) ?? {};
    if (facts && !facts.stateChanging) return 'does-not-apply';
    if (status !== 307 && status !== 308) return [];
    if (!facts) return 'unknown';
    if (facts.resentTo === undefined || facts.resentTo === 'same-origin') return [];
    return [
      {
        text: text(
          'evidence_oauth_credentials_forwarded',
          'The answer to {request} has the browser send the form to another origin.',
          { request: tellRequest(moment.exchange) },
        ),
        exchange: moment.exchange,
      },
    ];
  },
};

function exchangeOf({ exchange }: Moment, { exchanges }: Known) {
  return exchanges.find(({ ref }) => ref.id === exchange.id);
}

function resentTo(moment: Moment, known: Known): ResponseFacts['resentTo'] {
  return exchangeOf(moment, known)?.facts?.resentTo;
}
