/** Seconds since 1970, between 2001 and 2100. */
export function isUnixTime(seconds: number): boolean {
  return seconds > 978_307_200 && seconds < 4_102_444_800;
}
