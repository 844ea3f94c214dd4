import type {
  Credential,
  Exchange,
  ExchangeBodies,
  LoginForm,
  Millis,
  Snapshot,
} from './model.js';
import type { Report, ReportSource } from './report/report.js';
import type { Translate } from './text.js';

/** Which credentials travelled with an exchange, and which its response set or cleared (ids). */
export interface ExchangeLinks {
  carried: string[];
  set: string[];
}

export interface ReportOptions {
  source: Pick<ReportSource, 'kind' | 'url' | 'dropped'>;
  version: string;
  /** Moment of judgement; default: that of the last observation. */
  now?: Millis;
  translate?: Translate;
  /** True: raw values are in the report. */
  reveal?: boolean;
}

/** What `save` gives and `restore` takes: plain JSON data. */
export type SavedAnalysis = { readonly format: 1 } & Record<string, unknown>;

/** The pipeline, incremental: one observation at a time, a report at any moment. */
export declare class Analysis {
  static restore(saved: SavedAnalysis): Analysis;
  save(): SavedAnalysis;
  addExchange(exchange: Exchange): void;
  addBodies(bodies: ExchangeBodies): void;
  addSnapshot(snapshot: Snapshot): void;
  addLoginForm(form: LoginForm): void;
  links(exchangeId: string): ExchangeLinks;
  credentials(): readonly Credential[];
  /** Credentials whose current value is, or is in, this text (a header, a storage item). */
  credentialsIn(text: string): string[];
  reveal(credentialId: string): string | undefined;
  report(options: ReportOptions): Report;
}
