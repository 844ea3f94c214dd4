// @ts-nocheck A browser's global scope.
/** What the person would type; nothing: the dialog is closed. */
let credentials;
/** A browser asks again where an answer was wrong. */
const answered = new Set();

globalThis.answerWith = (typed) => (credentials = typed);

chrome.webRequest.onAuthRequired.addListener(
  ({ requestId }, answer) => {
    if (!credentials || answered.has(requestId)) return answer({ cancel: true });
    answered.add(requestId);
    answer({ authCredentials: credentials });
  },
  { urls: ['<all_urls>'] },
  ['asyncBlocking'],
);
