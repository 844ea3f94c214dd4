// What is told of a tab without reading its record.

export interface TabSummary {
  tabId: number;
  /** Masked. */
  url: string;
  requests: number;
  /**
   * Findings of severity `high` or `critical` at the site that it shows: the number on the badge.
   */
  findings: number;
  /** True of a tab in a private window. */
  incognito: boolean;
}

/** Whether what a tab shows is recorded; `not-inspected`, `not-allowed`: by choice it is not. */
export type TabScope = 'recorded' | 'not-inspected' | 'not-allowed';

export interface TabStatus {
  /** Masked. */
  url: string;
  /** Scheme and registrable domain of that address; null for the browser's own pages. */
  site: string | null;
  /** Changes whenever something was observed or chosen: as long as it stays, so does the report. */
  revision: number;
  recording: boolean;
  requests: number;
  /** Requests that were only counted: pictures, scripts and the like without anything to tell. */
  uneventful: number;
  /** Exchanges let go to stay within bounds. */
  dropped: number;
  /** False where the user has not granted access to this site. */
  hostAccess: boolean;
  scope: TabScope;
  /** False where the page was loaded before anything was recorded: who set what is unknown. */
  loaded: boolean;
  /** What was recorded before the extension was updated or reloaded is gone. */
  renewed?: boolean;
}
