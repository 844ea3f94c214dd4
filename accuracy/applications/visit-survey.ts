import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  CHOSEN,
  cookieLabels,
  type GuestCookies,
  gives,
  GUESTS,
  hex,
  restIs,
  signedToken,
  strolls,
  TRACKED,
  url64,
  writes,
} from './support/guest-site.js';
import { allowAll, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'bus-survey.test';
const FORMS = 'forms.asking.test';
const COOKIES: GuestCookies = {
  PHPSESSID: { role: GUESTS, line: '; HttpOnly; Secure', make: () => hex(13) },
  YII_CSRF_TOKEN: {
    role: 'csrf',
    line: '; HttpOnly; Secure; SameSite=Lax',
    make: () => `${url64(43)}%3D%3D`,
  },
  LS_PBKSKUGWKAXQNYNF: { role: GUESTS, line: '; HttpOnly; Secure', make: () => hex(16) },
  QSI_S_ZN_4f1e: { role: TRACKED, make: () => 'v%3A0%3A0' },
  QST: { role: TRACKED, line: '; Max-Age=3600; Secure', make: () => `${hex(16)}` },
  survey_48213_done: { role: CHOSEN, line: '; Max-Age=31536000', make: () => 'COMPLETE' },
  ep201: { role: TRACKED, line: '; Max-Age=1800; Secure; HttpOnly', make: () => url64(40) },
  attribution_user_id: {
    role: TRACKED,
    line: '; Max-Age=31536000; Secure',
    make: () => randomUUID(),
  },
};

/**
 * Questions about buses, answered by whoever got a link: a place in the questions, a signature of
 * the form, files.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-survey',
  docs: [
    // "token: participant's access code … in the invitation's link"; session for guests.
    'https://manual.limesurvey.org/Survey_participants',
    'https://www.qualtrics.com/support/survey-platform/getting-started/data-protection-privacy/ (QST, QSI_)',
    // "form_response … token: response id"; start-submission gives signature and submission_id.
    'https://www.typeform.com/developers/webhooks/example-payload/',
    'https://help.surveymonkey.com/en/policy/surveymonkey-cookies/ (ep201)',
    'https://tus.io/protocols/resumable-upload (Location of an upload)',
  ],
  truth: {
    mechanism: ['session-cookie', 'none'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      { carrier: 'body', name: /(?:YII_CSRF_TOKEN|csrf)/, role: 'csrf' },
      // Of one answer sheet: whoever has the link fills in this one.
      {
        carrier: 'url',
        name: /^(?:token|srid|Q_R|sid|response_id)$/,
        role: ['other', 'access-token', 'session'],
      },
      {
        carrier: 'body',
        name: /(?:signature|submission_id|token|landed_at|upload_token)$/,
        role: ['other', 'csrf', 'access-token'],
      },
      {
        carrier: 'localStorage',
        name: /^(?:survey|answers|typeform)/,
        role: ['other', 'access-token', 'preference'],
      },
      ...restIs(),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: survey, [FORMS]: forms }),
  visit: strolls(
    ['/', `/questions?token=${hex(8)}&lang=en`],
    [
      { on: '/questions', type: { '#answer': 'Every ten minutes' }, press: '#next', leads: true },
      { on: '/', press: '#short' },
    ],
  ),
};

function survey(app: Express, originOf: OriginOf): void {
  app.use(gives(COOKIES), express.urlencoded({ extended: false }));
  app.post(
    '/questions',
    (_, response) => void response.redirect(303, `/thanks?srid=${randomUUID()}`),
  );
  const form =
    '<form method="post" action="/questions">' +
    `<input type="hidden" name="YII_CSRF_TOKEN" value="${url64(43)}">` +
    '<input type="hidden" name="thisstep" value="1">' +
    `<input type="hidden" name="LEMpostKey" value="${hex(10)}">` +
    `<input type="hidden" name="token" value="${hex(8)}"><input id="answer" name="48213X7X93">` +
    '<button id="next">Next</button></form>';
  const script = `
const ask = (path, body) => fetch('${originOf(FORMS)}/forms/k4Mq2x' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).then((answer) => answer.json());
document.querySelector('#short').onclick = async () => {
  const { signature, submission, upload_token } = await ask('/start-submission', { visitor: crypto.randomUUID() });
  localStorage.setItem('typeform-k4Mq2x', JSON.stringify({ signature, response: submission.response_id }));
  await ask('/complete-submission', { signature, form_id: 'k4Mq2x', landed_at: 1764259200, answers: [{ text: 'late' }], thankyou_screen_ref: crypto.randomUUID(), upload_token });
};`;
  pages(app, ['', 'questions', 'thanks'], {
    body: (name) =>
      `${name === 'questions' ? form : ''}<button id="short">Short questions</button>` +
      `${writes(COOKIES)}<script>${script}</script>`,
  });
}

function forms(app: Express): void {
  allowAll(app);
  app.use(express.json());
  app.post('/forms/:id/start-submission', (_, response) => {
    response.json({
      signature: hex(32),
      submission: { response_id: url64(18), landed_at: 1_764_259_200, type: 'started' },
      upload_token: signedToken({ scope: 'upload', form: 'k4Mq2x' }, 900),
    });
  });
  app.post(
    '/forms/:id/complete-submission',
    (_, response) => void response.json({ type: 'completed' }),
  );
}
