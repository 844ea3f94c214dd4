import { type Diagnosis, diagnosis, text } from '../engine/text.js';

/** What is told here and happened elsewhere, and what of it is not told. */
export function ofWindows(count: number): Diagnosis[] {
  if (count === 0) return [];
  return [
    diagnosis(
      text(
        'diagnosis_opened_windows',
        '{count} requests were made in windows that this page opened: a login there is told here ' +
          'as well, but neither bodies nor what those windows keep in sessionStorage',
        { count },
      ),
    ),
  ];
}
