/**
 * For a test that repeats, over a table, a size or a time, what another one shows once, and costs
 * tens of seconds. `npm run test:thorough` runs these; `npm test` has the rest, and says how many.
 */
export const THOROUGH = { tags: ['thorough'] };
