import { describe, expect, it } from 'vitest';
import { OF_REDACTION } from '../../support/hostile-inputs.js';
import { html, redacted } from '../../support/redacted-text.js';

// How their cost grows is measured by `npm run bench:linear`; here, that they come to an end.
describe('a text made to be slow to redact', () => {
  it.each(Object.entries(OF_REDACTION))('is redacted to its end: %s', (_, inputOf) => {
    const answered = `${inputOf(10_000)} the end`;
    for (const told of [{ answered }, { mime: html, answered }, { message: answered }])
      expect(redacted(told)).toContain('end');
  });
});
