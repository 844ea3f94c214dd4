/** What links of letters lead to that is done with their key, in English, as parts of a path. */
export const LETTER_ACTS =
  'reset|password|confirm|activat|verif|unsubscri|opt-?(?:in|out)|newsletter|survey|feedback';
