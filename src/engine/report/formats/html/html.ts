import type { Report } from '../../report.js';
import type { FormatStyle } from '../format.js';
import { toldProofs } from '../proof-lines.js';
import { failureLines, loginLines, siteName, sitesOf } from '../told-parts.js';
import { Words } from '../words.js';
import { credentialSection } from './credentials.js';
import { findingSection } from './findings.js';
import { markup, Markup } from './markup.js';
import { siteSection } from './site.js';
import { STYLE } from './style.js';

/** It has no script, asks for no file, and may load none: whatever a name in it says. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; " +
  "form-action 'none'";

const STYLE_SHEET = new Markup(STYLE);

/** A report as one document that needs nothing but itself, for a screen and for paper. */
export function reportHtml(report: Report, style: FormatStyle): string {
  const words = new Words(style.translate);
  const { source, tool } = report;
  const title = words.say('title', { site: siteName(report) });
  const made = words.say('made', { version: tool.version, requests: source.requests });
  return markup`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${STYLE_SHEET}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p class="faint">${source.url}${span(report)}</p>
        </header>
        <main>${sectionsOf(report, words, style)}</main>
        <footer><p>${made}</p></footer>
      </body>
    </html>`.written;
}

/** All sections in their order; those without anything to say are empty. */
function sectionsOf(report: Report, words: Words, style: FormatStyle): (Markup | string)[] {
  return [
    listed(
      words.say('notWhole'),
      report.diagnoses.map(({ text }) => text),
      'notice',
    ),
    ...sitesOf(report).map((site) => siteSection(site, words, report)),
    findingSection(report, words, style),
    credentialSection(report, words),
    proofSection(report, words),
    listed(words.say('logins'), loginLines(report, words)),
    listed(words.say('rulesFailed'), failureLines(report)),
    listed(
      words.say('rulesOff'),
      report.rulesOff.map(({ id }) => id),
    ),
  ];
}

/** From when to when it was recorded. */
function span({ source: { from, to } }: Report): string {
  return from === null || to === null ? '' : ` · ${from} – ${to}`;
}

/** A list under its heading; nothing where it is empty. */
function listed(heading: string, items: readonly string[], look = 'list'): Markup | string {
  if (items.length === 0) return '';
  return markup`<section class="${look}">
    <h2>${heading}</h2>
    <ul>
      ${items.map((item) => markup`<li>${item}</li>`)}
    </ul>
  </section>`;
}

/** What was tried out, with what came of each credential. */
function proofSection(report: Report, words: Words): Markup | string {
  const proofs = toldProofs(report, words);
  if (proofs.length === 0) return '';
  return markup`<section class="list">
    <h2>${words.say('proved')}</h2>
    ${proofs.map(
      ({ said, outcomes }) =>
        markup`<p>${said}</p>
          <ul>
            ${outcomes.map((one) => markup`<li>${one}</li>`)}
          </ul>`,
    )}
  </section>`;
}
