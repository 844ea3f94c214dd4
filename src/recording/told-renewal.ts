import { type Diagnosis, diagnosis, text } from '../engine/text.js';

/** That the extension was updated or reloaded while the tab was open. */
export function ofRenewal(renewed: boolean): Diagnosis[] {
  if (!renewed) return [];
  return [
    diagnosis(
      text(
        'diagnosis_renewed',
        'Credtrail was updated or reloaded while this tab was open: what it had recorded ' +
          'before is gone',
      ),
    ),
  ];
}
