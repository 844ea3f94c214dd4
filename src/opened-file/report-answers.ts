import type { Settings } from '../engine/judging.js';
import type { Report } from '../engine/report/report.js';
import { suppressionOf } from '../engine/rules/suppressed.js';
import type { PageRequest } from '../messaging/protocol.js';
import type { RequestRow } from '../recording/shown/view.js';
import { answerWith, type Answers, type AnyAnswer, type FileHandlers } from './answers.js';
import { namedRequests } from './named-requests.js';

/**
 * Answers the screens' questions from a saved report. It has what was found and no more: no values,
 * no headers, nothing of what the browser stored.
 */
export class ReportAnswers implements Answers {
  readonly #report: Report;
  readonly #rows: readonly RequestRow[];

  constructor(report: Report) {
    this.#report = report;
    this.#rows = namedRequests(report);
  }

  answer(ask: PageRequest<keyof FileHandlers>, settings: Settings): AnyAnswer {
    return answerWith(this.#handlers, ask, settings);
  }

  readonly #handlers: FileHandlers = {
    getReport: (_, settings) => ({
      ...this.#report,
      findings: this.#report.findings.map((finding) => ({
        ...finding,
        suppressed: finding.suppressed ?? suppressionOf(finding, settings.suppressions) ?? null,
      })),
    }),
    getHar: () => null,
    getStatus: () => ({
      url: this.#report.source.url,
      site: this.#report.sites[0]?.site ?? null,
      revision: 1,
      recording: true,
      scope: 'recorded',
      requests: this.#report.source.requests,
      uneventful: 0,
      dropped: this.#report.source.dropped,
      hostAccess: true,
      loaded: true,
    }),
    getRequests: ({ since }) => ({
      revision: 1,
      rows: since === 0 ? [...this.#rows] : [],
      reset: since === 0,
      dropped: 0,
    }),
    getRequest: ({ id }) => {
      const row = this.#rows.find((one) => one.id === id);
      return row ? { row, ...NOTHING_MORE } : null;
    },
    getStorage: () => ({ areas: [] }),
    getRawRequest: () => null,
    getBody: () => null,
    getBodyText: () => null,
    getContent: () => null,
    reveal: () => null,
    getSigned: () => null,
    addTrial: () => null,
    getMarks: () => [],
    getNavigations: () => [],
    compareMarks: () => null,
  };
}

const NOTHING_MORE = {
  parameters: [],
  requestHeaders: [],
  responseHeaders: [],
  requestFields: [],
  responseFields: [],
  left: { request: 0, response: 0 },
  diagnoses: [],
};
