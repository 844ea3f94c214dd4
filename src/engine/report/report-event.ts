import type { AuthFlow, FlowStep, FlowTold } from '../flows/flow.js';
import type { ReportRequestRemedy } from './report-remedy.js';

// What happened, when, and in which request, as a report tells it.

/** An instant as ISO 8601 in UTC with milliseconds. */
export type Iso = string;

export interface ReportEvent {
  type: string;
  at: Iso;
  site: string;
  credentialId: string | null;
  exchange: ReportExchange | null;
  detail: Record<string, string | number | boolean>;
}

export interface ReportExchange {
  id: string;
  method: string;
  url: string;
}

export interface ReportFlow extends Omit<AuthFlow, 'steps' | 'told'> {
  told?: (Omit<FlowTold, 'exchange'> & { exchange: ReportExchange })[];
  /** The request that mends all that was found about this flow; null where nothing needs it. */
  remedy: ReportRequestRemedy | null;
  steps: (Omit<FlowStep, 'at' | 'exchange'> & { at: Iso; exchange: ReportExchange })[];
}
