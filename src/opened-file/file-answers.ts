import type { Settings } from '../engine/judging.js';
import type { Report } from '../engine/report/report.js';
import type { Translate } from '../engine/text.js';
import type { PageRequest } from '../messaging/protocol.js';
import { shownAddress } from '../recording/shown/address.js';
import type { Recording } from '../recording/recording.js';
import { redactedHarOf } from '../recording/to-har.js';
import { answerWith, type Answers, type AnyAnswer, type FileHandlers } from './answers.js';

/** What the answers are made with beside the recording. */
export interface Made {
  version: string;
  translate: Translate | undefined;
  /** When the file ends: what is tried later has no other moment. */
  end: number;
}

/** Answers the screens' questions from the recording of a file. */
export class FileAnswers implements Answers {
  readonly #recording: Recording;
  readonly #made: Made;
  #report: { report: Report; revision: number; settings: string } | undefined;

  constructor(recording: Recording, made: Made) {
    this.#recording = recording;
    this.#made = made;
  }

  answer(ask: PageRequest<keyof FileHandlers>, settings: Settings): AnyAnswer {
    return answerWith(this.#handlers, ask, settings);
  }

  /** Kept as long as nothing it is made of changes: it costs most of all answers. */
  #reportWith(settings: Settings): Report {
    const { revision } = this.#recording;
    const chosen = JSON.stringify(settings);
    const last = this.#report;
    if (last?.revision === revision && last.settings === chosen) return last.report;
    const { version, translate } = this.#made;
    const report = this.#recording.report({
      source: { kind: 'har', url: this.#recording.url || 'about:blank' },
      version,
      settings,
      ...(translate && { translate }),
    });
    this.#report = { report, revision, settings: chosen };
    return report;
  }

  readonly #handlers: FileHandlers = {
    getReport: (_, settings) => this.#reportWith(settings),
    getHar: () => ({ har: redactedHarOf(this.#recording.exchanges, this.#made.version) }),
    getStatus: (_, settings) => ({
      url: shownAddress(this.#recording.url),
      site: this.#reportWith(settings).sites[0]?.site ?? null,
      revision: this.#recording.revision,
      recording: true,
      requests: this.#recording.exchanges.count,
      uneventful: 0,
      dropped: this.#recording.exchanges.dropped,
      hostAccess: true,
      scope: 'recorded',
      loaded: true,
    }),
    getRequests: ({ since }) => ({
      ...this.#recording.requests.rows(since),
      dropped: this.#recording.exchanges.dropped,
    }),
    getRawRequest: ({ id }) => this.#recording.requests.raw(id) ?? null,
    getBody: ({ body, revealed }) => this.#recording.requests.bodyView(body, revealed) ?? null,
    getBodyText: ({ body, revealed }) => {
      const text = this.#recording.requests.bodyText(body, revealed);
      return text === undefined ? null : { text };
    },
    getRequest: ({ id }) => this.#recording.requests.detail(id, this.#made.translate) ?? null,
    getStorage: () => this.#recording.storage.view(),
    getContent: ({ what, revealed }) => {
      const value = this.#recording.storage.reveal(what);
      return (
        (value === undefined ? undefined : this.#recording.storage.content(value, revealed)) ?? null
      );
    },
    reveal: ({ what }) => {
      const value = this.#recording.storage.reveal(what);
      return value === undefined ? null : { value };
    },
    getSigned: ({ credentialId }) => this.#recording.toTry.signed(credentialId) ?? null,
    addTrial: ({ fingerprint, tried, length }) => {
      const found = length === null ? null : { length };
      const at = this.#made.end;
      this.#recording.add({ kind: 'trial', at, fingerprint, list: 'file', tried, found });
      return null;
    },
    getMarks: () => this.#recording.marks.views(),
    getNavigations: () => this.#recording.navigations(),
    compareMarks: ({ from, to }) => this.#recording.marks.compare(from, to) ?? null,
  };
}
